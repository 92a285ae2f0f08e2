"""Every fault of format and syntax, one by one, with its exact place."""

# ruff: noqa: E501 - one case a line, with the whole message, is a table that can be read

import pytest
import yaml

from interview_coach.banks.faults import BankError, Severity
from interview_coach.banks.reader import check_data, parse_bank

BANK = """\
format: 1
id: nights
questions:
- id: lift
  ask: How do you lift a box?
  checklist:
  - id: knees
    point: Bends the knees
    counts: [I bend my knees.]
"""
KINDS = "situation, ownership, result, number, reflection, absence or content"
TYPES = "behavioural, situational, motivational, technical or strengths"
IDS = "letters, digits, `-` and `_`"
QUOTES = "put quotes round it"
SECONDS = "expected a whole number of seconds from 10 to 3600"
SENTENCES = "expected a list: a line `- …` for each sentence"


def faults(text: str) -> list[str]:
    return [str(fault) for fault in check_data(text.encode(), "b.yaml").faults]


def changed(old: str, new: str) -> str:
    assert old in BANK
    return BANK.replace(old, new, 1)


def test_the_bank_that_the_cases_change_has_no_fault() -> None:
    assert faults(BANK) == []


FORMAT_FAULTS = [
    # The bank
    ("format: 1\n", "", "1:1: this bank has no `format`, expected one in every bank"),
    ("format: 1", "format: '1'", "1:9: `format` is the text `1`, expected the number 1, without quotes"),
    ("format: 1", "format: 0", "1:9: `format` is the number `0`, expected the number 1, without quotes"),
    ("format: 1", "format: 1.0", "1:9: `format` is the number `1.0`, expected the number 1, without quotes"),
    ("format: 1", "format:", "1:8: `format` is empty, expected the number 1, without quotes"),
    ("format: 1", "format: [1]", "1:9: `format` is a list, expected the number 1, without quotes"),
    ("id: nights\n", "", "1:1: this bank has no `id`, expected one in every bank"),
    ("id: nights", "id: yes", f"2:5: `id` is `yes`, which YAML reads as true or false, expected an id of {IDS}: {QUOTES}"),
    ("id: nights", "id:", f"2:4: `id` is empty, expected an id of {IDS}"),
    ("id: nights", "id: [a]", f"2:5: `id` is a list, expected an id of {IDS}"),
    ("id: nights", "id: my nights", f"2:5: `id` is `my nights`, expected only {IDS}"),
    ("id: nights", "id: ''", f"2:5: `id` is ``, expected only {IDS}"),
    ("id: nights", "id: a/b", f"2:5: `id` is `a/b`, expected only {IDS}"),
    ("id: nights", f"id: {'a' * 101}", f"2:5: `id` is `{'a' * 39}…`, expected at most 100 characters"),
    ("id: nights", "id: nights\nid: days", "3:1: `id` is here a second time (first in line 2); keep one"),
    ("id: nights", "id: nights\ntitle: 5", f"3:8: `title` is the number `5`, expected a text: {QUOTES}"),
    ("id: nights", "id: nights\ntitle: {a: b}", f"3:8: `title` is a mapping (`key: value`), expected a text: {QUOTES}"),
    ("id: nights", "id: nights\nlanguage: en_GB", "3:11: `language` is `en_GB`, expected a language tag such as `en`, `pt-br` or `de`"),
    ("id: nights", "id: nights\nlanguage: [en]", "3:11: `language` is a list, expected a text"),
    ("id: nights", "id: nights\n[a]: b", "3:1: a list cannot be a key, expected a word"),
    ("questions:\n", "questoins:\n", "3:1: unknown key `questoins`; did you mean `questions`?"),
    # Questions
    ("- id: lift\n  ask", "- ask", "4:3: this question has no `id`, expected one in every question"),
    ("ask: How do you lift a box?", "asks: How?", "5:3: unknown key `asks`; did you mean `ask`?"),
    ("  ask: How do you lift a box?\n", "", "4:3: this question has no `ask`, expected one in every question"),
    ("ask: How do you lift a box?", "ask: yes", f"5:8: `ask` is `yes`, which YAML reads as true or false, expected a text: {QUOTES}"),
    ("ask: How do you lift a box?", "ask: 12", f"5:8: `ask` is the number `12`, expected a text: {QUOTES}"),
    ("ask: How do you lift a box?", "ask: 2024-01-01", f"5:8: `ask` is the date `2024-01-01`, expected a text: {QUOTES}"),
    ("ask: How do you lift a box?", "ask: [Why?]", f"5:8: `ask` is a list, expected a text: {QUOTES}"),
    ("ask: How do you lift a box?", "ask:", "5:7: `ask` is empty; write the question"),
    ("ask: How do you lift a box?", 'ask: " "', "5:8: `ask` is empty; write the question"),
    ("  ask:", "  type: behavioral\n  ask:", f"5:9: `type` is `behavioral`, expected {TYPES}; did you mean `behavioural`?"),
    ("  ask:", "  type: funny\n  ask:", f"5:9: `type` is `funny`, expected {TYPES}"),
    ("  ask:", "  type: [technical]\n  ask:", f"5:9: `type` is a list, expected {TYPES}"),
    ("  ask:", "  competency: ''\n  ask:", "5:15: `competency` is empty; name one or leave it out"),
    ("  ask:", "  seconds: 9\n  ask:", f"5:12: `seconds` is `9`, {SECONDS}"),
    ("  ask:", "  seconds: 3601\n  ask:", f"5:12: `seconds` is `3601`, {SECONDS}"),
    ("  ask:", "  seconds: 90.5\n  ask:", f"5:12: `seconds` is `90.5`, {SECONDS}"),
    ("  ask:", "  seconds: 2:00\n  ask:", f"5:12: `seconds` is `2:00`, {SECONDS}"),
    ("  ask:", "  seconds: 1e400\n  ask:", f"5:12: `seconds` is `1e400`, {SECONDS}"),
    ("  ask:", "  seconds: '90'\n  ask:", f"5:12: `seconds` is the text `90`, {SECONDS}: take the quotes away"),
    ("  ask:", "  seconds: [90]\n  ask:", f"5:12: `seconds` is a list, {SECONDS}"),
    ("  ask:", "  think: -1\n  ask:", "5:10: `think` is `-1`, expected a whole number of seconds from 0 to 3600"),
    ("  ask:", "  sample: 3\n  ask:", f"5:11: `sample` is the number `3`, expected a text: {QUOTES}"),
    # Points
    ("  checklist:", "  cheklist:", "6:3: unknown key `cheklist`; did you mean `checklist`?"),
    ("  - id: knees\n", "  - bends\n  - id: knees\n", "7:5: expected a point here, found the text `bends`; write `- point: …`"),
    ("    point: Bends the knees\n", "", "7:5: this point has no `point`, expected one in every point"),
    ("point: Bends the knees", "point:", "8:11: `point` is empty; say what the answer must do"),
    ("id: knees", "id: the knees", f"7:9: `id` is `the knees`, expected only {IDS}"),
    ("    point:", "    kind: reslt\n    point:", f"8:11: `kind` is `reslt`, expected {KINDS}; did you mean `result`?"),
    ("    point:", "    weight: 0\n    point:", "8:13: `weight` is `0`, expected a number above 0, at most 1000"),
    ("    point:", "    weight: -2\n    point:", "8:13: `weight` is `-2`, expected a number above 0, at most 1000"),
    ("    point:", "    weight: .nan\n    point:", "8:13: `weight` is `.nan`, expected a number above 0, at most 1000"),
    ("    point:", "    weight: .inf\n    point:", "8:13: `weight` is `.inf`, expected a number above 0, at most 1000"),
    ("    point:", "    weight: 1e9\n    point:", "8:13: `weight` is `1e9`, expected a number above 0, at most 1000"),
    ("    point:", "    weight: 1e-999\n    point:", "8:13: `weight` is `1e-999`, expected a number above 0, at most 1000"),
    ("    point:", "    weight: high\n    point:", "8:13: `weight` is `high`, expected a number above 0, at most 1000"),
    ("counts: [I bend my knees.]", "counts: I bend.", f"9:13: `counts` is the text `I bend.`, {SENTENCES}"),
    ("counts: [I bend my knees.]", "counts: {a: b}", f"9:13: `counts` is a mapping (`key: value`), {SENTENCES}"),
    ("counts: [I bend my knees.]", "counts: [I bend., 7]", f"9:23: this line of `counts` is the number `7`, expected a text: {QUOTES}"),
    ("counts: [I bend my knees.]", "counts: [a, '']", "9:17: this line of `counts` is empty; write a sentence or take the line out"),
    ("counts: [I bend my knees.]", "probe: yes", f"9:12: `probe` is `yes`, which YAML reads as true or false, expected a text: {QUOTES}"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "fault"), FORMAT_FAULTS)
