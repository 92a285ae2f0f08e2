"""A rehearsal in retrospect: each question's score and the points missed most."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interview_coach.banks.question import PointKind
from interview_coach.journal.records import Attempt, PlannedQuestion
from interview_coach.scoring.assessment import Verdict

KIND_NAMES = {
    PointKind.SITUATION: "a specific occasion",
    PointKind.OWNERSHIP: "what you did yourself",
    PointKind.RESULT: "how it ended",
    PointKind.NUMBER: "a measurable result",
    PointKind.REFLECTION: "what you learned or changed",
}
"""What the kinds are called across questions. Content and absence points differ from question to question."""


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One question of the rehearsal."""

    position: int
    planned: PlannedQuestion
    attempts: tuple[Attempt, ...]
    """Oldest first; empty where the question was skipped."""

    @property
    def last(self) -> Attempt | None:
        """The attempt that counts: the last one."""
        return self.attempts[-1] if self.attempts else None


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole rehearsal."""

    lines: tuple[SummaryLine, ...]
    missed: tuple[tuple[str, int, int], ...]
    """(point, how often not found, how often asked): those not found most often first."""

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(1 for line in self.lines if line.attempts)

    @property
    def mean(self) -> float | None:
        """Mean score of the last attempts, 0 to 100; None where nothing was scored."""
        scores = [
            line.last.assessment.score
            for line in self.lines
            if line.last and line.last.assessment and line.last.assessment.score is not None
        ]
        return sum(scores) / len(scores) if scores else None


def summarise(
    questions: Sequence[PlannedQuestion], attempts: Mapping[int, Sequence[Attempt]], most: int = 4
) -> Summary:
    """Return the summary of a rehearsal; `attempts` by position, oldest first."""
    lines = tuple(SummaryLine(i, q, tuple(attempts.get(i, ()))) for i, q in enumerate(questions))
    asked: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for line in lines:
        if line.last is None or line.last.assessment is None:
            continue
        texts = {p.id: p.text for p in line.last.question.checklist}
        for point in line.last.assessment.points:
            name = KIND_NAMES.get(point.kind, texts.get(point.id, point.id))
            asked[name] += 1
            missed[name] += point.counted and point.standing is not Verdict.FOUND
    ranked = sorted((n for n in missed if missed[n]), key=lambda n: (-missed[n], asked[n], n))
    return Summary(lines, tuple((n, missed[n], asked[n]) for n in ranked[:most]))
