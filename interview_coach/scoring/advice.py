"""What to add where a point is not found: names what is lacking in this answer, then the point's own tip."""

from dataclasses import dataclass
from typing import Final

from interview_coach.banks.question import Point, PointKind
from interview_coach.scoring.agents import Agent, Mood
from interview_coach.scoring.assessment import Evidence, Verdict
from interview_coach.scoring.listening import HeardAnswer, HeardClause
from interview_coach.scoring.telling import Telling

_MOST_QUOTED: Final = 70

_ABSENT: Final[dict[PointKind, tuple[str, str]]] = {
    PointKind.SITUATION: ("Nothing says when, where or with whom this was", "name one occasion."),
    PointKind.OWNERSHIP: (
        "It is not told what you yourself did",
        "start two sentences with “I” and a deed.",
    ),
    PointKind.RESULT: ("It is not told how it ended", "say what came of it."),
    PointKind.NUMBER: ("There is no figure", "how many, how long, how much before and after?"),
    PointKind.REFLECTION: ("Nothing says what you took from it", "what do you do differently now?"),
}
"""What is lacking, and what to do."""

_BESIDE: Final[dict[PointKind, str]] = {
    PointKind.SITUATION: "When and where this was does not come out",
    PointKind.OWNERSHIP: "Your own part in this does not come out",
    PointKind.NUMBER: "No figure here measures this",
}
"""What is lacking where something of the kind is told, of something else."""

_UNSAID: Final = "Not said plainly in this answer."

_TOLD: Final[dict[Telling, str]] = {
    Telling.IMAGINED: "This is told as what you would do; the question asks for something that happened.",
    Telling.HABIT: "This is told as what you always do: tell one time when you did it.",
    Telling.DENIED: "You said that you have no such example. Choose the nearest thing that did happen.",
    Telling.SOMEONE_ELSES: "This tells what somebody else did: tell your own part, or choose another story.",
    Telling.OTHER_QUESTION: "The answer seems to be about something else than was asked.",
    Telling.TAKEN_BACK: "You took part of it back later in the answer: tell only what stands.",
}


@dataclass(frozen=True, slots=True)
class Adviser:
    """Says of each point what one answer lacks."""

    answer: str
    heard: HeardAnswer
    telling: Telling
    event: bool
    """Whether only something that really happened will do."""

    def advise(
        self, point: Point, verdict: Verdict, nearest: HeardClause | None, shown: Evidence | None
    ) -> str:
        """Return what to add, in one to three sentences; never empty.

        `nearest` is the clause that comes nearest to the point, None where none comes near; `shown` is the
        quote beside the verdict.
        """
        said = self._gap(point, verdict, nearest, shown)
        if said == _UNSAID and not point.tip:
            # Without a tip the point's own words say what is wanted.
            said = f"{said} Wanted: {' '.join(point.text.split()).rstrip(' .?!')}."
        return f"{said} {point.tip}" if point.tip else said

    def _gap(
        self, point: Point, verdict: Verdict, nearest: HeardClause | None, shown: Evidence | None
    ) -> str:
        if point.kind is PointKind.ABSENCE:
            return _against(verdict, shown)
        taken_back = self.telling is Telling.TAKEN_BACK
        if verdict is Verdict.MISSED and self.telling in _TOLD and (nearest is not None or not taken_back):
            return _TOLD[self.telling]
        if nearest is None:
            return _we(point, self.heard) or self._absent(point, verdict)
        quote = _shortened(self.answer[nearest.clause.stretch.start : nearest.clause.stretch.end])
        if verdict is Verdict.UNCLEAR:
            return self._thin(point, nearest, quote)
        if nearest.clause.denied:
            return f"{quote} says that it was not so. If there is something to tell here, tell that."
        return _we(point, self.heard) or self._absent(point, verdict)

    def _absent(self, point: Point, verdict: Verdict) -> str:
        """Return that nothing makes the point, said so that nothing in the answer contradicts it."""
        if point.kind not in _ABSENT:
            return _UNSAID
        lacking, ask = _ABSENT[point.kind]
        clauses = [clause.clause for clause in self.heard.clauses]
        told = {
            PointKind.SITUATION: any(clause.has("when") for clause in clauses),
            PointKind.OWNERSHIP: any(clause.count(Agent.OWN, Mood.PAST) for clause in clauses),
            PointKind.NUMBER: any(clause.numbers for clause in clauses),
        }
        if told.get(point.kind):
            lacking = _BESIDE[point.kind]
        elif verdict is Verdict.UNCLEAR:
            lacking = "This is only touched on"
        return f"{lacking}: {ask}"

    def _thin(self, point: Point, nearest: HeardClause, quote: str) -> str:
        """Return what an unclear point lacks."""
        clause = nearest.clause
        if told_as_we := _we(point, self.heard):
            return told_as_we
        said = _THIN.get(point.kind, "comes near it and leaves it open.")
        if point.kind is PointKind.NUMBER and clause.numbers:
            said = "has a figure, but does it measure the result? Say before and after."
        elif point.kind is PointKind.CONTENT and self.event and clause.has("habit") and not clause.happened:
            said = "is told as a habit: tell one time when you did it."
        elif point.kind is PointKind.CONTENT and clause.has("hedge"):
            said = "is hedged: say it outright, with what you saw or did."
        return f"{quote} {said}"


def _against(verdict: Verdict, shown: Evidence | None) -> str:
    """Return what to say of an absence point that is not found."""
    if verdict is Verdict.UNCLEAR:
        return "Something in the answer could be heard as going against this point: say it neutrally."
    if shown is None:
        return "Something in the answer goes against this point."
    return f"{_shortened(shown.text)} goes against this point: say it neutrally or drop it."


def _we(point: Point, heard: HeardAnswer) -> str:
    """Return what to say of an answer told as "we"; empty where that is not the gap."""
    team, own = heard.story.team, heard.story.own
    if point.kind is not PointKind.OWNERSHIP or team <= own:
        return ""
    if not heard.story.deeds[Agent.OWN, Mood.PAST]:
        return f"Every action here is told as “we” ({_times(team)}): say which part was yours."
    return f"Most of it is told as “we” ({_times(team)}, against {own} as “I”): say which part was yours."


_THIN: Final[dict[PointKind, str]] = {
    PointKind.SITUATION: "leaves the occasion open: say when it was, where, and who was there.",
    PointKind.OWNERSHIP: "leaves open what you did: name the steps.",
    PointKind.RESULT: "only claims it: what had changed, and who noticed?",
    PointKind.NUMBER: "leaves open how much: give the figure, or your best estimate.",
    PointKind.REFLECTION: "could be said of any job: what exactly, and where did you use it since?",
}


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _shortened(text: str) -> str:
    folded = " ".join(text.split())
    if len(folded) > _MOST_QUOTED:
        folded = folded[:_MOST_QUOTED].rsplit(" ", 1)[0] + " …"
    return f"“{folded}”"
