"""How like a point's examples a clause is: what `counts` share with it and `does_not_count` do not."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from interview_coach.banks.question import Point, Question
from interview_coach.scoring.agents import Agent, Mood
from interview_coach.scoring.cues import phrases
from interview_coach.scoring.story import Clause, read
from interview_coach.scoring.words import GENERIC, Word, is_content, listed, words_of

# A word of interview talk in general says little; an idea says less than the very word.
_GENERIC_WEIGHT: Final = 0.35
_IDEA_WEIGHT: Final = 0.7
# "forklift" and "forklifts", "prioritise" and "prioritisation": the first letters carry a word's meaning.
_PREFIX: Final = 5


BROAD: Final = listed(
    """
    c:cause c:change_made c:past_job c:current_job c:role c:goal c:ask_question c:team c:why_role
    c:contribute c:old_process c:progress c:working_on c:open c:weakness c:improve c:apply c:matter
    c:explain c:growth
    """
)
"""Ideas whose everyday words occur in most answers to most questions."""


def terms(words: Sequence[Word], ideas: Iterable[str] = ()) -> frozenset[str]:
    """Return what is compared: stems, the first letters of long ones, and ideas."""
    stems = {word.stem for word in words if is_content(word)}
    beginnings = {f"{s[:_PREFIX]}…" for s in stems if len(s) > _PREFIX}
    return frozenset(stems | beginnings | set(ideas))


def ideas_of(clause: Clause) -> frozenset[str]:
    """Return the families of the thesaurus that occur in the clause."""
    return frozenset(family for family in clause.families if family.startswith("c:"))


@dataclass(frozen=True, slots=True)
class Example:
    """One example sentence of a point."""

    terms: frozenset[str]
    length: float
    """Square root of the summed squared weights, for the cosine."""


@dataclass(frozen=True, slots=True)
class PointModel:
    """What a clause is held against for one point."""

    counts: tuple[Example, ...]
    does_not_count: tuple[Example, ...]
    ideas: dict[str, float]
    """Ideas of the point's text and those its `counts` have in common; the weights sum to 1."""
    text_terms: frozenset[str]
    allows_imagined: bool
    """Whether what `counts` say is itself imagined, wished or planned."""
    allows_present: bool
    """Whether what `counts` say is told in the present."""
    allows_denial: bool
    allows_others: bool
    """Whether `counts` tell of other people rather than of the speaker."""
    form: dict[str, float]
    """For each trait of form: how much more often `counts` show it than `does_not_count`, -1 to 1."""


@dataclass(frozen=True, slots=True)
class QuestionModel:
    """A question, prepared."""

    points: tuple[PointModel, ...]
    weights: dict[str, float]
    """How telling each term is within the question."""
    topic: frozenset[str]
    """Ideas and content stems of what is asked."""


def weight(term: str, weights: dict[str, float]) -> float:
    """Return how telling the term is; a term the question does not have counts as rare."""
    return weights.get(term, 1.0)


# Sums over sets use `fsum`, whose result does not depend on their order: the same answer must get the
# same score in every process.
def likeness(found: frozenset[str], examples: Sequence[Example], weights: dict[str, float]) -> float:
    """Return the cosine, 0 to 1, of the terms with the nearest of the examples; 0 where there are none."""
    if not found or not examples:
        return 0.0
    length = math.sqrt(math.fsum(weight(term, weights) ** 2 for term in found))
    best = 0.0
    for example in examples:
        shared = found & example.terms
        if shared:
            dot = math.fsum(weight(term, weights) ** 2 for term in shared)
            best = max(best, dot / (length * example.length))
    return best


def idea_share(found: frozenset[str], model: PointModel) -> float:
    """Return the weight of the point's ideas that occur, 0 to 1."""
    return math.fsum(share for idea, share in model.ideas.items() if idea in found)


def form_contrast(clause: Clause, model: PointModel) -> float:
    """Return whether the clause is told as `counts` are (to 1) or as `does_not_count` are (to -1)."""
    seen = traits(clause)
    return sum(model.form[trait] * (1.0 if trait in seen else -0.3) for trait in model.form) / max(
        sum(abs(value) for value in model.form.values()), 1.0
    )


def traits(clause: Clause) -> frozenset[str]:
    """Return the traits of form of a clause: tense, subject, particulars, generality."""
    shown = {
        "own deed": bool(clause.own_deeds()),
        "team": clause.count(Agent.TEAM, Mood.PAST) > 0,
        "past": clause.happened,
        "imagined": clause.imagined,
        "denied": clause.denied,
        "habit": clause.has("habit"),
        "hedge": clause.has("hedge"),
        "particular": clause.concrete >= 3,
        "vague": clause.concrete <= 1,
        "name": clause.names > 0,
        "number": clause.numbers > 0,
        "when": clause.has("when"),
        "keyword": clause.has("buzz"),
    }
    return frozenset(trait for trait, there in shown.items() if there)


