"""From odds to a verdict and its confidence: how often such verdicts were right on unseen hands."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from interview_coach.banks.question import PointKind
from interview_coach.scoring.assessment import Verdict
from interview_coach.scoring.reading import Odds

_BY_LEVEL: Final = (Verdict.MISSED, Verdict.UNCLEAR, Verdict.FOUND)

Curve: TypeAlias = Sequence[tuple[float, float]]
"""(what the model says, how often it was right), ascending, straight between."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Thresholds and curves of one scorer."""

    limits: tuple[float, float]
    """Expected credit, 0 to 1, from which a point is unclear, and from which it is found."""
    limits_of_absence: tuple[float, float]
    """The same of absence points: nearly all answers keep to them, so a small doubt means much."""
    curves: Mapping[Verdict, Curve]
    quote_from: float
    """Share of what shows a point, 0 to 1, from which a quote is mostly what a reader underlines."""

    def verdict(self, kind: PointKind, odds: Odds) -> Verdict:
        """Return the verdict nearest to the expected credit."""
        unclear_from, found_from = self.limits_of_absence if kind is PointKind.ABSENCE else self.limits
        credit = odds[1] / 2 + odds[2]
        return _BY_LEVEL[(credit >= unclear_from) + (credit >= found_from)]

    def confidence(self, odds: Odds, verdict: Verdict) -> float:
        """Return how probable it is that a careful reader says the same, 0 to 1."""
        said = odds[_BY_LEVEL.index(verdict)]
        curve = self.curves[verdict]
        place = bisect_right([x for x, _ in curve], said)
        if place in {0, len(curve)}:
            return round(curve[min(place, len(curve) - 1)][1], 3)
        (x0, y0), (x1, y1) = curve[place - 1], curve[place]
        return round(y0 + (y1 - y0) * (said - x0) / (x1 - x0), 3)


def calibration_of(kept: Mapping[str, Any]) -> Calibration:
    """Return the calibration as the model's file holds it."""
    curves = {verdict: [(x, y) for x, y in kept[verdict.value]] for verdict in _BY_LEVEL}
    limits, of_absence = ((low, high) for low, high in (kept["limits"], kept["limits_of_absence"]))
    return Calibration(limits, of_absence, curves, kept["quote_from"])
