"""Days as people say them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.coaching.days import parse_day, say_day, say_distance
from interview_coach.errors import CoachError

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        ("   ", None),
        ("today", date(2026, 11, 23)),
        ("Tomorrow", date(2026, 11, 24)),
        ("in 3 days", date(2026, 11, 26)),
        ("3 days", date(2026, 11, 26)),
        ("in 2 weeks", date(2026, 12, 7)),
        ("next week", date(2026, 11, 30)),
        ("tue", date(2026, 11, 24)),
        ("Tuesday", date(2026, 11, 24)),
        ("monday", date(2026, 11, 30)),
        ("on Friday", date(2026, 11, 27)),
        ("24 Nov", date(2026, 11, 24)),
        ("Nov 24", date(2026, 11, 24)),
        ("24th of November", date(2026, 11, 24)),
        ("Tue 24 Nov", date(2026, 11, 24)),
        ("Tuesday, 24 November 2026", date(2026, 11, 24)),
        ("3 Jan", date(2027, 1, 3)),
        ("1 nov 2026", date(2026, 11, 1)),
        ("2026-11-24", date(2026, 11, 24)),
    ],
)
def test_what_a_text_means(text: str, day: date | None) -> None:
    assert parse_day(text, MONDAY) == day


@pytest.mark.parametrize("text", ["soon", "31 Nov", "2026-13-01", "24", "Nov", "24 25 26 Nov", "²² Nov"])
def test_what_is_no_day_is_said_with_examples(text: str) -> None:
    with pytest.raises(CoachError) as error:
        parse_day(text, MONDAY)
    assert text in error.value.message
    assert "24 Nov" in error.value.hint


@given(st.text(max_size=30))
def test_no_text_does_worse_than_an_error(text: str) -> None:
    try:
        day = parse_day(text, MONDAY)
    except CoachError:
        return
    assert day is None or isinstance(day, date)


@given(st.dates(min_value=MONDAY, max_value=date(2027, 11, 22)))
def test_a_day_in_the_year_to_come_is_read_back_as_it_is_said(day: date) -> None:
    assert parse_day(say_day(day), MONDAY) == day


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 11, 26), "in 3 days"),
        (date(2026, 11, 22), "yesterday"),
        (date(2026, 11, 13), "10 days ago"),
    ],
)
def test_how_far_off(day: date, words: str) -> None:
    assert say_distance(day, MONDAY) == words
