"""What the encoder is shown: answers with their points, turned into numbers, varied from pass to pass.

Every draw comes from one seeded generator, so that two runs show the same things in the same order.
"""

import random
from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor

from interview_coach.banks.question import Point, PointKind, QuestionType
from interview_coach.scoring.pieces import (
    COUNTS,
    DOES_NOT,
    example_pieces,
    places_of,
    shows,
    text_pieces,
    windows,
)
from interview_coach.scoring.semantic import MOST_EXAMPLES
from interview_coach.scoring.story import read
from interview_coach.scoring.tokens import plain_words, tokens_of
from interview_coach.scoring.wordpiece import WordPiece
from training.corpus import Answer, Examples
from training.drills import DRILL
from training.encoder import Batch

KINDS = list(PointKind)

HOW = {
    "someone_else": 1, "hypothetical": 2, "habit": 3, "denies": 4, "takes_back": 5, "other_question": 6,
    "boast": 7, "private": 8, "stuffed": 9, "vague_long": 10, "vague_short": 10, "negated": 11,
}  # fmt: skip
"""How an answer is told, by the style it was written in; 0, an answer of one's own, for all others."""


class Teacher:
    """Makes batches of answers to one question or several.

    `examples` are those by other hands than the answers'; seven times in ten they are shown, for in users' banks
    nobody knows the answers.
    """

    def __init__(self, words: WordPiece, seed: int, examples: Examples | None = None) -> None:
        self.words, self.draw, self.examples = words, random.Random(seed), examples or {}

    def batch(self, given: Sequence[Answer], *, whole: bool = False) -> Batch:
        """Return the answers with all points; unless `whole`, with examples and punctuation dropped by chance."""
        texts: dict[tuple[int, ...], int] = {}

        def put(pieces: list[int]) -> int:
            return texts.setdefault(tuple(pieces), len(texts))

        stories, places, of, kinds, text, counts, does_not, levels, shown_by = ([] for _ in range(9))
        how = [-1 if a.style == DRILL else HOW.get(a.style, 0) for a in given]
        known: dict[tuple[str, str], tuple[int, list[int], list[int]]] = {}
        for number, answer in enumerate(given):
            story, of_clauses, spans = self._story(answer, whole)
            stories.append(story)
            places.append(of_clauses)
            for point in answer.question.checklist:
                mark = answer.marks.get(point.id)
                if mark is None:
                    continue
                key = answer.question.id, point.id
                if key not in known:
                    known[key] = self._point(answer, point, whole, put)
                wording, good, bad = known[key]
                of.append(number)
                kinds.append(KINDS.index(point.kind))
                text.append(wording)
                counts.append(good)
                does_not.append(bad)
                levels.append(2 - mark.level if point.kind is PointKind.ABSENCE else mark.level)
                shown_by.append(_holding(spans, answer.text, mark.evidence))
        rows = padded(stories)[0]
        clauses = torch.zeros(len(given), max(map(len, places)), rows.shape[1])
        for number, of_clauses in enumerate(places):
            for clause, at in enumerate(of_clauses):
                if at:
                    clauses[number, clause, at] = 1 / len(at)
        return Batch(
            rows, clauses, padded([list(t) for t in texts])[0], torch.tensor(of), torch.tensor(kinds),
            torch.tensor(text), *padded(counts), *padded(does_not), torch.tensor(levels), shown_by,
            torch.tensor(how),
        )  # fmt: skip

    def _story(self, answer: Answer, whole: bool) -> tuple[list[int], list[list[int]], list[tuple[int, int]]]:
        """Return the pieces of the answer, the places of each clause, and where in the text each stands."""
        clauses = read(answer.text, plain_words(tokens_of(answer.text))).clauses
        tokens = tokens_of(answer.text, stops=True)
        if not whole and self.draw.random() < 0.25:
            tokens = [t for t in tokens if t.text not in {".", ","}]
        # Most banks leave the type at its default.
        kind = QuestionType.BEHAVIOURAL if not whole and self.draw.random() < 0.4 else answer.question.type
        shown = windows(self.words, kind, answer.question.ask, tokens)[:1]
        return (
            shown[0].pieces,
            places_of(shown, tokens, clauses),
            [(c.stretch.start, c.stretch.end) for c in clauses],
        )

    def _point(self, answer: Answer, point: Point, whole: bool, put) -> tuple[int, list[int], list[int]]:  # type: ignore[no-untyped-def]
        """Return the places of the point's wording and of the examples shown: often some, sometimes none."""
        draw = self.draw
        key = answer.asked_by, answer.question.id, point.id
        own = point.counts, point.does_not_count
        good, bad = self.examples.get(key, own)
        if not whole:
            if draw.random() < 0.3:
                good, bad = own
            good, bad = tuple(draw.sample(good, len(good))), tuple(draw.sample(bad, len(bad)))
            chance = draw.random()
            good = good[: 0 if chance < 0.12 else draw.randint(1, 5)]
            bad = bad[: 0 if chance < 0.25 else draw.randint(1, 4)]
        shown = replace(point, counts=good[:MOST_EXAMPLES], does_not_count=bad[:MOST_EXAMPLES])
        shown_by, close = shows(shown)
        return (
            put(text_pieces(self.words, point.kind, point.text)),
            [put(example_pieces(self.words, COUNTS, t)) for t in shown_by],
            [put(example_pieces(self.words, DOES_NOT, t)) for t in close],
        )


def _holding(spans: Sequence[tuple[int, int]], text: str, evidence: str) -> list[int]:
    """Return the clauses that hold a good part of the underlined words."""
    start = text.lower().find(evidence.lower()) if evidence else -1
    if start < 0:
        return []
    end = start + len(evidence)
    return [
        n
        for n, (first, last) in enumerate(spans)
        if min(end, last) - max(start, first) >= max(1.0, 0.4 * min(end - start, last - first))
    ]


def padded(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Return the rows as one table, 0 for padding, and where there is something."""
    width = max(1, *(len(row) for row in rows))
    there = torch.tensor([[n < len(row) for n in range(width)] for row in rows])
    return torch.tensor([[*row, *[0] * (width - len(row))] for row in rows]), there
