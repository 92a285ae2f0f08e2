"""How well verdicts agree with a reader's."""

from collections.abc import Sequence

import numpy as np

from interview_coach.banks.question import PointKind
from training.calibrate import Limits, absence_of, kappa, levels_of
from training.corpus import Answer


def total(levels: Sequence[int], kinds: Sequence[PointKind]) -> float:
    """Return the score of 100 that the levels make, all weights alike, absence counted only beside a made point."""
    said = any(level and kind is not PointKind.ABSENCE for level, kind in zip(levels, kinds, strict=True))
    counted = [lv for lv, kind in zip(levels, kinds, strict=True) if said or kind is not PointKind.ABSENCE]
    return 50.0 * sum(counted) / len(counted) if counted else 0.0


def report(
    answers: Sequence[Answer],
    probabilities: Sequence[np.ndarray],
    limits: Limits,
) -> dict[str, object]:
    """Return the figures of a held-out set."""
    told, read, content = [], [], []
    miss: list[float] = []
    style: dict[str, list[tuple[int, int]]] = {}
    lean: dict[str, list[float]] = {}
    for answer, probability in zip(answers, probabilities, strict=True):
        points = [p for p in answer.question.checklist if p.id in answer.marks]
        kinds = [p.kind for p in points]
        said = levels_of(probability, absence_of([answer]), limits)
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
