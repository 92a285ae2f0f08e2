"""The warnings of the linter, each with its place, and silence where there is nothing to say."""

import pytest

from interview_coach.banks.reader import check_data

BANK = """\
format: 1
id: nights
questions:
- id: lift
  ask: How do you lift a box?
  seconds: 60
  checklist:
  - id: knees
    point: Bends the knees
    counts: [I bend my knees.]
    does_not_count: [I lift with my back.]
  - id: limit
    kind: number
    point: Gives a limit
    counts: [At most 25 kilos., About twenty-five.]
"""

NO_COUNTS = "a content point without `counts` gives the scorer little to go by"


def warnings(old: str = "", new: str = "") -> list[str]:
    assert old in BANK
    report = check_data(BANK.replace(old, new).encode() if old else BANK.encode(), "b.yaml")
    assert report.bank is not None
    return [str(fault).removeprefix("b.yaml:") for fault in report.faults]


def test_a_good_bank_has_no_warnings() -> None:
    assert warnings() == []


@pytest.mark.parametrize(
    ("old", "new", "warning"),
    [
        (
            "box?",
            "box" + " and another" * 40 + "?",
            "5:8: warning: the question is 502 characters long; nobody keeps more than 400 in mind",
        ),
        (
            "seconds: 60",
            "seconds: 29",
            "6:12: warning: an answer of 29 seconds is unusual; most take 60 to 120",
        ),
        (
            "seconds: 60",
            "seconds: 301",
            "6:12: warning: an answer of 301 seconds is unusual; most take 60 to 120",
        ),
        (
            "[I lift with my back.]",
            "[I lift with my back., i bend my knees]",
            "11:21: warning: a sentence stands in `counts` too; keep one",
        ),
        (
            "About twenty-five.",
            "Not too heavy.",
            "15:13: warning: this point looks for a number, and a sentence here has none",
        ),
        ("    counts: [I bend my knees.]\n", "", f"9:12: warning: {NO_COUNTS}; add some sentences"),
    ],
)
def test_a_warning_and_its_place(old: str, new: str, warning: str) -> None:
    assert warnings(old, new) == [warning]


@pytest.mark.parametrize("seconds", [30, 300])
def test_usual_lengths_are_not_mentioned(seconds: int) -> None:
    assert warnings("seconds: 60", f"seconds: {seconds}") == []


def test_a_question_asked_twice() -> None:
    again = "- id: again\n  ask: how do you LIFT a box\n  checklist: [{id: a, point: b, kind: result}]\n"
    report = check_data((BANK + again).encode(), "b.yaml")
    assert [str(fault) for fault in report.faults] == ["b.yaml:17:8: warning: question `lift` asks the same"]


def test_questions_without_words_are_not_taken_for_the_same() -> None:
    more = "".join(
        f"- id: q{n}\n  ask: '{ask}'\n  checklist: [{{point: b, kind: result}}]\n"
        for n, ask in enumerate("?!")
    )
    assert check_data((BANK + more).encode(), "b.yaml").faults == ()


def test_only_absence_points() -> None:
    assert warnings(BANK[BANK.index("  - id: knees") :], "  - {point: Does not swear, kind: absence}\n") == [
        "8:3: warning: every point is of the kind `absence`; add one that an answer has to make"
    ]


def test_weights_that_change_nothing() -> None:
    text = BANK.replace("    point:", "    weight: 3\n    point:")
    report = check_data(text.encode(), "b.yaml")
    assert [str(fault) for fault in report.faults] == [
        "b.yaml:9:13: warning: every point of this question weighs 3, which is the same as no weights"
    ]
    assert warnings("    point: Bends", "    weight: 3\n    point: Bends") == []


def test_points_without_examples_are_counted_in_one_warning() -> None:
    points = "  - point: Stands close\n  - point: Looks ahead\n"
    report = check_data((BANK + points).encode(), "b.yaml")
    assert [str(fault) for fault in report.faults] == [
        f"b.yaml:16:12: warning: {NO_COUNTS} (so do 1 more); add some sentences"
    ]


def test_figures_are_looked_for_in_english_only() -> None:
    text = BANK.replace("About twenty-five.", "Rund fünfundzwanzig.") + "language: de\n"
    assert check_data(text.encode(), "b.yaml").faults == ()
