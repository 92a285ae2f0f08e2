"""Absence points."""

from dataclasses import replace

import pytest

from interview_coach.banks.question import Point, PointKind
from interview_coach.scoring.hearing import hear
from interview_coach.scoring.likeness import prepare
from interview_coach.scoring.story import read
from interview_coach.scoring.tone import absence
from tests.unit.scoring.examples import IMPROVED


def kept(text: str, answer: str) -> float:
    point = Point("p", text, PointKind.ABSENCE)
    question = replace(IMPROVED, checklist=(point,))
    strength, _ = absence(point, prepare(question).points[0], hear(question, read(answer)))
    return strength


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Does not run down the boss", "My boss was an incompetent bully and the office was a shambles."),
        (
            "Stays professional and avoids private details",
            "I left because of my divorce and my kids needed me.",
        ),
        ("Is not only about money", "Honestly it is only the salary that counts for me, nothing else."),
        ("Avoids a cliché", "My weakness is that I am a perfectionist and I work too hard."),
    ],
)
def test_a_slip_is_noticed(text: str, answer: str) -> None:
    assert kept(text, answer) < 0.6


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Does not run down the boss", "I don't blame her, she had two sites to run and not enough hands."),
        (
            "Does not run down the boss",
            "The yard was a mess after the storm, so I swept it before the lorries came.",
        ),
        ("Stays professional and avoids private details", "I fixed the pump at the farm and rang the owner."),
        ("Avoids a cliché", "I put off phone calls, so I do them first thing in the morning."),
    ],
)
def test_clean_talk_is_left_alone(text: str, answer: str) -> None:
    assert kept(text, answer) >= 0.6
