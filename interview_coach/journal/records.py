"""What the journal keeps, as plain values: attempts, rehearsals, drafts and taught sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from interview_coach.banks.question import Question
from interview_coach.scoring.assessment import Assessment, Verdict


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer to one question. `question` is a copy as it was then; editing a bank never changes it."""

    id: str
    """A UUID, so that journals of two machines can be merged."""
    rehearsal_id: str | None
    bank_id: str
    bank_title: str
    language: str
    question: Question
    answered_at: datetime
    """Aware, UTC."""
    answer: str
    seconds: float | None
    """Time spent on the answer, pauses left out."""
    spoken: bool = False
    assessment: Assessment | None = None
    """The scorer's word with the user's `overrules` standing in it; None until it has been scored."""
    overrules: Mapping[str, Verdict] = field(default_factory=dict)
    """The user's own verdicts by point id."""


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One line of the history: enough for a list, no answer text."""

    id: str
    bank_id: str
    question_id: str
    ask: str
    competency: str
    answered_at: datetime
    score: float | None
    """With the user's verdicts standing; None where not scored."""
    scored: bool | None
    """False: judged and not scored; None: not judged yet."""


class RehearsalStatus(StrEnum):
    """Where a rehearsal stands."""

    OPEN = "open"
    FINISHED = "finished"
    LEFT = "left"
    """Given up by the user; it is not offered again."""


@dataclass(frozen=True, slots=True)
class PlannedQuestion:
    """One question of a rehearsal, with what is needed of its bank; a copy, as in `Attempt`."""

    bank_id: str
    bank_title: str
    language: str
    question: Question


@dataclass(frozen=True, slots=True)
class RehearsalRecord:
    """One rehearsal as kept: what was planned and how far it got."""

    id: str
    started_at: datetime
    mode: str
    """"coach" or "interview"."""
    think: bool
    """Whether there is thinking time before each answer."""
    questions: tuple[PlannedQuestion, ...]
    position: int
    """Index of the question that is due, 0-based; `len(questions)` when all are done."""
    status: RehearsalStatus = RehearsalStatus.OPEN


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer that is still being written."""

    rehearsal_id: str
    position: int
    text: str
    seconds: float
    """Time spent so far."""
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class TaughtSentence:
    """A sentence of an answer that a verdict of the user made an example of one point."""

    bank_id: str
    question_id: str
    point_id: str
    attempt_id: str
    """The attempt whose verdict was overruled."""
    sentence: str
    counts: bool
    """Whether it makes the point; False: it looks close and does not."""
    taught_at: datetime


@dataclass(frozen=True, slots=True)
class TaughtLine:
    """A taught sentence for a list, with what it belongs to in the words of then."""

    taught: TaughtSentence
    ask: str
    point: str
