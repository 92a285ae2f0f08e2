"""Bank, Question and Point: the content a rehearsal steps through. Immutable, no I/O."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

DEFAULT_SECONDS = 120
"""Target length of an answer where the bank names none, in seconds."""

DEFAULT_THINK = 30
"""Thinking time where the bank names none, in seconds."""

DEFAULT_COMPETENCY = "general"
"""Competency of a question that names none."""


class QuestionType(StrEnum):
    """What a question asks for: a past event, an imagined one, a reason, knowledge, or a self-portrait."""

    BEHAVIOURAL = "behavioural"
    SITUATIONAL = "situational"
    MOTIVATIONAL = "motivational"
    TECHNICAL = "technical"
    STRENGTHS = "strengths"


class PointKind(StrEnum):
    """What a point looks for; `content` looks for what the point's own examples say."""

    SITUATION = "situation"
    OWNERSHIP = "ownership"
    RESULT = "result"
    NUMBER = "number"
    REFLECTION = "reflection"
    ABSENCE = "absence"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Point:
    """One item of a checklist."""

    id: str
    text: str
    """What the answer must do, in words (`point` in the file)."""
    kind: PointKind = PointKind.CONTENT
    weight: float = 1.0
    counts: tuple[str, ...] = ()
    """Sentences that would satisfy the point."""
    does_not_count: tuple[str, ...] = ()
    """Sentences that look close and do not."""
    probe: str | None = None
    """What an interviewer would ask where the point is missed."""
    tip: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its checklist (never empty)."""

    id: str
    ask: str
    checklist: tuple[Point, ...]
    type: QuestionType = QuestionType.BEHAVIOURAL
    competency: str = DEFAULT_COMPETENCY
    seconds: int = DEFAULT_SECONDS
    """Target length of the answer, in seconds; a guide, never a limit."""
    think: int = DEFAULT_THINK
    """Thinking time before the answer, in seconds; 0 for none."""
    sample: str | None = None


@dataclass(frozen=True, slots=True)
class Bank:
    """A set of questions. Attempts refer to bank id and question id, never to text."""

    id: str
    questions: tuple[Question, ...]
    title: str = ""
    language: str = "en"
    """BCP 47 language tag, lower case; chooses word lists and the speech model."""
    description: str = ""
    source: Path | None = None
    """The file it was read from; None for a bank made in memory."""

    def question(self, question_id: str) -> Question | None:
        """Return the question with that id, or None."""
        return next((q for q in self.questions if q.id == question_id), None)

    @property
    def competencies(self) -> tuple[str, ...]:
        """The competencies of the questions, each once, in order of first appearance."""
        return tuple(dict.fromkeys(q.competency for q in self.questions))
