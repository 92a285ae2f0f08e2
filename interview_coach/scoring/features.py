"""What the core model looks at: each clause against a point, then each point against the whole answer."""

from collections.abc import Sequence
from typing import Final

from interview_coach.banks.question import PointKind, Question
from interview_coach.scoring.agents import Agent, Mood
from interview_coach.scoring.listening import ROLES, SHOWS, HeardAnswer, HeardClause, Wanted
from interview_coach.scoring.story import wants_event
from interview_coach.scoring.vectors import Vector, cosine

# --- A clause against a point -----------------------------------------------------------------

CLAUSE_NAMES: Final = (
    "like", "like_pair", "like_mean", "unlike", "gap", "text", "lex", "lex_not", "lex_text", "own_show",
    "position", "late", "happened", "imagined", "denied", "keywords", "own", "team", "other", "concrete",
    "numbers", "length", *(f"role_{r}" for r in ROLES),
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
        sum(likes[:3]) / max(min(len(likes), 3), 1),
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
        min(len(clause.words), 30) / 30,
        *heard.roles,
    ]


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    shared = len(a & b)
    return shared / (len(a) * len(b)) ** 0.5 if shared else 0.0


# --- A point against the whole answer ---------------------------------------------------------

_KINDS: Final = tuple(PointKind)
_USUAL_LIKE: Final = 0.5
"""About how like the nearest example an answer's nearest clause is; for where there are no examples."""

_MOSTS: Final = (0, 1, 2, 3, 4, 5, 6, 8, 9)

POINT_NAMES: Final = (
    *(f"kind_{k.value}" for k in _KINDS), "wants_event",
    "examples", "counter_examples", "first_relevance", "second_relevance",
    *(f"top_{name}" for name in CLAUSE_NAMES), *(f"most_{CLAUSE_NAMES[m]}" for m in _MOSTS),
    "second_like", "second_gap", "second_show",
    *(f"mean_{r}" for r in ROLES),
    "share_imagined", "someone_elses", "denies", "concreteness", "own_deeds", "team_deeds", "other_deeds",
    "asked_like", "fit", "others_fit", "content_fit", "most_content_fit", "withdrawn", "withdrawn_like",
)  # fmt: skip


def _of_the_answer(heard: HeardAnswer, asked: Vector) -> list[float]:
    """Return what is the same for all points."""
    # How the answer is told is left out: it goes by the register of the corpus, and trees that saw it took
    # fluent answers for empty ones (QWK .57 against .67 on a hand of another register). So is how long it
    # is, and every sum: in a corpus the good answers are the long ones, in an interview they are not.
    story = heard.story
    count = max(len(heard.clauses), 1)
    columns = list(zip(*(c.roles for c in heard.clauses), strict=True))
    deeds = [
        story.own,
        story.team,
        story.deeds[Agent.OTHER, Mood.PAST],
    ]
    return [
        *(sum(column) / count for column in columns),
        story.imagined,
        float(story.someone_elses),
        float(story.denies),
        story.concreteness,
        *(d / count for d in deeds),
        max(cosine(c.pair, asked) for c in heard.clauses),
    ]


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
    # A point without examples is like nothing, which says nothing of the answer.
    likes = {
        n: max(row[0] for row in of)
        for n, (of, point) in enumerate(zip(rows, wanted, strict=True))
        if point.counts and point.point.kind is not PointKind.ABSENCE
    }
    shared = _of_the_answer(heard, asked)
    event = float(wants_event(question))
    # An answer to another question may have an occasion and a result, but makes no point of this one's own.
    own = [max(of) for of, p in zip(relevance, wanted, strict=True) if p.point.kind is PointKind.CONTENT]
    found: list[list[float]] = []
    for n, point in enumerate(wanted):
        order = sorted(range(len(relevance[n])), key=lambda c: -relevance[n][c])
        first, second = rows[n][order[0]], rows[n][order[min(1, len(order) - 1)]]
        others = [x for m, x in likes.items() if m != n]
        found.append(
            [
                *(float(point.point.kind is k) for k in _KINDS),
                event,
                float(len(point.counts)),
                float(len(point.does_not)),
                relevance[n][order[0]],
                relevance[n][order[1]] if len(order) > 1 else 0.0,
                *first,
                *(max(row[m] for row in rows[n]) for m in _MOSTS),
                second[0],
                second[4],
                second[9],
                *shared,
                _mean([*likes.values()], _USUAL_LIKE),
                _mean(others, _USUAL_LIKE),
                _mean(own, 0.5),
                max(own, default=0.5),
                *_withdrawn(heard, rows[n], order[0]),
            ]
        )
    return found


def _mean(values: Sequence[float], instead: float) -> float:
    return sum(values) / len(values) if values else instead


_TAKES_BACK: Final = tuple(ROLES.index(role) for role in ("taking_back", "denial"))


def _withdrawn(heard: HeardAnswer, rows: Sequence[Sequence[float]], shown: int) -> tuple[float, float]:
    """Return how much is taken back after the clause that shows a point, and how like the point that is."""
    most = most_like = 0.0
    for clause, row in zip(heard.clauses[shown + 1 :], rows[shown + 1 :], strict=True):
        back = sum(clause.roles[role] for role in _TAKES_BACK)
        most = max(most, back)
        most_like = max(most_like, back * row[0])
    return most, most_like
