"""Delivery: what is counted, and what cannot be measured."""

import math

import pytest

from interview_coach.scoring.delivery import Delivery, measure


def test_a_typed_answer_has_no_pace_but_an_estimated_length() -> None:
    measured = measure("word " * 150, 120, seconds=600.0)
    assert measured.words == 150
    assert measured.words_per_minute is None
    assert measured.estimated_seconds == 60.0
    assert measured.length_seconds == 60.0
    assert measured.seconds == 600.0


def test_a_spoken_answer_has_a_pace() -> None:
    measured = measure("word " * 100, 120, seconds=30.0, spoken=True)
    assert measured.words_per_minute == 200.0
    assert measured.estimated_seconds is None
    assert measured.length_seconds == 30.0


@pytest.mark.parametrize("seconds", [None, 0.0, -1.0, math.nan, math.inf])
def test_a_pace_needs_a_time(seconds: float | None) -> None:
    assert measure("some words", 120, seconds=seconds, spoken=True).words_per_minute is None


def test_nothing_said() -> None:
    assert measure("", 90) == Delivery(words=0, target_seconds=90, estimated_seconds=0.0)


def test_i_and_we_are_counted_in_all_their_forms() -> None:
    measured = measure("I’d say we're fine, and I'll ask my team; our US office, i.e. us, told me.", 120)
    assert measured.first_person == 4
    assert measured.first_person_plural == 3


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Um, so, erm, I went uh home", {"um": 1, "erm": 1, "uh": 1}),
        ("it was, like, broken", {"like": 1}),
        ("and like i told him", {"like": 1}),
        ("I like tea and it looks like rain, just like a storm", {}),
        ("it was like a circus", {}),
        ("it was, you know, late", {"you know": 1}),
        ("do you know him, you know what I said", {}),
        ("I mean it broke", {"I mean": 1}),
        ("it basically stopped", {"basically": 1}),
    ],
)
def test_fillers(answer: str, expected: dict[str, int]) -> None:
    assert measure(answer, 120).fillers == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("it was kind of slow, I guess, maybe", {"kind of": 1, "I guess": 1, "maybe": 1}),
        ("I like this kind of work and that sort of shift", {}),
        ("I think, I think so", {"I think": 2}),
    ],
)
def test_hedges(answer: str, expected: dict[str, int]) -> None:
    assert measure(answer, 120).hedges == expected


def test_a_measured_delivery_survives_the_journal() -> None:
    measured = measure("Um, I guess we did, like, well.", 60, seconds=4.0, spoken=True)
    assert Delivery.from_json(measured.as_json()) == measured
