"""What Today offers."""

from dataclasses import replace
from datetime import date

from interview_coach.coaching.today import Next, choices, interview_line, standings
from interview_coach.journal.records import RehearsalRecord
from interview_coach.settings import Settings
from tests.unit.coaching.conftest import NOON, bank, planned, question

BANKS = (bank("one", question("a"), question("b")), bank("two", question("c")))
TODAY = date(2026, 11, 23)


def test_without_a_preference_the_first_bank_is_offered() -> None:
    offered = choices(BANKS, Settings(), None)
    assert [c.kind for c in offered] == [Next.REHEARSE, Next.INTERVIEW, Next.CHOOSE, Next.MY_QUESTIONS]
    assert offered[0].bank_ids == ("one",)


def test_preferred_banks_are_offered_each_and_together() -> None:
    offered = choices(BANKS, Settings(preferred_banks=("two", "one", "gone")), None)
    assert [c.bank_ids for c in offered if c.kind is Next.REHEARSE] == [("one",), ("two",)]
    assert next(c for c in offered if c.kind is Next.INTERVIEW).bank_ids == ("one", "two")


def test_a_rehearsal_that_was_left_comes_first_and_says_where() -> None:
    record = RehearsalRecord("r", NOON, "coach", True, planned("a", "b", "c"), position=1)
    first = choices(BANKS, Settings(), record)[0]
    assert first.kind is Next.GO_ON
    assert "question 2 of 3" in first.label


def test_without_banks_there_is_still_something_to_do() -> None:
    assert [c.kind for c in choices((), Settings(), None)] == [Next.MY_QUESTIONS]


def test_a_choice_says_how_long_it_takes() -> None:
    short = choices(BANKS, Settings(questions_per_rehearsal=1, think=False), None)[0]
    assert short.minutes == 3


def test_the_weakest_competency_stands_first_by_its_last_three_scores() -> None:
    found = standings({"calm": [90, 20, 30, 10], "safety": [10, 80, 90, 95], "none": []})
    assert [s.competency for s in found] == ["calm", "safety"]
    assert found[0].scores == (90, 20, 30, 10)


def test_the_interview_in_one_line() -> None:
    settings = Settings(interview_title="Team lead", interview_date=date(2026, 11, 26))
    assert interview_line(settings, TODAY) == "Team lead · interview in 3 days (Thu 26 Nov)"
    assert interview_line(replace(settings, interview_title=""), TODAY) == "interview in 3 days (Thu 26 Nov)"
    assert interview_line(Settings(), TODAY) == ""
    past = replace(settings, interview_date=date(2026, 11, 20))
    assert "interview was 3 days ago" in interview_line(past, TODAY)
