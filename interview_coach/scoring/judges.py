"""One judge for each kind of point: how strongly the answer makes it, and by which clause."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from interview_coach.banks.question import Point, PointKind
from interview_coach.scoring.agents import VAGUE_DEEDS, Agent, Mood
from interview_coach.scoring.hearing import Hearing
from interview_coach.scoring.likeness import (
    PointModel,
    form_contrast,
    idea_share,
    ideas_of,
    likeness,
    terms,
)
from interview_coach.scoring.story import Clause
from interview_coach.scoring.tone import absence


@dataclass(frozen=True, slots=True)
class Judgement:
    """How strongly a point is made, from 0 to 1, by which clause, and what is lacking."""

    strength: float
    clause: Clause | None = None
    gap: str = "absent"
    """The name of what is lacking; see `advice`."""
    sure: float = 0.85
    """The most confidence that the judge would claim."""


_SURE_BY_EXAMPLES: Final = 0.7
# The point's own wording hardly tells whether it is made.
_SURE_BY_WORDING: Final = 0.5

# From here on a clause is as like the examples as paraphrases get; below, substance counts less.
_PLAIN: Final = 0.45


def judge(point: Point, model: PointModel, hearing: Hearing) -> Judgement:
    """Return the judgement of one point."""
    if point.kind is PointKind.ABSENCE:
        strength, clause = absence(point, model, hearing)
        return Judgement(strength, clause, "violated", 0.75)
    judged = _JUDGES[point.kind](model, hearing)
    if hearing.wants_event:
        if hearing.story.denies:
            judged = replace(judged, strength=judged.strength * 0.25, gap="denied")
        elif hearing.story.someone_elses:
            judged = replace(judged, strength=judged.strength * 0.35, gap="someone else")
        elif hearing.story.imagined > 0.45:
            judged = replace(judged, gap="imagined")
    return replace(judged, strength=judged.strength * hearing.on_topic)


def _best(judged: Iterable[tuple[float, Clause]]) -> tuple[float, Clause | None]:
    """Return the strongest of (strength, clause), the first among equals."""
    best: tuple[float, Clause | None] = (0.0, None)
    for strength, clause in judged:
        if strength > best[0]:
            best = (strength, clause)
    return best


def content(model: PointModel, hearing: Hearing) -> Judgement:
    """Hold each clause against the examples; the whole answer's substance decides close cases."""
    known = bool(model.counts)
    best, clause = _best((_content_of(c, model, hearing), c) for c in hearing.story.clauses)
    if clause is None:
        return Judgement(0.0, sure=_SURE_BY_EXAMPLES if known else _SURE_BY_WORDING)
    substance = hearing.substance * hearing.reality(clause, model)
    # Where no event is told, particulars alone say less about whether this very point is made.
    helped = 0.33 if hearing.wants_event else 0.22
    strength = (1.05 - helped) * best + helped * substance * min(1.0, best / _PLAIN)
    if not known:
        # Without examples there is only the point's own wording, which hardly tells: say "unclear" at most
        # unless nearly all of it occurs.
        strength = strength if best > 0.75 else min(strength, 0.5)
    return Judgement(
        strength,
        clause,
        "thin" if best > 0.25 else "absent",
        _SURE_BY_EXAMPLES if known else _SURE_BY_WORDING,
    )


def _content_of(clause: Clause, model: PointModel, hearing: Hearing) -> float:
    ideas = ideas_of(clause)
    found = terms(clause.words, ideas)
    weights = hearing.model.weights
    like = likeness(found, model.counts, weights)
    unlike = likeness(found, model.does_not_count, weights)
    named = idea_share(ideas, model)
    if not model.counts:
        named = max(named, _text_share(found, model))
    raw = 1.5 * like - 0.8 * unlike + 0.6 * named + 0.15 * form_contrast(clause, model)
    if clause.concrete <= 1:
        raw *= 0.7
    return max(0.0, min(raw, 1.0)) * hearing.reality(clause, model)


def _text_share(found: frozenset[str], model: PointModel) -> float:
    own = {term for term in model.text_terms if not term.endswith("…")}
    return len(found & own) / len(own) if own else 0.0


