"""From odds to verdicts and quotes: thresholds and curves, fitted to what is said of hands that no model has seen."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from interview_coach.banks.question import PointKind
from interview_coach.scoring.reading import quoted
from interview_coach.scoring.story import read
from training.corpus import Answer, shown_level, underlined


def kappa(told: Sequence[int], read: Sequence[int], levels: int = 3) -> float:
    """Return the quadratic-weighted kappa of two lists of levels; nan where neither varies."""
    a, b = np.asarray(told), np.asarray(read)
    if not len(a):
        return float("nan")
    table = np.zeros((levels, levels))
    np.add.at(table, (a, b), 1)
    weights = (np.arange(levels)[:, None] - np.arange(levels)[None]) ** 2
    chance = np.outer(table.sum(1), table.sum(0)) / len(a)
    expected = (weights * chance).sum()
    return 1.0 - float((weights * table).sum() / expected) if expected else float("nan")


class Limits(NamedTuple):
    """The expected credits, 0 to 1, from which a point is unclear and from which it is found."""

    others: tuple[float, float]
    absence: tuple[float, float]
    """Of absence points, which nearly all answers keep to: there a small doubt means much."""


def absence_of(answers: Sequence[Answer]) -> np.ndarray:
    """Return for each point with a mark, one answer after another, whether it is an absence point."""
    return np.array(
        [p.kind is PointKind.ABSENCE for a in answers for p in a.question.checklist if p.id in a.marks], bool
    )


def levels_of(odds: np.ndarray, absent: np.ndarray, limits: Limits) -> np.ndarray:
    """Return the level of each row by its expected credit."""
    credit = odds @ np.array([0.0, 0.5, 1.0])
    some, full = np.where(absent[:, None], limits.absence, limits.others).T
    return (credit >= some).astype(int) + (credit >= full)


def limits_of(odds: np.ndarray, read: np.ndarray, absent: np.ndarray) -> Limits:
    """Return the limits that agree best with the reader (QWK); `odds` must be those of unseen hands."""
    credit = odds @ np.array([0.0, 0.5, 1.0])
    return Limits(_best(credit[~absent], read[~absent]), _best(credit[absent], read[absent]))


def _best(credit: np.ndarray, read: np.ndarray) -> tuple[float, float]:
    """Return the best limits; found begins above unclear by .1 at least, so that there is such a thing as unclear."""
    grid = np.arange(0.2, 0.86, 0.025)
    best = max(
        (kappa((credit >= a).astype(int) + (credit >= b), read), -abs(b - a - 0.2), float(a), float(b))
        for a in grid for b in grid if b >= a + 0.1
    )  # fmt: skip
    return round(best[2], 3), round(best[3], 3)


class Quotes(NamedTuple):
    """Quotes of points that the reader underlined something for."""

    share: np.ndarray
    right: np.ndarray

    def shown_from(self, least: float) -> float:
        """Return the share from which quotes are shown so that `least` of those, 0 to 1, are right."""
        order = np.argsort(-self.share, kind="stable")
        right = self.right[order].cumsum() / np.arange(1, len(order) + 1)
        enough = np.flatnonzero(right >= least)
        return round(float(self.share[order][enough[-1]]), 3) if len(enough) else 1.0

    def report(self, least: float) -> str:
        """Return how many are right, and how many are shown so that `least` of those are."""
        shown = (self.share >= self.shown_from(least)).mean()
        return (
            f"{len(self.right)} quotes, {self.right.mean():.3f} right; {shown:.3f} of them shown for {least}"
        )


def quotes(answers: Sequence[Answer], shares: Sequence[Sequence[Sequence[float]]]) -> Quotes:
    """Return the quotes of the points that a reader underlined something for.

    `shares` are, for each answer and each of its points with a mark, how well each clause shows it.
    """
    found: list[tuple[float, bool]] = []
    for answer, of in zip(answers, shares, strict=True):
        stretches = [clause.stretch for clause in read(answer.text).clauses]
        points = [p for p in answer.question.checklist if p.id in answer.marks]
        for point, shown in zip(points, of, strict=True):
            mark = answer.marks[point.id]
            if mark.evidence and shown_level(point.kind, mark.level):
                quote = quoted(shown, [stretch.sentence for stretch in stretches])
                span = stretches[quote.first].start, stretches[quote.last].end
                found.append((quote.share, underlined(span, answer.text, mark.evidence)))
    share, right = zip(*found, strict=True)
    return Quotes(np.array(share), np.array(right))


def curves(odds: np.ndarray, read: np.ndarray, absent: np.ndarray) -> dict[str, object]:
    """Return limits and, by verdict, how often verdicts were right that the odds gave so much (isotonic).

    `odds` must be those of hands that the model has not seen.
    """
    from sklearn.isotonic import IsotonicRegression

    limits = limits_of(odds, read, absent)
    said = levels_of(odds, absent, limits)
    found: dict[str, object] = {"limits": limits.others, "limits_of_absence": limits.absence}
    for level, name in enumerate(("missed", "unclear", "found")):
        of = said == level
        if of.sum() < 30:
            found[name] = [[0.0, round(1 / 3, 3)], [1.0, round(1 / 3, 3)]]
            continue
        x, y = odds[of, level], (read[of] == level).astype(float)
        fit = IsotonicRegression(out_of_bounds="clip").fit(x, y)
        grid = np.unique(np.quantile(x, np.linspace(0, 1, 9)))
        # Means of neighbourhoods: the steps of an isotonic fit are finer than the data deserve.
        smooth = [
            float(np.mean(fit.predict(np.linspace(max(g - 0.05, 0), min(g + 0.05, 1), 21)))) for g in grid
        ]
        found[name] = [
            [round(float(g), 3), round(s, 3)]
            for g, s in zip(grid, np.maximum.accumulate(smooth), strict=True)
        ]
    return found
