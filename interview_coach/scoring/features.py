"""What the core model looks at: each clause by itself and against each point, then each point as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log1p
from operator import add
from typing import Final

from interview_coach.banks.question import Point, PointKind, Question, QuestionType
from interview_coach.scoring.agents import Agent, Mood
from interview_coach.scoring.grams import GramModel, sigmoid, softmax
from interview_coach.scoring.story import Clause, Story, story_of, wants_event
from interview_coach.scoring.tokens import Token, texts_of
from interview_coach.scoring.vectors import PieceVectors, Vector, cosine, unit
from interview_coach.scoring.words import is_content, stem, words_of

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
    total: Vector
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
    """A point with its examples as vectors and stems."""

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
        self.wanted = lru_cache(maxsize=2048)(self._wanted)

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
                    total=totals[n],
                    vector=unit(totals[n]),
                    pair=unit(list(map(add, totals[n], following))),
                    stems=frozenset(w.stem for w in clause.words if is_content(w)),
                )
            )
        whole = [sum(column) for column in zip(*(v for v, _ in votes), strict=True)] if votes else [0] * WIDTH
        logits = self._grams.logits(whole, sum(count for _, count in votes))
        return HeardAnswer(story, tuple(heard), softmax(logits[_AFTER_SHOWS:]))

    def asked(self, question: Question) -> Vector:
        """Return the direction of what is asked."""
        return unit(self._vectors.total(texts_of(question.ask)))

    def _wanted(self, point: Point) -> Wanted:
        return Wanted(
            point=point,
            text=self._unit(point.text),
            counts=tuple(map(self._unit, point.counts)),
            does_not=tuple(map(self._unit, point.does_not_count)),
            text_stems=_stems(point.text),
            counts_stems=tuple(map(_stems, point.counts)),
            does_not_stems=tuple(map(_stems, point.does_not_count)),
        )

    def _unit(self, text: str) -> Vector:
        return unit(self._vectors.total(texts_of(text)))


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(w.text) for w in words_of(text) if is_content(w))


_TALK: Final = ROLES.index("filler")
_SURELY: Final = 0.45
_SHOWS_NOTHING: Final = 0.35


def _without_talk(clauses: Sequence[Clause], said: Sequence[Sequence[float]]) -> list[int]:
    """Return the places of the clauses but those of sentences that only fill time; all, if all do."""
    speaks: set[int] = set()
    for clause, logits in zip(clauses, said, strict=True):
        roles = softmax(logits[:_AFTER_ROLES])
        if roles[_TALK] < _SURELY or sigmoid(max(logits[_AFTER_ROLES:_AFTER_SHOWS])) > _SHOWS_NOTHING:
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


# --- A clause against a point -----------------------------------------------------------------

CLAUSE_NAMES: Final = (
    "like", "like_pair", "like_mean", "unlike", "gap", "text", "lex", "lex_not", "lex_text", "own_show",
    "position", "late", "happened", "imagined", "denied", "keywords", "own", "team", "other", "concrete",
    "numbers", "names", "length", *(f"role_{r}" for r in ROLES),
)  # fmt: skip
_SHOW_OF: Final = {PointKind(name): place for place, name in enumerate(SHOWS)}


def clause_features(heard: HeardClause, wanted: Wanted) -> list[float]:
    """Return what CLAUSE_NAMES names, for one clause held against one point."""
    likes = sorted((cosine(heard.vector, v) for v in wanted.counts), reverse=True)
    like = likes[0] if likes else 0.0
    pair = max((cosine(heard.pair, v) for v in wanted.counts), default=0.0)
    unlike = max((cosine(heard.vector, v) for v in wanted.does_not), default=0.0)
    clause = heard.clause
    return [
        like,
        pair,
        sum(likes[:3]) / 3,
        unlike,
        like - unlike,
        cosine(heard.vector, wanted.text),
        max((_overlap(heard.stems, s) for s in wanted.counts_stems), default=0.0),
        max((_overlap(heard.stems, s) for s in wanted.does_not_stems), default=0.0),
        _overlap(heard.stems, wanted.text_stems),
        heard.shows[_SHOW_OF[wanted.point.kind]],
        clause.position,
        float(clause.position > 0.6),
        float(clause.happened),
        float(clause.imagined),
        float(clause.denied),
        float(clause.keywords_only),
        float(len(clause.own_deeds())),
        float(clause.count(Agent.TEAM, Mood.PAST)),
        float(clause.count(Agent.OTHER, Mood.PAST)),
        min(clause.concrete, 6) / 6,
        float(min(clause.numbers, 3)),
        float(min(clause.names, 3)),
        min(len(clause.words), 30) / 30,
        *heard.roles,
    ]


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    shared = len(a & b)
    return shared / (len(a) * len(b)) ** 0.5 if shared else 0.0


# --- A point against the whole answer ---------------------------------------------------------

_KINDS: Final = tuple(PointKind)
_TYPES: Final = tuple(QuestionType)
_MOSTS: Final = (0, 1, 2, 3, 4, 5, 6, 8, 9)

POINT_NAMES: Final = (
    *(f"kind_{k.value}" for k in _KINDS), *(f"type_{t.value}" for t in _TYPES), "wants_event",
    "examples", "counter_examples", "first_relevance", "second_relevance", "sum_relevance",
    *(f"top_{name}" for name in CLAUSE_NAMES), *(f"most_{CLAUSE_NAMES[m]}" for m in _MOSTS),
    "second_like", "second_gap", "second_show",
    *(f"mean_{r}" for r in ROLES), *(f"any_{r}" for r in ROLES),
    "share_imagined", "someone_elses", "denies", "concreteness", "own_deeds", "team_deeds", "other_deeds",
    "words", "clauses", "asked_like", "fit", "others_fit",
)  # fmt: skip


def point_features(  # noqa: PLR0913, PLR0917 - all that is known of an answer
    question: Question,
    heard: HeardAnswer,
    asked: Vector,
    wanted: Sequence[Wanted],
    rows: Sequence[Sequence[Sequence[float]]],
    relevance: Sequence[Sequence[float]],
) -> list[list[float]]:
    """Return what POINT_NAMES names, for each point.

    `rows` are the clause features and `relevance` what the clauses are worth, by point and then by clause.
    """
    # How the answer is told is left out: it goes by the register of the corpus, and trees that saw it took
    # fluent answers for empty ones (QWK .57 against .67 on a hand of another register).
    story = heard.story
    count = max(len(heard.clauses), 1)
    columns = list(zip(*(c.roles for c in heard.clauses), strict=True))
    deeds = [
        sum(len(c.clause.own_deeds()) for c in heard.clauses),
        story.team,
        story.deeds[Agent.OTHER, Mood.PAST],
    ]
    likes = [max(row[0] for row in of) for of in rows]
    shared = [
        *(sum(column) / count for column in columns),
        *(max(column) for column in columns),
        story.imagined,
        float(story.someone_elses),
        float(story.denies),
        story.concreteness,
        *(d / count for d in deeds),
        log1p(len(story.words)),
        log1p(count),
        max(cosine(c.pair, asked) for c in heard.clauses),
    ]
    kind = [float(question.type is t) for t in _TYPES] + [float(wants_event(question))]
    found: list[list[float]] = []
    for n, point in enumerate(wanted):
        order = sorted(range(len(relevance[n])), key=lambda c: -relevance[n][c])
        first, second = rows[n][order[0]], rows[n][order[min(1, len(order) - 1)]]
        others = [x for m, x in enumerate(likes) if m != n]
        found.append(
            [
                *(float(point.point.kind is k) for k in _KINDS),
                *kind,
                float(len(point.counts)),
                float(len(point.does_not)),
                relevance[n][order[0]],
                relevance[n][order[1]] if len(order) > 1 else 0.0,
                sum(relevance[n]),
                *first,
                *(max(row[m] for row in rows[n]) for m in _MOSTS),
                second[0],
                second[4],
                second[9],
                *shared,
                sum(likes) / len(likes),
                sum(others) / len(others) if others else 0.0,
            ]
        )
    return found
