"""Answers with readers' verdicts that nothing was fitted to: the gold file, the corpus's test hands."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from interview_coach.banks.question import Point, PointKind, Question, QuestionType
from interview_coach.scoring.assessment import PointResult, Verdict, scored
from interview_coach.scoring.delivery import measure
from training import corpus

GOLD: Final = Path(__file__).resolve().parents[2] / "shared" / "gold" / "dev.yaml"
LEVELS: Final = {Verdict.MISSED: 0, Verdict.UNCLEAR: 1, Verdict.FOUND: 2}

Levels = dict[str, int]
"""Point id to level: 0 missed, 1 unclear, 2 found."""

_VERDICTS: Final = {level: verdict for verdict, level in LEVELS.items()}
_NOTHING_SAID: Final = measure("", 120)


@dataclass(frozen=True)
class Answer:
    """One answer as its readers saw it; the first reader's verdicts are what verdicts are held against."""

    question: Question
    style: str
    text: str
    readers: tuple[Levels, ...]
    underlined: dict[str, str]
    """The words that the first reader underlined, by point id."""

    @property
    def truth(self) -> Levels:
        return self.readers[0]

    @property
    def readers_total(self) -> float:
        """The mean of the readers' scores."""
        return sum(total(self.question, levels) for levels in self.readers) / len(self.readers)


def total(question: Question, levels: Levels) -> float:
    """Return the score that the rule of the product gives for these verdicts."""
    points = tuple(
        PointResult(p.id, p.kind, _VERDICTS[levels[p.id]], 1.0, "", p.weight) for p in question.checklist
    )
    score = scored(points, _NOTHING_SAID, "readers").score
    assert score is not None
    return score


def test_hand() -> list[Answer]:
    """Return the answers of the corpus that are kept for testing and have been read."""
    return [_of_corpus(a) for a in corpus.answers() if a.marks and a.for_testing]


def gold(path: Path = GOLD) -> list[Answer]:
    """Return the answers of the gold file."""
    document = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    return [_of_gold(_question(q), a) for q in document["questions"] for a in q["answers"]]


def _of_corpus(kept: corpus.Answer) -> Answer:
    first = {point: mark.level for point, mark in kept.marks.items()}
    # Where a further reader says nothing of a point, the first one's verdict stands.
    readers = tuple(first | {p: mark.level for p, mark in marks.items()} for marks in kept.readings.values())
    underlined = {point: mark.evidence for point, mark in kept.marks.items() if mark.evidence}
    return Answer(kept.question, kept.style, kept.text, readers, underlined)


def _of_gold(question: Question, raw: dict[str, Any]) -> Answer:
    first = {point: LEVELS[Verdict(verdict)] for point, verdict in raw["verdicts"].items()}
    differing = {point: LEVELS[Verdict(verdict)] for point, verdict in raw.get("second_reader", {}).items()}
    return Answer(question, raw["style"], raw["text"], (first, first | differing), raw.get("evidence", {}))


def _question(raw: dict[str, Any]) -> Question:
    points = tuple(
        Point(
            id=p["id"],
            text=p["point"],
            kind=PointKind(p.get("kind", "content")),
            weight=float(p.get("weight", 1)),
            counts=tuple(p.get("counts", ())),
            does_not_count=tuple(p.get("does_not_count", ())),
        )
        for p in raw["checklist"]
    )
    return Question(raw["id"], raw["ask"], points, QuestionType(raw.get("type", "behavioural")))
