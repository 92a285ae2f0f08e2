"""Which questions are asked."""

import random
from collections.abc import Mapping
from datetime import datetime, timedelta

from interview_coach.banks.question import Bank
from interview_coach.coaching.plan import choose_questions, in_order, minutes_for
from tests.unit.coaching.conftest import NOON, bank, question

BANK = bank("one", *(question(f"q{i}") for i in range(8)))


def never(_: Bank) -> Mapping[str, datetime]:
    return {}


def asked(**kwargs: object) -> list[str]:
    return [p.question.id for p in choose_questions([BANK], never, random.Random(1), **kwargs)]  # type: ignore[arg-type]


def test_all_questions_once_where_no_number_is_given() -> None:
    assert sorted(asked()) == [f"q{i}" for i in range(8)]


def test_as_many_as_wanted() -> None:
    assert len(asked(count=3)) == 3


def test_the_same_random_numbers_choose_the_same_questions_and_others_do_not() -> None:
    first = [p.question.id for p in choose_questions([BANK], never, random.Random(1))]
    second = [p.question.id for p in choose_questions([BANK], never, random.Random(2))]
    assert first == asked()
    assert first != second


def test_those_never_seen_come_first_then_the_one_seen_longest_ago() -> None:
    seen = {f"q{i}": NOON - timedelta(days=i) for i in range(5)}
    chosen = choose_questions([BANK], lambda _: seen, random.Random(3))
    ids = [p.question.id for p in chosen]
    assert sorted(ids[:3]) == ["q5", "q6", "q7"]
    assert ids[3:] == ["q4", "q3", "q2", "q1", "q0"]


def test_one_competency_over_several_banks() -> None:
    other = bank("two", question("x", competency="teamwork"), question("y"))
    chosen = choose_questions([BANK, other], never, random.Random(1), competency="teamwork")
    assert [(p.bank_id, p.question.id) for p in chosen] == [("two", "x")]


def test_a_competency_that_no_bank_has_gives_nothing() -> None:
    assert asked(competency="juggling") == []


def test_in_order_keeps_the_order_of_the_file() -> None:
    assert [p.question.id for p in in_order(BANK)] == [f"q{i}" for i in range(8)]


def test_minutes_count_thinking_answering_and_reading() -> None:
    # Two questions of 30 s thinking, 120 s answer and 45 s feedback: 6.5 minutes; 5.5 without thinking.
    two = in_order(BANK)[:2]
    assert minutes_for(two, think=True) == 6
    assert minutes_for(two * 2, think=False) == 11
