"""Figures of agreement, each with its 95 % bootstrap interval; whole answers are drawn, never verdicts."""

import math
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

SEED: Final = 20261123
RESAMPLES: Final = 1000

_BITS: Final = 24
"""Room for each count of a confusion table kept in one number, so that adding two tables is one addition."""

Item = TypeVar("Item")
Table = list[list[int]]
"""Confusion counts, [truth][said], levels 0 to 2."""


@dataclass(frozen=True)
class Figure:
    """A value, its 95 % interval (none where it makes no sense) and the number of things it is of."""

    value: float
    low: float
    high: float
    n: int

    def text(self, digits: int = 2, *, signed: bool = False) -> str:
        """Return `0.62 [0.55, 0.68]`, or a dash where there is nothing to measure."""
        if math.isnan(self.value):
            return "-"
        plus = "+" if signed else ""
        value = f"{self.value:{plus}.{digits}f}"
        if math.isnan(self.low):
            return value
        return f"{value} [{self.low:{plus}.{digits}f}, {self.high:{plus}.{digits}f}]"


def plain(value: float, n: int) -> Figure:
    """Return a figure without an interval."""
    return Figure(value, math.nan, math.nan, n)


def bootstrapped(items: Sequence[Item], figure: Callable[[Sequence[Item]], float], n: int) -> Figure:
    """Return the figure of the items with its interval; nan where there are none."""
    if not items or not n:
        return plain(math.nan, 0)
    draw = random.Random(SEED)
    drawn = (figure(draw.choices(items, k=len(items))) for _ in range(RESAMPLES))
    # A draw may hold nothing to measure, such as no spoken answer.
    figures = sorted(value for value in drawn if not math.isnan(value))
    if not figures:
        return plain(figure(items), n)
    low, high = figures[int(0.025 * len(figures))], figures[int(0.975 * len(figures))]
    return Figure(figure(items), low, high, n)


def mean(values: Sequence[float]) -> Figure:
    return bootstrapped(values, average, len(values))


def average(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else math.nan


def share(hits: Sequence[tuple[int, int]]) -> Figure:
    """Return the share of hits; each item is (hits, cases) of one answer."""

    def of(drawn: Sequence[tuple[int, int]]) -> float:
        cases = sum(n for _, n in drawn)
        return sum(hit for hit, _ in drawn) / cases if cases else math.nan

    return bootstrapped(hits, of, sum(n for _, n in hits))


def difference(values: Sequence[tuple[bool, float]]) -> Figure:
    """Return the mean of the marked values less that of the others."""

    def of(drawn: Sequence[tuple[bool, float]]) -> float:
        return average([v for marked, v in drawn if marked]) - average(
            [v for marked, v in drawn if not marked]
        )

    return bootstrapped(values, of, len(values))


def of_tables(packed: Sequence[int], figure: Callable[[Table], float]) -> Figure:
    """Return a figure of the confusion counts; each item is `pack` of one answer."""
    n = sum(map(sum, _unpacked(sum(packed))))
    return bootstrapped(packed, lambda drawn: figure(_unpacked(sum(drawn))), n)


def pack(pairs: Iterable[tuple[int, int]]) -> int:
    """Return the confusion counts of (truth, said) as one number."""
    return sum(1 << _BITS * (3 * truth + said) for truth, said in pairs)


def _unpacked(packed: int) -> Table:
    mask = (1 << _BITS) - 1
    return [[packed >> _BITS * (3 * truth + said) & mask for said in range(3)] for truth in range(3)]


def accuracy(table: Table) -> float:
    return sum(table[level][level] for level in range(3)) / (sum(map(sum, table)) or 1)


def qwk(table: Table) -> float:
    """Return the quadratic-weighted kappa; 0 where nothing varies."""
    n = sum(map(sum, table))
    truth, said = [sum(row) for row in table], [sum(column) for column in zip(*table, strict=True)]
    observed = sum((t - s) ** 2 * table[t][s] for t in range(3) for s in range(3))
    expected = sum((t - s) ** 2 * truth[t] * said[s] for t in range(3) for s in range(3))
    return 1.0 - observed * n / expected if expected else 0.0


def macro_f1(table: Table) -> float:
    """Return the mean F1 of the levels that the reader or the method used."""
    scores = []
    for level in range(3):
        either = sum(table[level]) + sum(row[level] for row in table)
        if either:
            scores.append(2 * table[level][level] / either)
    return average(scores) if scores else 0.0


def calibration_error(verdicts: Sequence[tuple[float, bool]]) -> Figure:
    """Return the expected calibration error of (confidence, right) in ten bins of equal width."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for confidence, right in verdicts:
        bins[min(int(confidence * 10), 9)].append((confidence, right))
    gaps = sum(abs(sum(confidence - right for confidence, right in each)) for each in bins)
    return plain(gaps / len(verdicts) if verdicts else math.nan, len(verdicts))
