"""What Today shows: the next things worth doing and where the candidate stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from interview_coach.banks.question import Bank
from interview_coach.coaching.days import say_day, say_distance
from interview_coach.coaching.plan import in_order, minutes_for
from interview_coach.journal.records import RehearsalRecord
from interview_coach.settings import Settings


class Next(StrEnum):
    """Kinds of things to do next."""

    GO_ON = "go_on"
    REHEARSE = "rehearse"
    INTERVIEW = "interview"
    CHOOSE = "choose"
    MY_QUESTIONS = "my_questions"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to do next."""

    kind: Next
    label: str
    minutes: int | None = None
    """About how long it takes; None where that cannot be said."""
    bank_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How one competency went lately."""

    competency: str
    scores: tuple[float, ...]
    """Scores 0 to 100, oldest first, never empty."""


def choices(
    banks: Sequence[Bank], settings: Settings, unfinished: RehearsalRecord | None
) -> tuple[Choice, ...]:
    """Return what to do next, the most sensible first."""
    found: list[Choice] = []
    if unfinished is not None:
        total = len(unfinished.questions)
        found.append(
            Choice(
                Next.GO_ON,
                f"Go on with question {min(unfinished.position + 1, total)} of {total}",
                minutes_for(unfinished.questions[unfinished.position :], think=unfinished.think),
            )
        )
    preferred = [b for b in banks if b.id in settings.preferred_banks] or list(banks[:1])
    for bank in preferred:
        questions = in_order(bank)[: settings.questions_per_rehearsal]
        found.append(
            Choice(
                Next.REHEARSE,
                f"Rehearse: {bank.title}",
                minutes_for(questions, think=settings.think),
                (bank.id,),
            )
        )
    if preferred:
        questions = tuple(q for b in preferred for q in in_order(b))[: settings.questions_per_rehearsal]
        found.append(
            Choice(
                Next.INTERVIEW,
                "Full interview, feedback at the end",
                minutes_for(questions, think=settings.think),
                tuple(b.id for b in preferred),
            )
        )
    if banks:
        found.append(Choice(Next.CHOOSE, "Choose bank, competency, number"))
    found.append(Choice(Next.MY_QUESTIONS, "My questions now: paste what you expect"))
    return tuple(found)


def standings(scores: Mapping[str, Sequence[float]], most: int = 6) -> tuple[Standing, ...]:
    """Return how the competencies stand, the weakest (by the mean of its last three) first."""
    standing = [Standing(c, tuple(s)) for c, s in scores.items() if s]
    standing.sort(key=lambda s: sum(s.scores[-3:]) / len(s.scores[-3:]))
    return tuple(standing[:most])


def interview_line(settings: Settings, today: date) -> str:
    """Return the interview in one line, "" where none is set."""
    day = settings.interview_date
    if day is None:
        return settings.interview_title
    if day < today:
        when = f"interview was {say_distance(day, today)} ({say_day(day)}): set the next date with d"
    else:
        when = f"interview {say_distance(day, today)} ({say_day(day)})"
    return f"{settings.interview_title} · {when}" if settings.interview_title else when
