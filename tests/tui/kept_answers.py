"""Answers that are in the journal before the app starts."""

from collections.abc import Iterable
from datetime import timedelta

from interview_coach.banks.question import Question
from interview_coach.journal.journal import Journal
from interview_coach.journal.records import Attempt
from interview_coach.paths import Paths
from interview_coach.scoring.assessment import (
    Assessment,
    Evidence,
    PointResult,
    Verdict,
    not_scored,
    scored,
)
from interview_coach.scoring.delivery import Delivery
from tests.tui.rehearsing import FIRST, NOON

_VERDICTS = {v.value[0]: v for v in Verdict}


def answered(
    name: str,
    *,
    hours_ago: float = 1,
    question: Question = FIRST,
    answer: str = "Last March I stopped the truck.",
    verdicts: str = "fumm",
    bank_id: str = "mine",
) -> Attempt:
    """Return an attempt; `verdicts` has one letter a point, or none for an answer that is not scored.

    The first point found has the first two words as its evidence.
    """
    return Attempt(
        id=name,
        rehearsal_id=None,
        bank_id=bank_id,
        bank_title="My bank",
        language="en",
        question=question,
        answered_at=NOON - timedelta(hours=hours_ago),
        answer=answer,
        seconds=30.0,
        assessment=_judged(question, answer, verdicts),
    )


def _judged(question: Question, answer: str, verdicts: str) -> Assessment:
    delivery = Delivery(words=len(answer.split()), target_seconds=question.seconds)
    if not verdicts:
        return not_scored("too short to judge.", delivery, "rough 1")
    quoted = " ".join(answer.split()[:2])
    return scored(
        tuple(
            PointResult(
                point.id,
                point.kind,
                _VERDICTS[letter],
                0.8,
                "" if letter == "f" else "Say more.",
                evidence=Evidence(0, len(quoted), quoted) if letter == "f" else None,
            )
            for point, letter in zip(question.checklist, verdicts, strict=True)
        ),
        delivery,
        "rough 1",
    )


def keep(paths: Paths, attempts: Iterable[Attempt]) -> Paths:
    """Put the attempts into the journal of a home folder."""
    with Journal.open(paths.journal) as journal:
        for attempt in attempts:
            journal.attempts.add(attempt)
    return paths