@lru_cache(maxsize=32)
def prepare(question: Question) -> QuestionModel:
    """Return the model of a question; pure, and kept for the answers that follow."""
    readings = [_Readings(point) for point in question.checklist]
    documents: list[frozenset[str]] = []
    for reading in readings:
        documents.append(frozenset().union(reading.text, *reading.counts, *reading.against))
    weights = _weights(documents)
    return QuestionModel(
        points=tuple(_point_model(reading, weights) for reading in readings),
        weights=weights,
        topic=_topic(question.ask),
    )


# Examples are short sentences; whatever else stands in a bank must not hold up the scorer.
_LONGEST_EXAMPLE: Final = 500
_MOST_EXAMPLES: Final = 50


def _examples(texts: Sequence[str]) -> list[str]:
    return [text[:_LONGEST_EXAMPLE] for text in texts[:_MOST_EXAMPLES]]


class _Readings:
    """The texts of one point, read."""

    def __init__(self, point: Point) -> None:
        self.text = _terms_of(point.text[:_LONGEST_EXAMPLE])
        self.read_counts = [read(text).clauses for text in _examples(point.counts)]
        self.read_against = [read(text).clauses for text in _examples(point.does_not_count)]
        self.counts = [_all_terms(clauses) for clauses in self.read_counts]
        self.against = [_all_terms(clauses) for clauses in self.read_against]


def _terms_of(text: str) -> frozenset[str]:
    words = words_of(text)
    return terms(words, (m.family for m in phrases().find(words) if m.family.startswith("c:")))


def _all_terms(clauses: Sequence[Clause]) -> frozenset[str]:
    return frozenset().union(*(terms(clause.words, ideas_of(clause)) for clause in clauses))


def _weights(documents: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return the weight of each term: rarer among the points of the question is more telling."""
    occurs = Counter(term for document in documents for term in document)
    weights: dict[str, float] = {}
    for term, times in occurs.items():
        rarity = math.log((len(documents) + 1) / times) / math.log(len(documents) + 1)
        weights[term] = _kind_weight(term) * (0.4 + 0.6 * rarity)
    return weights


def _kind_weight(term: str) -> float:
    if term.startswith("c:"):
        return _IDEA_WEIGHT * (0.5 if term in BROAD else 1.0)
    if term in GENERIC:
        return _GENERIC_WEIGHT
    return 0.5 if term.endswith("…") else 1.0


def _example(found: frozenset[str], weights: dict[str, float]) -> Example:
    return Example(found, math.sqrt(math.fsum(weight(term, weights) ** 2 for term in found)) or 1.0)


def _point_model(reading: _Readings, weights: dict[str, float]) -> PointModel:
    said = [clause for clauses in reading.read_counts for clause in clauses]
    return PointModel(
        counts=tuple(_example(found, weights) for found in reading.counts),
        does_not_count=tuple(_example(found, weights) for found in reading.against),
        ideas=_ideas(reading, weights),
        text_terms=reading.text,
        allows_imagined=_share(said, lambda c: c.imagined) >= 0.3,
        allows_present=_share(said, lambda c: not c.happened) >= 0.4,
        allows_denial=_share(said, lambda c: c.denied) >= 0.3,
        allows_others=_share(said, lambda c: not c.own_deeds()) >= 0.5,
        form=_form(reading),
    )


def _share(said: Sequence[Clause], holds: Callable[[Clause], bool]) -> float:
    return sum(map(holds, said)) / len(said) if said else 0.0


def _ideas(reading: _Readings, weights: dict[str, float]) -> dict[str, float]:
    """The ideas of the point's own text, and those that `counts` show more often than `does_not_count`."""
    worth: dict[str, float] = defaultdict(float)
    for idea in reading.text:
        if idea.startswith("c:"):
            worth[idea] += 1.0
    for examples, sign in ((reading.counts, 1.0), (reading.against, -0.7)):
        for example in examples:
            for idea in example:
                if idea.startswith("c:"):
                    worth[idea] += sign / len(examples)
    kept = {idea: value * weight(idea, weights) for idea, value in worth.items() if value > 0.15}
    total = math.fsum(kept.values())
    return {idea: value / total for idea, value in kept.items()} if total else {}


def _form(reading: _Readings) -> dict[str, float]:
    good, bad = _trait_shares(reading.read_counts), _trait_shares(reading.read_against)
    if good is None or bad is None:
        return {}
    contrast = {trait: good.get(trait, 0.0) - bad.get(trait, 0.0) for trait in sorted({*good, *bad})}
    return {trait: value for trait, value in contrast.items() if abs(value) > 0.2}


def _trait_shares(examples: Sequence[Sequence[Clause]]) -> dict[str, float] | None:
    if not examples:
        return None
    seen: Counter[str] = Counter()
    for clauses in examples:
        seen.update(frozenset().union(*(traits(clause) for clause in clauses)))
    return {trait: times / len(examples) for trait, times in seen.items()}


# What nearly every question speaks of, and so no sign of its topic.
_NO_TOPIC: Final = BROAD | listed("c:affect c:strength c:listen c:report c:check")


def _topic(ask: str) -> frozenset[str]:
    found = _terms_of(ask)
    return frozenset(t for t in found if t not in _NO_TOPIC and t not in GENERIC and not t.endswith("…"))
