"""Teach the static vectors which clause is evidence for which point.

What a sentence is about (`static_vectors.py`) is not yet what earns a point. Here the vectors are moved until, in the
answers of the corpus, the underlined clause is nearer to the point and its `counts`, and farther from its
`does_not_count`, than the other clauses; where the point is missed, none may be near.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as nf

from interview_coach.banks.question import Point, PointKind
from interview_coach.scoring.reading import shows
from interview_coach.scoring.tokens import texts_of
from interview_coach.scoring.wordpiece import WordPiece
from training.corpus import shown_level
from training.lessons import padded

Pieces = list[int]

_KINDS = list(PointKind)
_MOST = 60
_PASSES, _BATCH, _RATE, _LOST = 3, 48, 5e-3, 0.15
_SHARPNESS = 10.0


class Asked(NamedTuple):
    """One point held against one answer."""

    text: Pieces
    counts: list[Pieces]
    does_not: list[Pieces]
    kind: int
    level: int
    shown_by: list[int]
    """The places of the clauses that hold what the reader underlined."""


class Heard(NamedTuple):
    """One answer: the pieces of each clause, and its points."""

    clauses: list[Pieces]
    points: list[Asked]


def spelled(words: WordPiece, texts: Sequence[str]) -> Pieces:
    """Return the numbers of the pieces, never none."""
    return [n for text in texts for n in words.spell(text)][:_MOST] or [0]


def asked(words: WordPiece, point: Point, level: int, shown_by: list[int]) -> Asked:
    """Return the point as the vectors are taught it."""

    def of(text: str) -> Pieces:
        return spelled(words, texts_of(text))

    shows_it, close = shows(point)
    return Asked(
        of(point.text),
        [of(c) for c in shows_it],
        [of(c) for c in close],
        _KINDS.index(point.kind),
        shown_level(point.kind, level),
        shown_by,
    )


def taught(table: np.ndarray, heard: Sequence[Heard], seed: int = 1) -> np.ndarray:
    """Return the table moved; the same table for the same answers in the same order."""
    torch.manual_seed(seed)
    draw = np.random.default_rng(seed)
    vectors = torch.tensor(table, dtype=torch.float32).requires_grad_(True)
    # For each kind: what the point's text, its counts and its does_not_count are worth, and what is added.
    start = torch.tensor([4.0, 6.0, -3.0, -2.0])
    worth = start.repeat(len(_KINDS), 1).requires_grad_(True)
    best = torch.optim.Adam([{"params": [vectors], "lr": _RATE}, {"params": [worth], "lr": 2e-2}])
    steps = _PASSES * (len(heard) // _BATCH)
    pace = torch.optim.lr_scheduler.LambdaLR(best, lambda s: max(0.05, 1 - s / steps))
    for _ in range(steps):
        some = [heard[n] for n in draw.integers(0, len(heard), _BATCH)]
        loss = _loss(vectors, worth, some, lambda: draw.random() < _LOST)
        best.zero_grad()
        loss.backward()
        best.step()
        pace.step()
    return vectors.detach().numpy()


def _loss(vectors: Tensor, worth: Tensor, some: Sequence[Heard], lost: Callable[[], bool]) -> Tensor:
    rows: list[Pieces] = []

    def put(pieces: Pieces) -> int:
        rows.append([p for p in pieces if not lost()] or pieces)
        return len(rows) - 1

    clauses = [[put(c) for c in h.clauses] for h in some]
    points = [(n, a) for n, h in enumerate(some) for a in h.points]
    texts = torch.tensor([put(a.text) for _, a in points])
    counts, counts_there = padded([[put(c) for c in a.counts] for _, a in points])
    does_not, does_not_there = padded([[put(c) for c in a.does_not] for _, a in points])
    flat = torch.tensor([p for row in rows for p in row])
    starts = torch.tensor(np.cumsum([0, *map(len, rows[:-1])]))
    at = nf.normalize(nf.embedding_bag(flat, vectors, starts, mode="sum"), dim=1)

    of = torch.tensor([n for n, _ in points])
    places, there = padded(clauses)
    said, there = at[places][of], there[of]
    text = torch.einsum("pcd,pd->pc", said, at[texts])
    like = _nearest(said, at[counts], counts_there)
    unlike = _nearest(said, at[does_not], does_not_there)
    w = worth[torch.tensor([a.kind for _, a in points])]
    earns = w[:, 0, None] * text + w[:, 1, None] * like + w[:, 2, None] * unlike
    earns = earns.masked_fill(~there, -1e4)
    whole = earns.logsumexp(1)
    levels = torch.tensor([a.level / 2 for _, a in points]) * 0.9 + 0.05
    verdict = nf.binary_cross_entropy_with_logits(whole + w[:, 3], levels)
    shown = [
        whole[n] - earns[n, a.shown_by].logsumexp(0)
        for n, (_, a) in enumerate(points)
        if a.level and a.shown_by
    ]
    return verdict + 0.5 * torch.stack(shown).mean() if shown else verdict


def _nearest(said: Tensor, examples: Tensor, there: Tensor) -> Tensor:
    """Return for each clause (points, clauses) how near the nearest example is, softly; about -1 where there is none."""
    near = torch.einsum("pcd,pkd->pck", said, examples).masked_fill(~there[:, None], -1.0)
    return (near * _SHARPNESS).logsumexp(2) / _SHARPNESS
