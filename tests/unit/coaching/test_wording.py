"""How an assessment is put into words."""

from dataclasses import replace

import pytest

from interview_coach.banks.question import PointKind
from interview_coach.coaching.wording import (
    clock,
    counted,
    delivery_lines,
    score_text,
    status_text,
    taught_text,
    verdict_text,
)
from interview_coach.journal.records import TaughtSentence
from interview_coach.scoring.assessment import Assessment, PointResult, Status, Verdict, not_scored
from interview_coach.scoring.delivery import Delivery
from tests.unit.coaching.conftest import NOON

TYPED = Delivery(
    words=128,
    target_seconds=120,
    estimated_seconds=51.2,
    fillers={"um": 1, "like": 2},
    first_person=6,
    first_person_plural=1,
    hedges={"kind of": 1, "I guess": 1},
)


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (51.4, "0:51"), (59.7, "1:00"), (3725, "62:05"), (-3, "0:00")]
)
def test_time_is_minutes_and_seconds(seconds: float, text: str) -> None:
    assert clock(seconds) == text


def test_counts_have_their_plural() -> None:
    assert [counted(1, "word"), counted(1234, "word"), counted(2, "entry", "entries")] == [
        "1 word", "1,234 words", "2 entries",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("score", "interval", "text"),
    [
        (70.2, (58.1, 80.6), "70 · likely 58–81"),
        (100.0, (100.0, 100.0), "100 · likely 100"),
        (50.0, None, "50"),
        (None, None, "not scored"),
    ],
)
def test_a_score_stands_with_its_interval(
    score: float | None, interval: tuple[float, float] | None, text: str
) -> None:
    assessment = Assessment(Status.SCORED, TYPED, "fake 1", score=score, interval=interval)

    assert score_text(assessment) == text


def test_no_score_says_why() -> None:
    assert status_text(None) == "not scored yet"
    assert status_text(not_scored("too short", TYPED, "fake 1")) == "not scored: too short"


def test_a_verdict_of_the_user_is_marked_as_theirs() -> None:
    point = PointResult("p", PointKind.CONTENT, Verdict.MISSED, 0.6, "")
    overruled = PointResult("p", PointKind.CONTENT, Verdict.MISSED, 0.6, "", overruled=Verdict.FOUND)

    assert verdict_text(point) == "missed"
    assert verdict_text(overruled) == "found (yours; the scorer said missed)"


def test_a_typed_answer_says_what_cannot_be_measured() -> None:
    assert delivery_lines(TYPED) == [
        "128 words, about 0:51 spoken of 2:00",
        "pace: not measurable in a typed answer",
        "fillers: 3 (like 2, um 1)",
        "hedges: 2 (I guess, kind of)",
        "I 6 / we 1",
    ]


def test_a_spoken_answer_has_its_pace() -> None:
    spoken = Delivery(words=130, target_seconds=120, spoken=True, seconds=60, words_per_minute=130.2)

    assert delivery_lines(spoken)[:3] == [
        "130 words, 1:00 of 2:00",
        "pace: 130 words a minute",
        "fillers: none",
    ]


@pytest.mark.parametrize(("counts", "end"), [(True, "counts"), (False, "does not count")])
def test_what_was_taught_is_quoted_on_one_line(counts: bool, end: str) -> None:
    taught = TaughtSentence("b", "q", "p", "a", "We\nrestacked it\x1b", counts, NOON)
    assert taught_text(taught) == f"remembered: “We restacked it␛” {end}"
    long = taught_text(replace(taught, sentence="word " * 100))
    assert len(long) < 100
