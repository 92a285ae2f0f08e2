"""The standard checklists are as complete as a shipped bank's."""

import re

import pytest

from interview_coach.banks.identity import is_id
from interview_coach.banks.question import Bank, PointKind, Question, QuestionType
from interview_coach.banks.reader import check_data
from interview_coach.banks.standard import standard_checklist
from interview_coach.banks.writer import bank_to_yaml


@pytest.mark.parametrize("kind", QuestionType)
def test_every_point_is_complete(kind: QuestionType) -> None:
    checklist = standard_checklist(kind)
    assert 5 <= len(checklist) <= 7
    assert len({point.id for point in checklist}) == len(checklist)
    for point in checklist:
        assert is_id(point.id)
        assert len(point.counts) >= 2
        assert len(point.does_not_count) >= 2
        assert point.probe is not None
        assert point.probe.endswith("?")
        assert point.tip


@pytest.mark.parametrize("kind", QuestionType)
def test_the_linter_has_nothing_to_say_and_it_can_be_written(kind: QuestionType) -> None:
    bank = Bank("b", (Question("q", "Why?", standard_checklist(kind), kind),), title="B")
    report = check_data(bank_to_yaml(bank).encode(), "b.yaml")
    assert report.faults == ()
    assert report.bank == bank


def test_a_past_event_is_asked_for_as_such() -> None:
    kinds = [point.kind for point in standard_checklist(QuestionType.BEHAVIOURAL)]
    for kind in (
        PointKind.SITUATION,
        PointKind.OWNERSHIP,
        PointKind.RESULT,
        PointKind.NUMBER,
        PointKind.REFLECTION,
    ):
        assert kinds.count(kind) == 1


def test_figures_stand_in_what_counts_as_one_and_not_in_what_does_not() -> None:
    points = [p for kind in QuestionType for p in standard_checklist(kind) if p.kind is PointKind.NUMBER]
    assert points
    numbers = re.compile(r"\d|four|three|two|twelve|twenty")
    for point in points:
        assert all(numbers.search(text) for text in point.counts)
        assert not any(numbers.search(text) for text in point.does_not_count)
