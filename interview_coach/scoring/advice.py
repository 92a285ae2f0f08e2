"""What to add where a point is not found: names what is lacking in this answer, then the point's own tip."""

from typing import Final

from interview_coach.banks.question import Point, PointKind
from interview_coach.scoring.hearing import Hearing
from interview_coach.scoring.judges import Judgement

_MOST_QUOTED: Final = 70

_ABSENT: Final[dict[PointKind, str]] = {
    PointKind.SITUATION: "Nothing says when, where or with whom this was: name one occasion.",
    PointKind.OWNERSHIP: "It is not told what you yourself did: start two sentences with “I” and a deed.",
    PointKind.RESULT: "It is not told how it ended: say what came of it.",
    PointKind.NUMBER: "There is no figure: how many, how long, how much before and after?",
    PointKind.REFLECTION: "Nothing says what you took from it: what do you do differently now?",
    PointKind.ABSENCE: "",
    PointKind.CONTENT: "Not said plainly in this answer.",
}

_GAPS: Final[dict[str, str]] = {
    "unanchored": "{quote} leaves the occasion open: say when it was, where, and who was there.",
    "we": "Every action here is told as “we” ({team}): say which part was yours.",
    "mostly we": "Most of it is told as “we” ({team}, against {own} as “I”): say which part was yours.",
    "vague deed": "{quote} leaves open what you did: name the steps.",
    "claimed": "{quote} only claims it: what had changed, and who noticed?",
    "how much": "You said {cue}: by how much? Give the figure, or your best estimate.",
    "loose figure": "{quote} has a figure, but does it measure the result? Say before and after.",
    "empty lesson": "{quote} could be said of any job: what exactly, and where did you use it since?",
    "imagined": "This is told as what you would do; the question asks for something that happened.",
    "denied": "You said that you have no such example. Choose the nearest thing that did happen.",
    "someone else": "This tells what somebody else did: tell what you did, or choose a story of your own.",
    "violated": "{quote} is what this point asks to leave out: say it neutrally or drop it.",
}


def advise(point: Point, judged: Judgement, hearing: Hearing, answer: str) -> str:
    """Return what to add, in one or two sentences; never empty."""
    gap = judged.gap
    if gap == "we" and hearing.story.own:
        gap = "mostly we"
    template = _GAPS.get(gap)
    if template is None or (judged.clause is None and "{quote}" in template):
        said = _plain(point, judged, answer)
    else:
        said = template.format(
            quote=_quote(judged, answer),
            cue=_cue(judged, answer),
            team=_times(hearing.story.team),
            own=hearing.story.own,
        )
    return f"{said} {point.tip}" if point.tip else said


def _plain(point: Point, judged: Judgement, answer: str) -> str:
    if point.kind is not PointKind.CONTENT:
        return _ABSENT[point.kind]
    said = _ABSENT[PointKind.CONTENT]
    if judged.gap == "thin" and judged.clause is not None:
        said = f"{_quote(judged, answer)} comes near it and leaves it open."
    # The tip says what is wanted; without one, the point's own words do.
    return said if point.tip else f"{said} Wanted: {' '.join(point.text.split()).rstrip(' .')}."


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _quote(judged: Judgement, answer: str) -> str:
    if judged.clause is None:
        return ""
    return _cut(answer[judged.clause.stretch.start : judged.clause.stretch.end])


def _cue(judged: Judgement, answer: str) -> str:
    mark = judged.clause.marked("vague_amount") if judged.clause else None
    if judged.clause is None or mark is None:
        return _quote(judged, answer)
    words = judged.clause.words
    return _cut(answer[words[mark.first].start : words[mark.last].end])


def _cut(text: str) -> str:
    folded = " ".join(text.split())
    if len(folded) > _MOST_QUOTED:
        folded = folded[:_MOST_QUOTED].rsplit(" ", 1)[0] + " …"
    return f"“{folded}”"
