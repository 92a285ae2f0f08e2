"""Whatever a file holds, reading it gives a bank or a `BankError`; a bank survives being written and read."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from interview_coach.banks.faults import BankError
from interview_coach.banks.question import Bank, Point, PointKind, Question, QuestionType
from interview_coach.banks.reader import MAX_THINK, MAX_WEIGHT, SECONDS, check_data, parse_bank
from interview_coach.banks.writer import bank_to_yaml

FULL = """\
format: 1
id: warehouse
title: "Warehouse: nights"
questions:
  - id: unsafe-request
    ask: Tell me about a time you were asked to do something unsafe.
    type: behavioural
    seconds: 90
    checklist:
      - id: situation
        kind: situation
        point: 'Names an occasion'
        weight: 2
        counts: [Last May, "On nights"]
"""
KEYS = [field for part in (Bank, Question, Point) for field in part.__dataclass_fields__]
KEYS += ["format", "ask", "checklist", "point", "questions", "counts", "chekclist"]


def reads_or_says_why(data: bytes) -> None:
    """Read twice, once as the app does and once as the linter does, and compare what they say."""
    report = check_data(data, "b.yaml")
    text = data.decode("utf-8", "replace")
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fault in report.faults:
        assert 1 <= fault.line <= len(lines)
        assert 1 <= fault.column <= len(lines[fault.line - 1]) + 1
        assert fault.message
        assert "\n" not in str(fault)
    if report.bank is not None:
        assert report.errors == ()
        assert parse_bank(data, "b.yaml") == report.bank
        return
    assert report.errors
    with pytest.raises(BankError) as caught:
        parse_bank(data, "b.yaml")
    assert caught.value.faults == report.errors


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    reads_or_says_why(data)


@given(
    st.text(
        alphabet=st.sampled_from("ab1 \n\t:-?!&*#|>'\"[]{},%@`\\~.é🙂\0\x1b\x85\u2028\ufeff"), max_size=120
    )
)
def test_any_text_of_the_signs_of_yaml(text: str) -> None:
    reads_or_says_why(text.encode())
    reads_or_says_why(("format: 1\nid: a\n" + text).encode())


@given(st.text(alphabet=st.sampled_from("ab1 \n\t:-?!&*#|>'\"[]{},%@\\~.é🙂Uud8x"), max_size=60))
def test_any_text_without_libyaml(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        reads_or_says_why(text.encode())


@given(
    at=st.integers(0, len(FULL)),
    cut=st.integers(0, 30),
    put=st.text(alphabet=st.sampled_from("a1 \n\t:-&*#|>'\"[]{},~\\é"), max_size=8),
)
def test_a_bank_damaged_in_one_place(at: int, cut: int, put: str) -> None:
    reads_or_says_why((FULL[:at] + put + FULL[at + cut :]).encode())


scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.text(max_size=12)
    | st.sampled_from(["behavioural", "result", "en", "lift", "1"])
)
structures = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | scalars, inner, max_size=6)
    ),
    max_leaves=25,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(structures, st.booleans())
def test_any_structure_with_the_keys_of_a_bank(structure: object, flow: bool) -> None:
    dumped = yaml.dump({"format": 1, "id": "b", "questions": structure}, default_flow_style=flow)
    reads_or_says_why(dumped.encode())
    reads_or_says_why(yaml.dump(structure, allow_unicode=True, default_flow_style=flow).encode())


texts = st.text(max_size=60) | st.text(
    alphabet=st.sampled_from("ab \n\t:-#'\"|>{}[]&*!%@?.1~\\\r\0\x1b\x85\u2028\ufeffé🙂\U0010ffff"),
    max_size=40,
)
written = texts.filter(lambda text: bool(text.strip()))
valid_ids = st.from_regex(r"[A-Za-z0-9_-]{1,12}", fullmatch=True) | st.sampled_from(
    ["yes", "null", "12", "1e3", "2024-01-01"]
)
points = st.builds(
    Point,
    id=valid_ids,
    text=written,
    kind=st.sampled_from(PointKind),
    weight=st.floats(0, MAX_WEIGHT, exclude_min=True) | st.integers(1, 1000).map(float),
    counts=st.lists(written, max_size=3).map(tuple),
    does_not_count=st.lists(written, max_size=3).map(tuple),
    probe=st.none() | texts,
    tip=st.none() | texts,
)
questions = st.builds(
    Question,
    id=valid_ids,
    ask=written,
    checklist=st.lists(points, min_size=1, max_size=3, unique_by=lambda point: point.id).map(tuple),
    type=st.sampled_from(QuestionType),
    competency=written,
    seconds=st.integers(*SECONDS),
    think=st.integers(0, MAX_THINK),
    sample=st.none() | texts,
)
banks = st.builds(
    Bank,
    id=valid_ids,
    questions=st.lists(questions, min_size=1, max_size=3, unique_by=lambda question: question.id).map(tuple),
    title=written,
    language=st.sampled_from(["en", "no", "pt-br", "en-gb"]),
    description=texts,
    source=st.just(Path("b.yaml")),
)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(banks)
def test_a_written_bank_reads_back_as_the_same_bank(bank: Bank) -> None:
    text = bank_to_yaml(bank)
    assert parse_bank(text.encode(), "b.yaml", bank.source) == bank


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=40)
@given(banks)
def test_a_written_bank_reads_back_without_libyaml(bank: Bank) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        assert parse_bank(bank_to_yaml(bank).encode(), "b.yaml", bank.source) == bank


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_every_character_of_a_question_survives(text: str) -> None:
    assume(text.strip())
    bank = Bank("b", (Question("q", text, (Point("p", text),)),), title="B", description=text)
    assert parse_bank(bank_to_yaml(bank).encode(), "b") == bank
