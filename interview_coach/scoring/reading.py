"""What a model makes of an answer: for each point how likely each verdict is, and which clause shows it."""

from dataclasses import dataclass
from typing import TypeAlias

Odds: TypeAlias = tuple[float, float, float]
"""Probabilities, adding up to 1: missed, unclear, found."""


@dataclass(frozen=True, slots=True)
class PointReading:
    """One point as read."""

    odds: Odds
    shown: tuple[float, ...]
    """For each clause of the answer, how well it shows the point; comparable within the point only."""

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
