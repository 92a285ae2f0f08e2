"""What a model makes of an answer: for each point how likely each verdict is, and which clause shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from interview_coach.banks.question import Point, PointKind

Odds: TypeAlias = tuple[float, float, float]
"""Probabilities, adding up to 1: missed, unclear, found."""


def shows(point: Point) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the examples of what shows the point, and of what comes close.

    What shows an absence point is what breaks it: one sentence is enough for that, and none shows that it
    is kept.
    """
    if point.kind is PointKind.ABSENCE:
        return point.does_not_count, point.counts
    return point.counts, point.does_not_count


def odds_of(kind: PointKind, some: float, full: float) -> Odds:
    """Return the odds of a point that is shown at all with probability `some`, and plainly with `full`."""
    full = min(some, full)
    if kind is PointKind.ABSENCE:
        return full, some - full, 1.0 - some
    return 1.0 - some, some - full, full


_BESIDE: Final = 0.35
"""A clause beside the best, and of its sentence, belongs to the quote if it shows the point so nearly."""


class Quoted(NamedTuple):
    """The clauses that together show a point best."""

    first: int
    last: int
    share: float
    """How much of all that shows the point they are, 0 to 1."""


def quoted(shown: Sequence[float], sentences: Sequence[int]) -> Quoted:
    """Return what to quote: `shown` as in a reading, `sentences` the sentence that each clause is of."""
    best = max(range(len(shown)), key=shown.__getitem__)

    def belongs(place: int) -> bool:
        there = 0 <= place < len(shown) and sentences[place] == sentences[best]
        return there and shown[place] >= _BESIDE * shown[best]

    # One on each side at most: without punctuation, as in speech, everything is of one sentence.
    first, last = best - belongs(best - 1), best + belongs(best + 1)
    return Quoted(first, last, sum(shown[first : last + 1]) / (sum(shown) or 1.0))


@dataclass(frozen=True, slots=True)
class PointReading:
    """One point as read."""

    odds: Odds
    shown: tuple[float, ...]
    """For each clause of the answer, how well it shows the point; comparable within the point only."""
    nearness: float
    """How likely it is, by the core model, that the clause which shows the point best shows it at all."""

    @property
    def expected(self) -> float:
        """The expected credit, 0 to 1."""
        return self.odds[1] / 2 + self.odds[2]


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole answer as read."""

    points: tuple[PointReading, ...]
    """In the order of the checklist."""
    how: tuple[float, ...]
    """Probability of each of `listening.HOW`: how the answer is told."""