# What places an event, and how well.
_ANCHORS: Final = {"when": 0.3, "where": 0.25, "who": 0.2, "episode": 0.15}


def situation(model: PointModel, hearing: Hearing) -> Judgement:
    """Look for when, where and who, in what is told as past."""
    told = [(_anchoring(c), c) for c in hearing.story.clauses if _anchors(c, hearing)]
    best, clause = _best((value * hearing.reality(c, model), c) for value, c in told)
    if clause is None:
        return Judgement(0.0, None, "absent")
    # When, where and who may come in sentences of their own.
    families = {family for _, c in told for family in _ANCHORS if c.has(family)}
    together = math.fsum(_ANCHORS[family] for family in families) + 0.25 * any(c.names for _, c in told)
    liked = likeness(terms(clause.words, ideas_of(clause)), model.counts, hearing.model.weights)
    own = 1.0 if hearing.story.own + hearing.story.team else 0.6
    strength = (0.45 * best + 0.5 * min(1.0, together) + 0.15 * liked + 0.15 * hearing.substance) * own
    strength *= min(1.0, hearing.reality(clause, model) + 0.1)
    return Judgement(strength, clause, "unanchored")


def _anchors(clause: Clause, hearing: Hearing) -> bool:
    if clause.keywords_only or clause.has("denial") or (clause.has("habit") and not clause.happened):
        return False
    return not clause.imagined or hearing.imagining


def _anchoring(clause: Clause) -> float:
    worth = (
        0.45 * clause.has("when")
        + 0.35 * clause.has("where")
        + 0.3 * bool(clause.names)
        + 0.25 * clause.has("who")
    )
    worth += 0.2 * clause.has("episode") + 0.1 * bool(clause.numbers) + 0.1 * (clause.concrete >= 3)
    early = 1.0 - 0.3 * clause.position
    return min(1.0, worth) * early


def ownership(model: PointModel, hearing: Hearing) -> Judgement:
    """Count what the speaker did; "we" alone and deeds that leave open what was done are not enough."""
    rated = [(_deed_worth(c) * hearing.reality(c, model), c) for c in hearing.story.clauses if not c.imagined]
    if hearing.imagining:
        rated = [(_planned_worth(c), c) for c in hearing.story.clauses]
    best, clause = _best(rated)
    total = sum(worth for worth, _ in rated)
    strength = 0.55 * min(1.0, best) + 0.45 * min(1.0, total / 2.5)
    if clause is None:
        return Judgement(0.0, None, _whose_deeds(hearing))
    if hearing.story.team > 2 * hearing.story.own:
        return Judgement(strength * 0.6, clause, "we")
    return Judgement(strength, clause, "vague deed" if hearing.story.own else _whose_deeds(hearing))


def _whose_deeds(hearing: Hearing) -> str:
    if hearing.story.team:
        return "we"
    return "imagined" if hearing.story.imagined > 0.3 else "absent"


def _deed_worth(clause: Clause) -> float:
    worth = 0.0
    for deed in clause.own_deeds():
        worth += 0.35 if deed.verb in VAGUE_DEEDS else 0.65
    if not worth:
        return 0.0
    particular = min(1.0, clause.concrete / 3)
    return min(1.0, worth * (0.5 + 0.6 * particular))


def _planned_worth(clause: Clause) -> float:
    own = (
        clause.count(Agent.OWN, Mood.IMAGINED)
        + len(clause.own_deeds())
        + 0.5 * clause.count(Agent.OWN, Mood.PRESENT)
    )
    return min(1.0, 0.6 * own * (0.5 + 0.6 * min(1.0, clause.concrete / 3)))


def result(model: PointModel, hearing: Hearing) -> Judgement:
    """Look for how it ended; "it went well" is only a claim."""
    best, clause = _best((_result_of(c, model, hearing), c) for c in hearing.story.clauses)
    if clause is None:
        return Judgement(0.0, None, "absent")
    strength = 0.85 * best + 0.2 * hearing.substance * hearing.reality(clause, model)
    return Judgement(strength, clause, "claimed" if clause.has("vague_outcome") else "thin")


