"""Whose deed it is, and whether it happened."""

import pytest

from interview_coach.scoring.agents import Agent, Mood, deeds
from interview_coach.scoring.words import words_of


def told(text: str) -> list[tuple[str, str, str]]:
    return [(d.agent.value, d.mood.value, d.verb) for d in deeds(words_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I rang the depot", [("I", "past", "rang")]),
        ("I then quickly switched it off and told Bea", [("I", "past", "switched"), ("I", "past", "told")]),
        ("we counted the stock", [("we", "past", "counted")]),
        ("my boss decided it", [("other", "past", "decided")]),
        ("I would ask her first", [("I", "imagined", "ask")]),
        ("I'd ask her first", [("I", "imagined", "ask")]),
        ("I'd told her twice", [("I", "past", "told")]),
        ("I didn't check it", [("I", "denied", "check")]),
        ("I never asked", [("I", "denied", "asked")]),
        ("I drive a van", [("I", "present", "drive")]),
        ("Rang the client and fixed the pump", [("I", "past", "rang"), ("I", "past", "fixed")]),
        ("I’d fetch it and put it there", [("I", "imagined", "fetch"), ("I", "imagined", "put")]),
        (
            "I promptly rang her and therefore left",
            [("I", "past", "rang"), ("I", "past", "left")],
        ),
        ("I had to rebuild it", [("I", "past", "rebuild")]),
        ("I have to ring them", [("I", "present", "ring")]),
        ("I not only rebuilt it but trained two", [("I", "past", "rebuilt"), ("I", "past", "trained")]),
        ("I didn't hesitate to call him", [("I", "past", "call")]),
        ("I was the one who rang him", [("I", "past", "was"), ("I", "past", "rang")]),
        ("it was me who found it", [("I", "past", "found")]),
        (
            "I called the man who complained and offered a refund",
            [("I", "past", "called"), ("other", "past", "complained"), ("I", "past", "offered")],
        ),
        ("Everybody panicked", [("other", "past", "panicked")]),
        ("I fetched it and put it there", [("I", "past", "fetched"), ("I", "past", "put")]),
    ],
)
def test_deeds(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_a_clause_without_a_subject_goes_on_with_the_one_before() -> None:
    (deed,) = deeds(words_of("and mended the fence"), Agent.TEAM)
    assert (deed.agent, deed.mood) == (Agent.TEAM, Mood.PAST)