def test_a_fault_of_format_and_its_place(old: str, new: str, fault: str) -> None:
    errors = [line for line in faults(changed(old, new)) if ": warning: " not in line]
    assert errors == [f"b.yaml:{fault}"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("hello\n", "1:1: the file is the text `hello`, expected a bank that begins with `format: 1`"),
        ("- format: 1\n", "1:1: the file is a list, expected a bank that begins with `format: 1`"),
        ("", "1:1: the file is empty; expected a question bank that begins with `format: 1`"),
        ("# later\n", "1:1: the file is empty; expected a question bank that begins with `format: 1`"),
        (BANK[: BANK.index("- id")], "3:11: `questions` is empty, expected at least one question"),
        (
            BANK[: BANK.index("\n- id")] + " []\n",
            "3:12: `questions` is empty, expected at least one question",
        ),
        (BANK[: BANK.index("  - id")], "6:13: `checklist` is empty, expected at least one point"),
        (
            BANK[: BANK.index("\n- id")] + " {lift: Why?}\n",
            "3:12: `questions` is a mapping (`key: value`), expected a list: a part `- …` for each question",
        ),
        (
            BANK[: BANK.index("- id")] + "- Why?\n",
            "4:3: expected a question here, found the text `Why?`; write `- id: …`",
        ),
        (
            BANK + "- id: lift\n  ask: Why?\n  checklist: [{id: a, point: b, kind: result}]\n",
            "10:7: question id `lift` is here a second time (first in line 4); keep one",
        ),
        (
            BANK + "  - {id: knees, point: c, kind: result}\n",
            "10:10: point id `knees` is here a second time (first in line 7); keep one",
        ),
        (
            BANK.replace("format: 1", "format: 2").replace("ask", "question"),
            "1:9: this bank is of format 2, made for a newer version of Interview Coach; this version reads format 1",
        ),
    ],
)
def test_a_fault_of_the_whole(text: str, fault: str) -> None:
    assert faults(text) == [f"b.yaml:{fault}"]


