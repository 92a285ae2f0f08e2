"""What the encoder is shown: answers, triples and sentences turned into numbers, with the varieties of speech.

Every draw comes from one seeded generator, so that two runs show the same things in the same order.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from interview_coach.banks.question import Point, PointKind, QuestionType
from interview_coach.scoring.pieces import point_pieces, windows
from interview_coach.scoring.tokens import Token, tokens_of
from interview_coach.scoring.wordpiece import WordPiece
from training.corpus import Answer, Examples, Mark, Sentence, Triple

LABELS = [
    "situation",
    "task",
    "own_action",
    "team_action",
    "other_action",
    "habit",
    "hypothetical",
    "result_words",
    "result_measure",
    "reflection",
    "blame",
    "boast",
    "private",
    "denial",
    "taking_back",
    "filler",
    "stuffing",
]

HOW = {
    "someone_else": 1, "hypothetical": 2, "habit": 3, "denies": 4, "takes_back": 5, "other_question": 6,
    "boast": 7, "private": 8, "stuffed": 9, "vague_long": 10, "vague_short": 10, "negated": 11,
}  # fmt: skip
"""How an answer is told, by the style it was written in; 0, an answer of one's own, for all others."""

WHOLE = (4, 4)
"""How many of each list the scorer shows."""

_FOUND = (0.0, 0.0, 1.0)
_CLOSE = (0.6, 0.35, 0.05)
_MISSED = (1.0, 0.0, 0.0)
_NOT_FOUND = (0.8, 0.2, 0.0)
_TARGETS = (_MISSED, (0.0, 1.0, 0.0), _FOUND)


@dataclass(slots=True)
class Target:
    """One point to judge: its pieces, the wanted probabilities of the levels, the tokens underlined."""

    pieces: list[int]
    levels: tuple[float, float, float]
    evidence: set[int] = field(default_factory=set)
    weight: float = 1.0


@dataclass(slots=True)
class Lesson:
    """One text to read with its points."""

    pieces: list[int]
    tokens: list[int]
    targets: list[Target]
    how: int = -1
    label: int = -1

    @property
    def size(self) -> int:
        """Pieces in all: what it costs to read."""
        return len(self.pieces) + sum(len(t.pieces) for t in self.targets)


