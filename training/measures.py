"""How well verdicts agree with a reader's."""

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


def levels_of(probabilities: np.ndarray, unclear_from: float = 0.45, found_from: float = 0.65) -> np.ndarray:
    """Return the level of each row by its expected credit, 0 to 1."""
    credit = probabilities @ np.array([0.0, 0.5, 1.0])
    return (credit >= unclear_from).astype(int) + (credit >= found_from)


def thresholds(odds: np.ndarray, read: np.ndarray) -> tuple[float, float]:
    """Return the expected credits from which unclear and found agree best with the reader (QWK).

    `odds` must be those of hands that the model has not seen. Found has to begin above unclear by .1 at least,
    so that there is such a thing as unclear.
    """
    grid = np.arange(0.2, 0.86, 0.025)
    credit = odds @ np.array([0.0, 0.5, 1.0])
    best = max(
        (kappa((credit >= a).astype(int) + (credit >= b), read), -abs(b - a - 0.2), float(a), float(b))
        for a in grid for b in grid if b >= a + 0.1
    )  # fmt: skip
    return round(best[2], 3), round(best[3], 3)


def total(levels: Sequence[int], kinds: Sequence[PointKind]) -> float:
    """Return the score of 100 that the levels make, all weights alike, absence counted only beside a made point."""
    said = any(level and kind is not PointKind.ABSENCE for level, kind in zip(levels, kinds, strict=True))
    counted = [lv for lv, kind in zip(levels, kinds, strict=True) if said or kind is not PointKind.ABSENCE]
    return 50.0 * sum(counted) / len(counted) if counted else 0.0


def report(
    answers: Sequence[Answer],
    probabilities: Sequence[np.ndarray],
    unclear_from: float = 0.45,
    found_from: float = 0.65,
) -> dict[str, object]:
    """Return the figures of a held-out set."""
    told, read, content = [], [], []
    miss: list[float] = []
    style: dict[str, list[tuple[int, int]]] = {}
    lean: dict[str, list[float]] = {}
    for answer, probability in zip(answers, probabilities, strict=True):
        points = [p for p in answer.question.checklist if p.id in answer.marks]
        kinds = [p.kind for p in points]
        said = levels_of(probability, unclear_from, found_from)
        want = [answer.marks[p.id].level for p in points]
        told += list(said)
        read += want
        content += [k is PointKind.CONTENT for k in kinds]
        error = total(list(said), kinds) - total(want, kinds)
        miss.append(abs(error))
        lean.setdefault(answer.style, []).append(error)
        style.setdefault(answer.style, []).extend(zip(said, want, strict=True))
    t, r, c = np.array(told), np.array(read), np.array(content)
    credit = np.concatenate(list(probabilities)) @ np.array([0.0, 0.5, 1.0])
    return {
        "n": len(t),
        "qwk": round(kappa(t, r), 3),
        "r": round(float(np.corrcoef(credit, r)[0, 1]), 3),
        "content": round(kappa(t[c], r[c]), 3),
        "accuracy": round(float((t == r).mean()), 3),
        "total": round(float(np.mean(miss)), 1),
        "found": [round(float((t == 2).mean()), 2), round(float((r == 2).mean()), 2)],
        "style": {
            s: [round(float(np.mean([a == b for a, b in v])), 2), round(float(np.mean(lean[s])), 0)]
            for s, v in style.items()
        },
    }


RIGHT = 0.75
"""A quote is shown where so many of its kind are what the reader underlined."""


class Quotes(NamedTuple):
    """Quotes of points that the reader underlined something for."""

    share: np.ndarray
    right: np.ndarray

    def shown_from(self) -> float:
        """Return the share from which quotes are right as often as RIGHT."""
        from sklearn.isotonic import IsotonicRegression

        fit = IsotonicRegression(out_of_bounds="clip").fit(self.share, self.right.astype(float))
        grid = np.arange(0.2, 1.0, 0.01)
        return round(float(min(grid[fit.predict(grid) >= RIGHT], default=1.0)), 2)

    def report(self) -> str:
        """Return how many are right, of all and of those shown."""
        shown = self.share >= self.shown_from()
        return (
            f"{len(self.right)} quotes, {self.right.mean():.3f} right; shown from {self.shown_from()}: "
            f"{shown.mean():.3f} of them, {self.right[shown].mean():.3f} right"
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


def curves(odds: np.ndarray, read: np.ndarray) -> dict[str, object]:
    """Return thresholds and, by verdict, how often verdicts were right that the odds gave so much (isotonic).

    `odds` must be those of hands that the model has not seen.
    """
    from sklearn.isotonic import IsotonicRegression

    unclear_from, found_from = thresholds(odds, read)
    said = levels_of(odds, unclear_from, found_from)
    found: dict[str, object] = {"unclear_from": unclear_from, "found_from": found_from}
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
