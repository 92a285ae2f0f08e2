"""Two attempts held side by side: what was gained and what was lost, point by point. Pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from interview_coach.journal.records import Attempt
from interview_coach.scoring.assessment import PointResult


class Change(StrEnum):
    """How a point went from the older attempt to the newer one."""

    GAINED = "gained"
    LOST = "lost"
    SAME = "as before"
    NEW = "new point"
    """The older checklist did not have it."""
    GONE = "point gone"
    """The newer checklist does not have it."""
    UNSCORED = "not scored"
    """One of the two answers was not scored."""


@dataclass(frozen=True, slots=True)
class PointChange:
    """One point of either checklist."""

    id: str
    text: str
    change: Change
    older: PointResult | None
    """None where the older attempt was not scored or not asked this point."""
    newer: PointResult | None


def same_question(older: Attempt, newer: Attempt) -> bool:
    """Return whether both answer one question, however it was worded at the time."""
    return (older.bank_id, older.question.id) == (newer.bank_id, newer.question.id)


def compare_points(older: Attempt, newer: Attempt) -> tuple[PointChange, ...]:
    """Return the points in the order of the newer checklist, then those only the older one has.

    Points are matched by id. Empty where the questions differ: their points have nothing in common.
    """
    if not same_question(older, newer):
        return ()
    texts = {p.id: p.text for p in (*newer.question.checklist, *older.question.checklist)}
    texts |= {p.id: p.text for p in newer.question.checklist}
    return tuple(_change(point_id, text, older, newer) for point_id, text in texts.items())


def score_change(older: Attempt, newer: Attempt) -> int | None:
    """Return how much the score rose, in points as shown; None where one of them was not scored."""
    before, after = _score(older), _score(newer)
    # Rounded first, so that the difference fits the two numbers beside it.
    return None if before is None or after is None else round(after) - round(before)


def tally(changes: Iterable[PointChange]) -> str:
    """Return the changes in words: "2 gained · 1 lost · 3 as before"; what did not occur is left out."""
    kinds = [c.change for c in changes]
    counts = [(kinds.count(change), change) for change in Change]
    return " · ".join(f"{count} {change}" for count, change in counts if count)


def _change(point_id: str, text: str, older: Attempt, newer: Attempt) -> PointChange:
    before, after = _result(older, point_id), _result(newer, point_id)
    if not _asks(older, point_id):
        change = Change.NEW
    elif not _asks(newer, point_id):
        change = Change.GONE
    elif before is None or after is None:
        change = Change.UNSCORED
    else:
        rise = after.standing.credit - before.standing.credit
        change = Change.GAINED if rise > 0 else Change.LOST if rise < 0 else Change.SAME
    return PointChange(point_id, text, change, before, after)


def _asks(attempt: Attempt, point_id: str) -> bool:
    return any(p.id == point_id for p in attempt.question.checklist)


def _result(attempt: Attempt, point_id: str) -> PointResult | None:
    points = attempt.assessment.points if attempt.assessment else ()
    return next((p for p in points if p.id == point_id), None)


def _score(attempt: Attempt) -> float | None:
    return attempt.assessment.score if attempt.assessment else None
