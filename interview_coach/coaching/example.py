"""The one-minute example: an answer with its verdicts, made by hand to show each of the three once."""

from datetime import UTC, datetime
from typing import Final

from interview_coach.banks.question import Point, PointKind, Question
from interview_coach.journal.records import Attempt
from interview_coach.scoring.assessment import Evidence, PointResult, Verdict, scored
from interview_coach.scoring.delivery import measure

_QUESTION: Final = Question(
    id="example",
    ask="Tell me about a time you were asked to do something unsafe.",
    competency="safety",
    checklist=(
        Point("situation", "Names one occasion: who, where or when", PointKind.SITUATION),
        Point("action", "Says what you yourself did", PointKind.OWNERSHIP, weight=2),
        Point(
            "result",
            "Says how it ended",
            PointKind.RESULT,
            probe="What happened to the load, and to the order?",
        ),
        Point(
            "reflection",
            "Says what changed since",
            PointKind.REFLECTION,
            probe="What did you change after that day?",
        ),
    ),
)

_ANSWER: Final = (
    "In March, on the late shift at our depot, my supervisor wanted one more pallet on a load that was "
    "already leaning. I got down, walked round it and told him I would not drive it like that. He was not "
    "happy, but it was fine after that."
)


def example_attempt() -> Attempt:
    """Return the example: found, found, unclear, missed. It is never written to a journal."""
    points = (
        _point("situation", Verdict.FOUND, 0.93, "In March, on the late shift at our depot"),
        _point("action", Verdict.FOUND, 0.9, "I got down, walked round it and told him"),
        _point(
            "result",
            Verdict.UNCLEAR,
            0.7,
            "it was fine after that",
            advice="Say what came of it: the load, the order, your supervisor.",
        ),
        _point("reflection", Verdict.MISSED, 0.86, advice="Say what you, or the depot, do differently now."),
    )
    return Attempt(
        id="example",
        rehearsal_id=None,
        bank_id="example",
        bank_title="Example",
        language="en",
        question=_QUESTION,
        answered_at=datetime(2026, 1, 1, tzinfo=UTC),
        answer=_ANSWER,
        seconds=None,
        assessment=scored(points, measure(_ANSWER, _QUESTION.seconds), "example"),
    )


def _point(
    point_id: str, verdict: Verdict, confidence: float, words: str = "", advice: str = ""
) -> PointResult:
    point = next(p for p in _QUESTION.checklist if p.id == point_id)
    start = _ANSWER.index(words)
    return PointResult(
        id=point_id,
        kind=point.kind,
        verdict=verdict,
        confidence=confidence,
        advice=advice,
        weight=point.weight,
        evidence=Evidence(start, start + len(words), words) if words else None,
    )