class Teacher:
    """Makes lessons; at most `most_examples` of each list are shown with a point.

    `examples` are those by other hands than the answers'; seven times in ten they are shown, for in users' banks
    nobody knows the answers.
    """

    def __init__(
        self, words: WordPiece, seed: int, examples: Examples | None = None, most_examples: int = 3
    ) -> None:
        self.words, self.draw, self.most = words, random.Random(seed), most_examples
        self.examples = examples or {}

    def dressed(self, given: Answer, whole: bool) -> tuple[Point, ...]:
        """Return the points of the answer's question with the examples that are to be shown."""
        if not whole and self.draw.random() < 0.3:
            return given.question.checklist
        found = []
        for point in given.question.checklist:
            counts, does_not = self.examples.get(
                (given.asked_by, given.question.id, point.id), (point.counts, point.does_not_count)
            )
            found.append(replace(point, counts=counts, does_not_count=does_not))
        return tuple(found)

    def answer(self, given: Answer, *, whole: bool = False) -> Lesson:
        """Return an answer with all points; unless `whole`, varied: examples dropped, punctuation lost, parts cut."""
        draw = self.draw
        tokens = tokens_of(given.text, stops=True)
        spans = {p: _within(tokens, given.text, m.evidence) for p, m in given.marks.items() if m.evidence}
        unmade: set[str] = set()
        if not whole:
            if draw.random() < 0.12:
                tokens, spans, unmade = self._without_evidence(given, tokens, spans)
            if draw.random() < 0.5:
                tokens, spans = _kept(tokens, spans, lambda t: t.text not in {".", ","})
            if draw.random() < 0.3:
                tokens, spans = _kept(tokens, spans, lambda t: draw.random() > 0.06)
        shown = WHOLE if whole else self._examples()
        targets = [
            self._target(point, given.marks[point.id], spans.get(point.id, set()), shown, unmade)
            for point in self.dressed(given, whole)
            if point.id in given.marks and (not unmade or point.id in unmade)
        ]
        lesson = self._story(given.question.type, given.question.ask, tokens, targets)
        lesson.how = HOW.get(given.style, 0) if not unmade else -1
        return lesson

    def _without_evidence(
        self, given: Answer, tokens: list[Token], spans: dict[str, set[int]]
    ) -> tuple[list[Token], dict[str, set[int]], set[str]]:
        """Cut the sentences that make one point; that point is then not found, of the others nothing is known."""
        made = [p for p, m in given.marks.items() if m.level == 2 and spans.get(p)]
        if not made:
            return tokens, spans, set()
        point = self.draw.choice(made)
        cut = _sentence_around(tokens, spans[point])
        left = [t for n, t in enumerate(tokens) if n not in cut]
        return (left, {}, {point}) if len(left) >= 8 else (tokens, spans, set())

    def _target(
        self, point: Point, mark: Mark, span: set[int], shown: tuple[int, int], unmade: set[str]
    ) -> Target:
        levels = _NOT_FOUND if point.id in unmade else _TARGETS[mark.level]
        return Target(self.point(point, shown), levels, set() if unmade else span)

    def _examples(self) -> tuple[int, int]:
        """Draw how many `counts` and `does_not_count` a lesson shows: often some, sometimes none, as in banks."""
        chance = self.draw.random()
        if chance < 0.15:
            return 0, 0
        counts = self.draw.randint(1, self.most)
        return counts, 0 if chance < 0.3 else self.draw.randint(1, self.most)

    def point(self, point: Point, shown: tuple[int, int]) -> list[int]:
        """Return the pieces of the point with so many of its examples, in any order."""
        counts, does_not = list(point.counts), list(point.does_not_count)
        if shown != WHOLE:
            self.draw.shuffle(counts)
            self.draw.shuffle(does_not)
        return point_pieces(self.words, point, counts[: shown[0]], does_not[: shown[1]])

    def mismatch(self, asked: Answer, given: Answer, several: int = 3) -> Lesson:
        """Return an answer held against the points of another question: it makes none of them."""
        points = [p for p in self.dressed(asked, False) if p.kind is not PointKind.ABSENCE]
        self.draw.shuffle(points)
        shown = self._examples()
        targets = [Target(self.point(p, shown), _MISSED) for p in points[:several]]
        tokens = tokens_of(given.text, stops=self.draw.random() < 0.5)
        lesson = self._story(asked.question.type, asked.question.ask, tokens, targets)
        lesson.how = HOW["other_question"]
        return lesson

    def triple(self, block: Sequence[Triple]) -> Lesson:
        """Return one sentence of the block against its point, with others of the block as examples."""
        asked = self.draw.choice(block)
        counts = [t.sentence for t in block if t.level == 2 and t is not asked]
        does_not = [t.sentence for t in block if t.level == 1 and t is not asked]
        point = Point("point", asked.point, counts=tuple(counts), does_not_count=tuple(does_not))
        levels = (_MISSED, _CLOSE, _FOUND)[asked.level]
        tokens = tokens_of(asked.sentence, stops=self.draw.random() < 0.5)
        targets = [
            Target(
                self.point(point, self._examples()), levels, set(range(len(tokens))) if asked.level else set()
            )
        ]
        return self._story(QuestionType.BEHAVIOURAL, asked.ask, tokens, targets)

    def sentence(self, given: Sentence) -> Lesson:
        """Return one labelled sentence."""
        tokens = tokens_of(given.text, stops=self.draw.random() < 0.5)
        lesson = self._story(QuestionType.BEHAVIOURAL, "", tokens, [])
        lesson.label = LABELS.index(given.label)
        return lesson

    def _story(self, kind: QuestionType, ask: str, tokens: list[Token], targets: list[Target]) -> Lesson:
        window = windows(self.words, kind, ask, tokens)[0]
        return Lesson(window.pieces, window.tokens, targets)


def _within(tokens: Sequence[Token], text: str, evidence: str) -> set[int]:
    start = text.find(evidence)
    if start < 0:
        start = text.lower().find(evidence.lower())
    if start < 0:
        return set()
    end = start + len(evidence)
    return {n for n, t in enumerate(tokens) if t.start < end and t.end > start}


def _kept(tokens, spans, keep):  # type: ignore[no-untyped-def]
    places = [n for n, t in enumerate(tokens) if keep(t)]
    new = {old: n for n, old in enumerate(places)}
    return [tokens[n] for n in places], {p: {new[n] for n in s if n in new} for p, s in spans.items()}


def _sentence_around(tokens: Sequence[Token], span: set[int]) -> set[int]:
    first, last = min(span), max(span)
    while first > 0 and tokens[first - 1].text != "." and min(span) - first < 12:
        first -= 1
    while last + 1 < len(tokens) and tokens[last].text != "." and last - max(span) < 12:
        last += 1
    return set(range(first, last + 1))