def test_all_faults_of_format_come_at_once_in_the_order_of_the_file() -> None:
    text = "format: 1\nid: a b\nquestions:\n- id: q\n  ask: 1\n  checklist:\n  - weight: x\n- checklist: []\n"
    assert [fault.split(": ")[0] for fault in faults(text)] == [
        "b.yaml:2:5", "b.yaml:5:8", "b.yaml:7:5", "b.yaml:7:13", "b.yaml:8:3", "b.yaml:8:3", "b.yaml:8:14"
    ]  # fmt: skip


def test_unknown_keys_are_warnings_and_the_bank_is_read() -> None:
    report = check_data((BANK + '    tips: a\n    colour: red\n    "\\e[31m": x\n').encode(), "b.yaml")
    assert report.bank is not None
    assert [str(fault) for fault in report.faults] == [
        "b.yaml:10:5: warning: unknown key `tips` is ignored; did you mean `tip`?",
        "b.yaml:11:5: warning: unknown key `colour` is ignored",
        "b.yaml:12:5: warning: unknown key `␛[31m` is ignored",
    ]


def test_a_key_is_not_suggested_for_one_that_is_there() -> None:
    assert faults(BANK + "    pointt: x\n") == [
        "b.yaml:10:5: warning: unknown key `pointt` is ignored; did you mean `point`?"
    ]


def test_duplicate_keys_are_found_in_parts_that_are_ignored_too() -> None:
    assert faults(BANK + "    notes:\n    - {a: 1, b: 2, a: 3}\n") == [
        "b.yaml:10:5: warning: unknown key `notes` is ignored",
        "b.yaml:11:20: `a` is here a second time (first in line 11); keep one",
    ]


