"""What the encoder is shown: answers with their points, turned into numbers, varied from pass to pass.

Every draw comes from one seeded generator, so that two runs show the same things in the same order.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import torch
from torch import Tensor

from interview_coach.banks.question import Point, PointKind, Question, QuestionType
from interview_coach.scoring.listening import HOW as WAYS
from interview_coach.scoring.pieces import (
    COUNTS,
    DOES_NOT,
    ask_pieces,
    example_pieces,
    places_of,
    text_pieces,
    windows,
)
from interview_coach.scoring.reading import shows
from interview_coach.scoring.semantic import MOST_EXAMPLES
from interview_coach.scoring.story import read
from interview_coach.scoring.tokens import tokens_of
from interview_coach.scoring.wordpiece import WordPiece
from training.corpus import CROSSED, Answer, Examples, holding, shown_level
from training.drills import DRILL
from training.encoder import Batch
from training.subjects import Subjects

KINDS = list(PointKind)

HOW = {name: place for place, name in enumerate(WAYS)}
HOW |= {"vague_long": HOW["vague"], "vague_short": HOW["vague"]}
"""How an answer is told, by the style it was written in; 0, an answer of one's own, for all others."""


ASTRAY = 0.3
"""What a verdict on a point of another question counts, beside one on a point of the answer's own: they are many."""


class Teacher:
    """Makes batches of answers to one question or several.

    `examples` are those by other hands than the answers'; seven times in ten they are shown, for in users' banks
    nobody knows the answers.
    """

    def __init__(
        self, words: WordPiece, seed: int, examples: Examples | None = None, subjects: Subjects | None = None
    ) -> None:
        self.words, self.draw, self.examples = words, random.Random(seed), examples or {}
        self.subjects = subjects

    def batch(self, given: Sequence[Answer], *, whole: bool = False) -> Batch:
        """Return the answers with all points; unless `whole`, with examples and punctuation dropped by chance.

        Where the teacher knows the subjects, each is held against the other questions of the batch as well.
        """
        sheet = _Sheet()
        spans: list[list[tuple[int, int]]] = []
        for answer in given:
            story, clauses, of = self._story(answer, whole)
            sheet.stories.append(story)
            sheet.clauses.append(clauses)
            spans.append(of)
        asked: dict[tuple[str, str], _Asked] = {}
        for answer in given:
            key = answer.asked_by, answer.question.id
            if key not in asked:
                asked[key] = self._asked(answer, whole, sheet)
        for number, answer in enumerate(given):
            for key, question in asked.items():
                own = key == (answer.asked_by, answer.question.id)
                if not own and not self._astray(answer, question.question):
                    continue
                sheet.told.append(number)
                sheet.asked.append(question.ask)
                how = -1 if answer.style in {DRILL, CROSSED} else HOW.get(answer.style, 0)
                sheet.how.append(how if own else HOW["other_question"])
                for point, texts in question.points:
                    if own and (mark := answer.marks.get(point.id)):
                        level = shown_level(point.kind, mark.level)
                        sheet.add(
                            point, texts, level, 1.0, holding(spans[number], answer.text, mark.evidence)
                        )
                    elif not own and point.kind is not PointKind.ABSENCE:
                        sheet.add(point, texts, 0, ASTRAY, [])
        return sheet.batch()

    def _astray(self, answer: Answer, question: Question) -> bool:
        """Return whether the answer surely does not answer the question."""
        return (
            self.subjects is not None
            and answer.style not in {DRILL, CROSSED, "other_question"}
            and self.subjects.apart(answer.question, question)
        )

    def _asked(self, answer: Answer, whole: bool, sheet: "_Sheet") -> "_Asked":
        # Most banks leave the type at its default.
        kind = QuestionType.BEHAVIOURAL if not whole and self.draw.random() < 0.4 else answer.question.type
        ask = sheet.put(ask_pieces(self.words, kind, answer.question.ask))
        points = [(point, self._point(answer, point, whole, sheet)) for point in answer.question.checklist]
        return _Asked(answer.question, ask, points)

    def _story(self, answer: Answer, whole: bool) -> tuple[list[int], list[list[int]], list[tuple[int, int]]]:
        """Return the pieces of the answer, the places of each clause, and where in the text each stands."""
        clauses = read(answer.text).clauses
        tokens = tokens_of(answer.text, stops=True)
        if not whole and self.draw.random() < 0.25:
            tokens = [t for t in tokens if t.text not in {".", ","}]
        shown = windows(self.words, tokens)[:1]
        return (
            shown[0].pieces,
            places_of(shown, tokens, clauses),
            [(c.stretch.start, c.stretch.end) for c in clauses],
        )

    def _point(self, answer: Answer, point: Point, whole: bool, sheet: "_Sheet") -> "_Texts":
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
        return _Texts(
            sheet.put(text_pieces(self.words, point.kind, point.text)),
            [sheet.put(example_pieces(self.words, COUNTS, t)) for t in shown_by],
            [sheet.put(example_pieces(self.words, DOES_NOT, t)) for t in close],
        )


class _Texts(NamedTuple):
    """The places of a point's texts."""

    wording: int
    counts: list[int]
    does_not: list[int]


class _Asked(NamedTuple):
    """A question as it is shown in one batch."""

    question: Question
    ask: int
    points: list[tuple[Point, _Texts]]


class _Sheet:
    """A batch being made."""

    def __init__(self) -> None:
        self.texts: dict[tuple[int, ...], int] = {}
        self.stories: list[list[int]] = []
        self.clauses: list[list[list[int]]] = []
        self.told: list[int] = []
        self.asked: list[int] = []
        self.how: list[int] = []
        self.points: list[tuple[int, int, _Texts, int, float]] = []
        self.shown_by: list[list[int]] = []

    def put(self, pieces: list[int]) -> int:
        """Return the place of a text, each once."""
        return self.texts.setdefault(tuple(pieces), len(self.texts))

    def add(self, point: Point, texts: _Texts, level: int, weight: float, shown_by: list[int]) -> None:
        """Add a point of the last pair."""
        self.points.append((len(self.told) - 1, KINDS.index(point.kind), texts, level, weight))
        self.shown_by.append(shown_by)

    def batch(self) -> Batch:
        rows = padded(self.stories)[0]
        clauses = torch.zeros(len(rows), max(map(len, self.clauses)), rows.shape[1])
        for number, of in enumerate(self.clauses):
            for clause, at in enumerate(of):
                if at:
                    clauses[number, clause, at] = 1 / len(at)
        pair, kinds, texts, levels, weight = zip(*self.points, strict=True)
        return Batch(
            rows, clauses, padded([list(t) for t in self.texts])[0], torch.tensor(self.told),
            torch.tensor(self.asked), torch.tensor(self.how), torch.tensor(pair), torch.tensor(kinds),
            torch.tensor([t.wording for t in texts]), *padded([t.counts for t in texts]),
            *padded([t.does_not for t in texts]), torch.tensor(levels), torch.tensor(weight), self.shown_by,
        )  # fmt: skip


def padded(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Return the rows as one table, 0 for padding, and where there is something."""
    width = max(1, *(len(row) for row in rows))
    there = torch.tensor([[n < len(row) for n in range(width)] for row in rows])
    return torch.tensor([[*row, *[0] * (width - len(row))] for row in rows]), there
