"""Absence points: what an answer should leave out, and whether it did."""

from typing import Final

from interview_coach.banks.question import Point
from interview_coach.scoring.agents import Mood
from interview_coach.scoring.hearing import Hearing
from interview_coach.scoring.likeness import PointModel, ideas_of, likeness, terms
from interview_coach.scoring.story import Clause
from interview_coach.scoring.words import listed, words_of

# Which kind of slip a point is about, by the stems of its text; in this order.
_ABOUT: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("private", listed("privat personal famili family detail health")),
    ("money", listed("money pay salary wag earn")),
    ("cliche", listed("clich cliché perfectionism perfectionist disguis work-too-hard")),
)
_ILL_WORDS: Final = ("contempt", "blame", "ill")
_PERSONS: Final = listed(
    """
    he she they him her them who boss manager supervisor colleague colleagues management people lads
    company firm
    """
)
_NEGATING: Final = listed(
    """
    not never no don't didn't doesn't isn't wasn't aren't weren't without nor can't cannot won't
    wouldn't avoid
    """
)


def absence(point: Point, model: PointModel, hearing: Hearing) -> tuple[float, Clause | None]:
    """Return how surely the answer avoids what the point forbids (1: it does), and its worst clause."""
    families = _families(point)
    worst, where = 0.0, None
    for clause in hearing.story.clauses:
        slip = _slip(clause, families, model, hearing)
        if slip > worst:
            worst, where = slip, clause
    if families == ("money",) and worst < 1 and hearing.substance > 0.5:
        worst *= 0.6  # money is named among other reasons
    return 1.0 - worst, where if worst > 0.4 else None


def _families(point: Point) -> tuple[str, ...]:
    stems = {word.stem for word in words_of(point.text)}
    chosen = tuple(family for family, about in _ABOUT if stems & about)
    return chosen or _ILL_WORDS


_WORST: Final = 0.7


def _of_person(clause: Clause) -> float:
    return 0.45 if any(word.text in _PERSONS for word in clause.words) else 0.1


def _slip(clause: Clause, families: tuple[str, ...], model: PointModel, hearing: Hearing) -> float:
    """Return how clearly the clause does what the point forbids, 0 to 1."""
    marks = [mark for mark in clause.marks if mark.family in families]
    named = 0.0
    for mark in marks:
        before = {word.text for word in clause.words[max(mark.first - 3, 0) : mark.first]}
        named += 0.15 if before & _NEGATING else _WORST if mark.family != "ill" else _of_person(clause)
    if families == ("money",) and named and not clause.has("only"):
        named *= 0.7
    found = terms(clause.words, ideas_of(clause))
    weights = hearing.model.weights
    contrast = likeness(found, model.does_not_count, weights) - likeness(found, model.counts, weights)
    denied = any(deed.mood is Mood.DENIED for deed in clause.deeds)
    near = max(0.0, contrast - 0.15) * (0.6 if denied else 1.3)
    return min(1.0, named + near)
