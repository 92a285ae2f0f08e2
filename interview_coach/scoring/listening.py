"""How an answer and its points are heard: clauses with their roles, sentences as directions."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import add
from typing import Final

from interview_coach.banks.question import Point
from interview_coach.scoring.grams import GramModel, sigmoid, softmax
from interview_coach.scoring.reading import shows
from interview_coach.scoring.story import Clause, Story, story_of
from interview_coach.scoring.tokens import Token, plain_words, texts_of, tokens_of
from interview_coach.scoring.vectors import PieceVectors, Vector, unit
from interview_coach.scoring.words import is_content

ROLES: Final = (
    "situation", "task", "own_action", "team_action", "other_action", "habit", "hypothetical",
    "result_words", "result_measure", "reflection", "blame", "boast", "private", "denial", "taking_back",
    "filler", "stuffing",
)  # fmt: skip
"""What a clause can be, as the sentences of the corpus are labelled."""

SHOWS: Final = ("situation", "ownership", "result", "number", "reflection", "absence", "content")
"""Of which kind of point a clause looks like the evidence."""

HOW: Final = (
    "own", "someone_else", "hypothetical", "habit", "denies", "takes_back", "other_question", "boast",
    "private", "stuffed", "vague", "negated",
)  # fmt: skip
"""How a whole answer is told."""

TOLD_OTHERWISE: Final = tuple(
    HOW.index(name) for name in ("someone_else", "hypothetical", "habit", "denies", "other_question")
)
"""Places in HOW: what was not done by the candidate, did not happen, or is not asked for."""

_MOST_EXAMPLES: Final = 20
"""Of each list of examples so many are read: a bank may hold thousands, and each clause meets each."""

WIDTH: Final = len(ROLES) + len(SHOWS) + len(HOW)
_AFTER_ROLES: Final = len(ROLES)
_AFTER_SHOWS: Final = len(ROLES) + len(SHOWS)


@dataclass(frozen=True, slots=True)
class HeardClause:
    """One clause as the model hears it."""

    clause: Clause
    roles: list[float]
    """Probability of each of ROLES."""
    shows: list[float]
    """For each of SHOWS, how likely it is that the clause would be underlined for a point of that kind."""
    vector: Vector
    pair: Vector
    """The direction of this clause and the next together: a point may take two."""
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class HeardAnswer:
    """The whole answer as the model hears it."""

    story: Story
    clauses: tuple[HeardClause, ...]
    how: list[float]
    """Probability of each of HOW."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A point with its examples, of what shows it and of what comes close, as vectors and stems."""

    point: Point
    text: Vector
    counts: tuple[Vector, ...]
    does_not: tuple[Vector, ...]
    text_stems: frozenset[str]
    counts_stems: tuple[frozenset[str], ...]
    does_not_stems: tuple[frozenset[str], ...]


class Listener:
    """Turns answers and points into features with one pair of models."""

    def __init__(self, grams: GramModel, vectors: PieceVectors) -> None:
        self._grams, self._vectors = grams, vectors
        # A bank is asked again and again: what its questions and points look like is worked out once.
        self.wanted = lru_cache(maxsize=2048)(self._wanted)
        self.asked = lru_cache(maxsize=256)(self._unit)

    def hear(self, story: Story, tokens: Sequence[Token]) -> HeardAnswer:
        """Return the answer as heard, empty talk left out; `tokens` are those of the whole answer."""
        by_clause = shared_out(story.clauses, tokens)
        votes = [self._grams.votes(texts) for texts in by_clause]
        said = [self._grams.logits(*of) for of in votes]
        kept = _without_talk(story.clauses, said)
        if len(kept) < len(said):
            story = story_of([story.clauses[n] for n in kept])
            by_clause = [by_clause[n] for n in kept]
            votes, said = [votes[n] for n in kept], [said[n] for n in kept]
        totals = [self._vectors.total(texts) for texts in by_clause]
        heard: list[HeardClause] = []
        for n, clause in enumerate(story.clauses):
            logits = said[n]
            following = totals[n + 1] if n + 1 < len(totals) else totals[n]
            heard.append(
                HeardClause(
                    clause=clause,
                    roles=softmax(logits[:_AFTER_ROLES]),
                    shows=[sigmoid(x) for x in logits[_AFTER_ROLES:_AFTER_SHOWS]],
                    vector=unit(totals[n]),
                    pair=unit(list(map(add, totals[n], following))),
                    stems=frozenset(w.stem for w in clause.words if is_content(w)),
                )
            )
        whole = [sum(column) for column in zip(*(v for v, _ in votes), strict=True)]
        logits = self._grams.logits(whole, sum(count for _, count in votes))
        return HeardAnswer(story, tuple(heard), softmax(logits[_AFTER_SHOWS:]))

    def _wanted(self, point: Point) -> Wanted:
        shown_by, close = (texts[:_MOST_EXAMPLES] for texts in shows(point))
        return Wanted(
            point=point,
            text=self._unit(point.text),
            counts=tuple(map(self._unit, shown_by)),
            does_not=tuple(map(self._unit, close)),
            text_stems=_stems(point.text),
            counts_stems=tuple(map(_stems, shown_by)),
            does_not_stems=tuple(map(_stems, close)),
        )

    def _unit(self, text: str) -> Vector:
        """Return the direction of a sentence of the bank."""
        return unit(self._vectors.total(texts_of(text)))


def _stems(text: str) -> frozenset[str]:
    return frozenset(w.stem for w in plain_words(tokens_of(text)) if is_content(w))


_TALK: Final = ROLES.index("filler")
_SHOWS_NOTHING: Final = 0.35


def _without_talk(clauses: Sequence[Clause], said: Sequence[Sequence[float]]) -> list[int]:
    """Return the places of the clauses but those of sentences that only fill time; all, if all do."""
    speaks: set[int] = set()
    for clause, logits in zip(clauses, said, strict=True):
        roles = softmax(logits[:_AFTER_ROLES])
        if max(roles) > roles[_TALK] or sigmoid(max(logits[_AFTER_ROLES:_AFTER_SHOWS])) > _SHOWS_NOTHING:
            speaks.add(clause.stretch.sentence)
    places = range(len(clauses))
    return [n for n in places if clauses[n].stretch.sentence in speaks] or list(places)


def shared_out(clauses: Sequence[Clause], tokens: Sequence[Token]) -> list[list[str]]:
    """Return the texts of the tokens of each clause."""
    found: list[list[str]] = [[] for _ in clauses]
    number = 0
    for token in tokens:
        while number + 1 < len(clauses) and token.start >= clauses[number].stretch.end:
            number += 1
        found[number].append(token.text)
    return found
