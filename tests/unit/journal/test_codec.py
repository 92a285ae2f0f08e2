from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.banks.question import Point, PointKind, Question, QuestionType
from interview_coach.journal.codec import (
    as_text,
    question_as_json,
    question_from_text,
    time_as_text,
    time_from_text,
)
from interview_coach.journal.faults import JournalError
from tests.unit.journal.samples import QUESTION

aware = st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(9999, 12, 30), timezones=st.just(UTC))


@given(aware, aware)
def test_times_come_back_and_their_order_as_text_is_their_order(one: datetime, other: datetime) -> None:
    assert time_from_text(time_as_text(one)) == one
    assert (time_as_text(one) < time_as_text(other)) == (one < other)


def test_times_are_kept_in_utc() -> None:
    summer = timezone(timedelta(hours=2))
    assert time_as_text(datetime(2026, 11, 23, 1, 0, tzinfo=summer)) == "2026-11-22T23:00:00.000000Z"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        time_as_text(datetime(2026, 11, 23, 1, 0))


text = st.text(st.characters(exclude_categories=["Cs"]))
points = st.builds(
    Point,
    id=text,
    text=text,
    kind=st.sampled_from(PointKind),
    weight=st.floats(0.001, 100),
    counts=st.lists(text).map(tuple),
    does_not_count=st.lists(text).map(tuple),
    probe=st.none() | text,
    tip=st.none() | text,
)
questions = st.builds(
    Question,
    id=text,
    ask=text,
    checklist=st.lists(points, min_size=1).map(tuple),
    type=st.sampled_from(QuestionType),
    competency=text,
    seconds=st.integers(1, 10_000),
    think=st.integers(0, 1000),
    sample=st.none() | text,
)


@given(questions)
def test_any_question_comes_back_as_it_was(question: Question) -> None:
    assert question_from_text(as_text(question_as_json(question)), "It") == question


def test_what_a_newer_version_added_is_left_out() -> None:
    kept = asdict(QUESTION) | {"new": 1}
    kept["checklist"][0]["newer"] = [2]
    assert question_from_text(as_text(kept), "It") == QUESTION


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "null",
        "[]",
        "{}",
        "[" * 100_000,
        as_text(asdict(QUESTION) | {"type": "riddle"}),
        '{"checklist": 1}',
    ],
)
def test_what_is_no_question_is_told_by_name(kept: str) -> None:
    with pytest.raises(JournalError, match="Attempt 7 cannot be read: the copy of its question"):
        question_from_text(kept, "Attempt 7")


def test_equal_questions_give_equal_text() -> None:
    assert as_text(question_as_json(QUESTION)) == as_text(question_as_json(replace(QUESTION)))