def test_columns_count_characters_and_not_bytes_or_cells() -> None:
    assert faults(changed("counts: [I bend my knees.]", "counts: [数字, 🙂🙂, é, 7]")) == [
        f"b.yaml:9:25: this line of `counts` is the number `7`, expected a text: {QUOTES}"
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_an_editor_counts_them(end: str) -> None:
    # U+2028 and U+0085 end a line for YAML 1.1, and for no editor.
    text = changed("ask: How do you lift a box?", 'ask: "a\u2028b\u0085c"').replace("point:", "piont:")
    assert faults(text.replace("\n", end)) == ["b.yaml:8:5: unknown key `piont`; did you mean `point`?"]


SYNTAX_FAULTS = [
    ("ask: How: why\n", "3:9: a colon and a space cannot stand in a text as it is; put quotes round the whole text"),
    ("ask: 'What's up?'\n", "3:12: the text goes on after its closing quote or bracket; put quotes round the whole text (inside 'single quotes' an apostrophe is written twice)"),
    ('ask: "Why?" asked he\n', "3:13: the text goes on after its closing quote or bracket; put quotes round the whole text (inside 'single quotes' an apostrophe is written twice)"),
    ("ask: [Firma] why?\n", "3:14: the text goes on after its closing quote or bracket; put quotes round the whole text (inside 'single quotes' an apostrophe is written twice)"),
    ("ask: 'Why?\nmore: x\n", "3:6: the quotes opened here are never closed; put the same quote at the end of the text"),
    ("ask: [a, b\nmore: x\n", "4:5: the list in [ ] has no end; expected `,` or `]`, or quotes round a text that begins with `[`"),
    ("ask: {a: b\n", "4:1: the part in { } has no end; expected `,` or `}`, or quotes round a text that begins with `{`"),
    ("ask: @home\n", "3:6: a text cannot begin with `@`; put quotes round it"),
    ("ask: `code`\n", "3:6: a text cannot begin with ```; put quotes round it"),
    ("ask: - why\n", "3:6: a list item (`- …`) cannot stand here; begin it on a line of its own, or put quotes round the text"),
    ("ask: > why\n", "3:8: after `|` or `>` the text begins on the next line; put quotes round a text that begins with it"),
    ("ask: **why**\n", None),
    ("ask\nmore: x\n", "3:1: expected `key: value` here; a colon and a space are missing, or the text above ended too early"),
    ("-ask\n", "3:1: expected `key: value` here; a colon and a space are missing, or the text above ended too early"),
    ("  ask: why\n", "3:6: this `key:` does not fit here; check its indentation, and that the line above is complete with a space after its colon"),
    ("ask:\n  - b\n c: d\n", "5:2: this line does not fit here; expected `key: value`, indented like the lines it belongs to"),
    ("\task: why\n", "3:1: a tab is used for indentation; use spaces"),
    ("ask:\n \t- why\n", "4:2: a tab is used for indentation; use spaces"),
    ("ask: &why x\n", "3:6: anchors (`&why`) are not allowed; if it belongs to a text, put quotes round the whole text"),
    ("ask: *why\n", "3:6: aliases (`*why`) are not allowed; if it belongs to a text, put quotes round the whole text"),
    ("ask: !why x\n", "3:6: tags (a word that begins with `!`) are not allowed; if it belongs to a text, put quotes round the whole text"),
    ("ask: !!python/object/apply:os.system [ls]\n", "3:6: tags (a word that begins with `!`) are not allowed; if it belongs to a text, put quotes round the whole text"),
    ("ask: !!str x\n", "3:6: tags (a word that begins with `!`) are not allowed; if it belongs to a text, put quotes round the whole text"),
    ("---\nformat: 1\n", "3:1: a second document begins here; a bank is one document a file"),
    ("...\nmore\n", "4:1: nothing may follow the end of the document (`...`); a bank is one document a file"),
    ("ask: \x1b[31m\n", '3:6: the control character U+001B cannot stand in a YAML file as it is; take it out, or write it as \\x1B in a text in "double quotes"'),
    ("ask: a\0b\n", '3:7: the control character U+0000 cannot stand in a YAML file as it is; take it out, or write it as \\x00 in a text in "double quotes"'),
    ("ask: a\ufeffb\n", '3:7: the control character U+FEFF cannot stand in a YAML file as it is; take it out, or write it as \\uFEFF in a text in "double quotes"'),
]  # fmt: skip


@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])
@pytest.mark.parametrize(("line", "fault"), SYNTAX_FAULTS)
def test_the_first_fault_of_syntax_and_its_place(
    line: str, fault: str | None, pure: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if pure:
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    fault = fault or "3:7: a text cannot begin with `*` or `&`; put quotes round it"
    assert faults("format: 1\nid: nights\n" + line) == [f"b.yaml:{fault}"]


def test_an_unknown_escape_is_explained_where_it_stands() -> None:
    assert faults('format: 1\nid: "C:\\work"\n') == [
        "b.yaml:2:8: this escape is not known; in double quotes write \\\\ for a backslash, or use 'single quotes'"
    ]


@pytest.mark.parametrize("escape", ["\\ud800", "\\U00110000"])
@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])
def test_half_a_character_is_refused(escape: str, pure: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if pure:
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert len(faults(changed("How do you lift a box?", f'"{escape}"'))) == 1


def test_the_error_carries_the_faults_and_shows_them_on_a_line_each() -> None:
    with pytest.raises(BankError) as caught:
        parse_bank(b"format: 1\nid: a b\nextra: 1\n", "my\nbank.yaml")
    error = caught.value
    assert [fault.severity for fault in error.faults] == [Severity.ERROR] * 2
    assert error.message.splitlines() == [
        "my␊bank.yaml:1:1: this bank has no `questions`, expected one in every bank",
        f"my␊bank.yaml:2:5: `id` is `a b`, expected only {IDS}",
    ]


def test_the_message_of_a_very_broken_bank_stays_readable() -> None:
    text = "format: 1\nid: a\nquestions:\n" + "- ask: x\n" * 50
    with pytest.raises(BankError) as caught:
        parse_bank(text.encode(), "b.yaml")
    assert len(caught.value.faults) == 100
    assert caught.value.message.splitlines()[20:] == ["… and 80 more"]
