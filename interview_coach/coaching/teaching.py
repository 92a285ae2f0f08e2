"""Overruling teaches: the sentence a user's verdict is about becomes a personal example of its point."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from interview_coach.banks.question import Point, PointKind, Question
from interview_coach.journal.records import Attempt, TaughtSentence
from interview_coach.scoring.assessment import Verdict


def lesson(
    attempt: Attempt, point_id: str, verdict: Verdict | None, taught_at: datetime
) -> TaughtSentence | None:
    """Return what the user's `verdict` on a point of an assessed attempt teaches, or None for nothing.

    "found" teaches a sentence that counts, "missed" one that does not. Nothing is taught by another verdict,
    or about a point that looks for an absence.
    """
    point = next((p for p in attempt.question.checklist if p.id == point_id), None)
    if verdict not in (Verdict.FOUND, Verdict.MISSED) or point is None or point.kind is PointKind.ABSENCE:
        return None
    sentence = _sentence(attempt, point_id)
    if not sentence:
        return None
    return TaughtSentence(
        bank_id=attempt.bank_id,
        question_id=attempt.question.id,
        point_id=point_id,
        attempt_id=attempt.id,
        sentence=sentence,
        counts=verdict is Verdict.FOUND,
        taught_at=taught_at,
    )


def with_taught(question: Question, taught: Iterable[TaughtSentence]) -> Question:
    """Return the question with what was `taught` about it, newest first, before the examples of its bank.

    The user has the last word: of one sentence taught both ways the newer stands, and it stands over the
    same sentence in the bank.
    """
    by_point: dict[str, dict[str, TaughtSentence]] = {}
    for sentence in taught:
        by_point.setdefault(sentence.point_id, {}).setdefault(_folded(sentence.sentence), sentence)
    if not by_point:
        return question
    points = tuple(_point(point, by_point.get(point.id, {}).values()) for point in question.checklist)
    return replace(question, checklist=points)


def _sentence(attempt: Attempt, point_id: str) -> str:
    """Return the words shown with the verdict, else those nearest to the point; "" for none."""
    points = attempt.assessment.points if attempt.assessment else ()
    evidence = next((p.evidence for p in points if p.id == point_id), None)
    if evidence is None:
        from interview_coach.scoring.checklist import nearest

        evidence = nearest(attempt.question, attempt.answer, point_id)
    return " ".join(evidence.text.split()) if evidence else ""


def _point(point: Point, taught: Collection[TaughtSentence]) -> Point:
    # Of an absence point the examples say what must not be there: a bank may have made it one since.
    if not taught or point.kind is PointKind.ABSENCE:
        return point
    said = {_folded(t.sentence) for t in taught}
    return replace(
        point,
        counts=(*(t.sentence for t in taught if t.counts), *_others(point.counts, said)),
        does_not_count=(
            *(t.sentence for t in taught if not t.counts),
            *_others(point.does_not_count, said),
        ),
    )


def _others(examples: Iterable[str], said: Collection[str]) -> Iterable[str]:
    return (example for example in examples if _folded(example) not in said)


def _folded(sentence: str) -> str:
    return " ".join(sentence.casefold().split()).rstrip(".!? ")