def _result_of(clause: Clause, model: PointModel, hearing: Hearing) -> float:
    weights = hearing.model.weights
    found = terms(clause.words, ideas_of(clause))
    like = likeness(found, model.counts, weights) - 0.6 * likeness(found, model.does_not_count, weights)
    signs = 0.4 * clause.has("outcome") + 0.3 * clause.has("change") + 0.25 * bool(clause.numbers)
    signs += 0.3 * clause.has("vague_outcome") + 0.15 * clause.has("c:ending", "c:deliver", "c:agree")
    if signs <= 0 and like < 0.15:
        return 0.0
    particular = min(1.0, (clause.concrete + 2 * bool(clause.numbers)) / 4)
    late = 0.55 + 0.45 * clause.position
    worth = (signs * (0.6 + 0.4 * particular) + like + 0.15 * particular) * late
    if clause.has("vague_outcome") and not clause.numbers and clause.concrete <= 2:
        worth = min(worth, 0.45)
    return max(0.0, min(1.0, worth)) * hearing.reality(clause, model)


def number(model: PointModel, hearing: Hearing) -> Judgement:
    """Look for a figure that measures what came of it; "much faster" is only half of one."""
    best, clause = _best((_figure_in(c) * hearing.reality(c, model), c) for c in hearing.story.clauses)
    if clause is None:
        vague = next((c for c in hearing.story.clauses if c.has("vague_amount") and _may_be_result(c)), None)
        if vague is None:
            return Judgement(0.0, None, "absent")
        return Judgement(0.42 * hearing.reality(vague, model), vague, "how much")
    return Judgement(best, clause, "loose figure")


def _may_be_result(clause: Clause) -> bool:
    return clause.position >= 0.4 and (clause.happened or clause.has("outcome", "change"))


def _figure_in(clause: Clause) -> float:
    exact = clause.numbers > 0 or any(m.family == "change" and m.last > m.first for m in clause.marks)
    if not exact:
        return 0.0
    measured = (
        0.4 * clause.has("change")
        + 0.3 * clause.has("outcome")
        + 0.15 * any(w.text.endswith("%") for w in clause.words)
    )
    measured += 0.15 * (clause.numbers >= 2) + 0.1 * clause.happened
    if not clause.numbers:
        return 0.45 + 0.2 * measured
    return min(1.0, 0.3 + measured + 0.35 * clause.position)


def reflection(model: PointModel, hearing: Hearing) -> Judgement:
    """Look for what was taken from it; "I learned a lot" is only a claim."""
    best, clause = _best((_lesson_in(c, model, hearing), c) for c in hearing.story.clauses)
    if clause is None:
        return Judgement(0.0, None, "absent")
    return Judgement(0.9 * best + 0.12 * hearing.substance, clause, "empty lesson")


def _lesson_in(clause: Clause, model: PointModel, hearing: Hearing) -> float:
    cue = 0.45 * clause.has("lesson") + 0.45 * clause.has("next_time") + 0.35 * clause.has("since_then")
    found = terms(clause.words, ideas_of(clause))
    weights = hearing.model.weights
    like = likeness(found, model.counts, weights) - 0.7 * likeness(found, model.does_not_count, weights)
    if not cue and like < 0.2:
        return 0.0
    particular = min(1.0, clause.concrete / 3)
    late = 0.75 + 0.25 * clause.position
    worth = (min(cue, 0.6) * (0.5 + particular) + like + 0.1 * form_contrast(clause, model)) * late
    # Here "I would" looks back on a real event, so imagining is no fault; a denial is.
    if clause.has("nothing_done", "denial"):
        worth *= 0.3
    if hearing.wants_event and (hearing.story.denies or not clause.has("lesson", "next_time", "since_then")):
        worth *= 0.6
    return max(0.0, min(1.0, worth)) * (0.25 if clause.keywords_only else 1.0)


_JUDGES: Final[dict[PointKind, Callable[[PointModel, Hearing], Judgement]]] = {
    PointKind.CONTENT: content,
    PointKind.SITUATION: situation,
    PointKind.OWNERSHIP: ownership,
    PointKind.RESULT: result,
    PointKind.NUMBER: number,
    PointKind.REFLECTION: reflection,
}
