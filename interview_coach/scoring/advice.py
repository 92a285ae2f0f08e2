"""What to add where a point is not found: names what is lacking in this answer, then the point's own tip."""

from typing import Final

from interview_coach.banks.question import Point, PointKind
from interview_coach.scoring.agents import VAGUE_DEEDS
from interview_coach.scoring.assessment import Verdict
from interview_coach.scoring.features import HeardAnswer, HeardClause
from interview_coach.scoring.telling import Telling

_MOST_QUOTED: Final = 70

_ABSENT: Final[dict[PointKind, str]] = {
    PointKind.SITUATION: "Nothing says when, where or with whom this was: name one occasion.",
    PointKind.OWNERSHIP: "It is not told what you yourself did: start two sentences with “I” and a deed.",
    PointKind.RESULT: "It is not told how it ended: say what came of it.",
    PointKind.NUMBER: "There is no figure: how many, how long, how much before and after?",
    PointKind.REFLECTION: "Nothing says what you took from it: what do you do differently now?",
    PointKind.ABSENCE: "Something in the answer goes against this point.",
    PointKind.CONTENT: "Not said plainly in this answer.",
}

_TOLD: Final[dict[Telling, str]] = {
    Telling.IMAGINED: "This is told as what you would do; the question asks for something that happened.",
    Telling.HABIT: "This is told as what you always do: tell one time when you did it.",
    Telling.DENIED: "You said that you have no such example. Choose the nearest thing that did happen.",
    Telling.SOMEONE_ELSES: "This tells what somebody else did: tell what you did, or choose a story of your own.",
    Telling.OTHER_QUESTION: "The answer seems to be about something else than was asked.",
    Telling.TAKEN_BACK: "You took part of it back later in the answer: tell only what stands.",
}


def advise(
    point: Point,
    verdict: Verdict,
    nearest: HeardClause | None,
    heard: HeardAnswer,
    telling: Telling,
    answer: str,
) -> str:
    """Return what to add, in one to three sentences; never empty.

    `nearest` is the clause that comes nearest to the point, None where none comes near.
    """
    said = _gap(point, verdict, nearest, heard, telling, answer)
    if said == _ABSENT[PointKind.CONTENT] and not point.tip:
        # Without a tip the point's own words say what is wanted.
        said = f"{said} Wanted: {' '.join(point.text.split()).rstrip(' .')}."
    return f"{said} {point.tip}" if point.tip else said


def _gap(
    point: Point,
    verdict: Verdict,
    nearest: HeardClause | None,
    heard: HeardAnswer,
    telling: Telling,
    answer: str,
) -> str:
    quote = _quote(nearest, answer)
    if point.kind is PointKind.ABSENCE:
        return f"{quote} goes against this point: say it neutrally or drop it." if quote else _ABSENT[point.kind]
    if verdict is Verdict.MISSED and telling in _TOLD:
        return _TOLD[telling]
    if nearest is None:
        return _we(point, heard) or _ABSENT[point.kind]
    if nearest.clause.denied and verdict is Verdict.MISSED:
        return f"{quote} says that it was not so. If there is something to tell here, tell that."
    if verdict is Verdict.MISSED:
        return _we(point, heard) or _ABSENT[point.kind]
    return _thin(point, nearest, heard, quote)


def _we(point: Point, heard: HeardAnswer) -> str:
    """Return what to say of an answer told as "we"; empty where that is not the gap."""
    team, own = heard.story.team, heard.story.own
    if point.kind is not PointKind.OWNERSHIP or not team or team <= own:
        return ""
    if not own:
        return f"Every action here is told as “we” ({_times(team)}): say which part was yours."
    return f"Most of it is told as “we” ({_times(team)}, against {own} as “I”): say which part was yours."


def _thin(point: Point, nearest: HeardClause, heard: HeardAnswer, quote: str) -> str:
    """Return what an unclear point lacks."""
    clause = nearest.clause
    match point.kind:
        case PointKind.SITUATION:
            return f"{quote} leaves the occasion open: say when it was, where, and who was there."
        case PointKind.OWNERSHIP if we := _we(point, heard):
            return we
        case PointKind.OWNERSHIP if any(deed.verb in VAGUE_DEEDS for deed in clause.own_deeds()):
            return f"{quote} leaves open what you did: name the steps."
        case PointKind.RESULT:
            return f"{quote} only claims it: what had changed, and who noticed?"
        case PointKind.NUMBER if clause.numbers:
            return f"{quote} has a figure, but does it measure the result? Say before and after."
        case PointKind.NUMBER:
            return f"{quote} leaves open how much: give the figure, or your best estimate."
        case PointKind.REFLECTION:
            return f"{quote} could be said of any job: what exactly, and where did you use it since?"
    if clause.has("habit") and not clause.happened:
        return f"{quote} is told as a habit: tell one time when you did it."
    if clause.has("hedge"):
        return f"{quote} is hedged: say it outright, with what you saw or did."
    return f"{quote} comes near it and leaves it open."


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _quote(nearest: HeardClause | None, answer: str) -> str:
    if nearest is None:
        return ""
    folded = " ".join(answer[nearest.clause.stretch.start : nearest.clause.stretch.end].split())
    if len(folded) > _MOST_QUOTED:
        folded = folded[:_MOST_QUOTED].rsplit(" ", 1)[0] + " …"
    return f"“{folded}”"
