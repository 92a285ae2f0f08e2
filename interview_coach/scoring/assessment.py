"""What a scorer says of one answer: verdicts with evidence, a score with its interval, and delivery."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from interview_coach.banks.question import PointKind, Question
from interview_coach.scoring.delivery import Delivery


class Verdict(StrEnum):
    """Whether an answer made a point."""

    FOUND = "found"
    UNCLEAR = "unclear"
    MISSED = "missed"

    @property
    def credit(self) -> float:
        """The share of the point's weight that this verdict earns: 1, 0.5 or 0."""
        return {"found": 1.0, "unclear": 0.5, "missed": 0.0}[self.value]


class Status(StrEnum):
    """Whether an answer could be judged at all."""

    SCORED = "scored"
    NOT_SCORED = "not_scored"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that earned a verdict: code points of the answer as given, end exclusive."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class PointResult:
    """The judgement of one point."""

    id: str
    kind: PointKind
    verdict: Verdict
    """What the scorer said; `standing` is what counts."""
    confidence: float
    """Probability, 0 to 1, that `verdict` is what a careful reader would say."""
    advice: str
    """What to add, in words; empty where the point is found."""
    weight: float = 1.0
    counted: bool = True
    """False for an absence point of an answer that makes no other point: saying nothing earns nothing."""
    evidence: Evidence | None = None
    overruled: Verdict | None = None
    """The user's own verdict, which stands above the scorer's."""

    @property
    def standing(self) -> Verdict:
        """The verdict that counts: the user's where there is one."""
        return self.overruled if self.overruled is not None else self.verdict


@dataclass(frozen=True, slots=True)
class Assessment:
    """The judgement of one answer.

    `score` (0 to 100) is the weighted mean credit of the counted points, `interval` its 80 % interval.
    Both are None, and `points` is empty, where `status` is not_scored; `reason` then says why.
    """

    status: Status
    delivery: Delivery
    scorer: str
    """Name and version of the scorer."""
    reason: str | None = None
    score: float | None = None
    interval: tuple[float, float] | None = None
    points: tuple[PointResult, ...] = ()
    remark: str = ""
    """What is to be said first of how the answer is told ("somebody else's story"); mostly empty."""

    def overrule(self, verdicts: Mapping[str, Verdict]) -> "Assessment":
        """Return the assessment with the user's `verdicts` (by point id) standing; others as the scorer's.

        Score, interval and which absence points count follow. Unknown ids are ignored.
        """
        if self.status is Status.NOT_SCORED:
            return self
        marked = (replace(p, overruled=verdicts.get(p.id)) for p in self.points)
        return _with_score(self, tuple(marked))


def scored(points: tuple[PointResult, ...], delivery: Delivery, scorer: str, remark: str = "") -> Assessment:
    """Return the assessment of a judged answer: counts, score and interval worked out."""
    return _with_score(Assessment(Status.SCORED, delivery, scorer, remark=remark), points)


def not_scored(reason: str, delivery: Delivery, scorer: str) -> Assessment:
    """Return the assessment of an answer that cannot be judged, with the reason in words."""
    return Assessment(Status.NOT_SCORED, delivery, scorer, reason=reason)


def _with_score(assessment: Assessment, points: tuple[PointResult, ...]) -> Assessment:
    said_something = any(p.kind is not PointKind.ABSENCE and p.standing is not Verdict.MISSED for p in points)
    only_absence = all(p.kind is PointKind.ABSENCE for p in points)
    points = tuple(
        replace(p, counted=said_something or only_absence or p.kind is not PointKind.ABSENCE) for p in points
    )
    counted = [p for p in points if p.counted]
    total = sum(p.weight for p in counted)
    score = 100 * sum(p.weight * p.standing.credit for p in counted) / total
    return replace(
        assessment,
        points=points,
        score=round(score, 1),
        interval=_interval(counted, total, score),
    )


# The two-sided 80 % quantile of the normal distribution.
_Z80 = 1.2816

# Who misjudges one point of an answer tends to misjudge the others the same way. With this correlation the
# interval held 80 % of the readers' scores of the corpus, by hands and to questions unseen; without it, 62 %.
_TOGETHER = 0.3


def _interval(points: list[PointResult], total: float, score: float) -> tuple[float, float]:
    """Return the 80 % interval of the score, in points of 100, from the confidences of the verdicts.

    Where a verdict is wrong, the next level is taken to be twice as likely as the one beyond it: readers of
    the development answers were never two levels apart.
    """
    mean = apart = together = 0.0
    for point in points:
        odds = _credits(point)
        expected = sum(credit * p for credit, p in odds)
        share = point.weight / total
        mean += share * expected
        variance = share**2 * sum(p * (credit - expected) ** 2 for credit, p in odds)
        apart += variance
        together += math.sqrt(variance)
    reach = _Z80 * math.sqrt((1 - _TOGETHER) * apart + _TOGETHER * together**2)
    low = min(max(100 * (mean - reach), 0.0), score)
    high = max(min(100 * (mean + reach), 100.0), score)
    return round(low, 1), round(high, 1)


def _credits(point: PointResult) -> list[tuple[float, float]]:
    """Return (credit, probability) for each level a careful reader might choose."""
    if point.overruled is not None:
        return [(point.overruled.credit, 1.0)]
    sure, rest = point.confidence, 1.0 - point.confidence
    match point.verdict:
        case Verdict.FOUND:
            return [(1.0, sure), (0.5, rest * 2 / 3), (0.0, rest / 3)]
        case Verdict.MISSED:
            return [(0.0, sure), (0.5, rest * 2 / 3), (1.0, rest / 3)]
        case Verdict.UNCLEAR:
            return [(0.5, sure), (0.0, rest / 2), (1.0, rest / 2)]


def as_json(assessment: Assessment) -> dict[str, Any]:
    """Return the assessment as the command line prints it and the journal keeps it, without overrules."""
    return {
        "status": assessment.status.value,
        # Of a scored answer: what is to be said first of it.
        "reason": assessment.reason or assessment.remark or None,
        "score": assessment.score,
        "interval": list(assessment.interval) if assessment.interval else None,
        "points": [
            {
                "id": p.id,
                "kind": p.kind.value,
                "verdict": p.verdict.value,
                "confidence": p.confidence,
                "counted": p.counted,
                "evidence": {"start": p.evidence.start, "end": p.evidence.end, "text": p.evidence.text}
                if p.evidence
                else None,
                "advice": p.advice,
            }
            for p in assessment.points
        ],
        "delivery": assessment.delivery.as_json(),
        "scorer": assessment.scorer,
    }


def from_json(kept: Mapping[str, Any], question: Question) -> Assessment:
    """Return the assessment that `as_json` wrote; weights come from the `question` as it was then."""
    weights = {p.id: p.weight for p in question.checklist}
    interval = kept["interval"]
    return Assessment(
        status=Status(kept["status"]),
        reason=kept["reason"] if kept["status"] == Status.NOT_SCORED else None,
        score=kept["score"],
        interval=(interval[0], interval[1]) if interval else None,
        points=tuple(
            PointResult(
                id=p["id"],
                kind=PointKind(p["kind"]),
                verdict=Verdict(p["verdict"]),
                confidence=p["confidence"],
                counted=p["counted"],
                evidence=Evidence(**p["evidence"]) if p["evidence"] else None,
                advice=p["advice"],
                weight=weights.get(p["id"], 1.0),
            )
            for p in kept["points"]
        ),
        delivery=Delivery.from_json(kept["delivery"]),
        scorer=kept["scorer"],
        remark=(kept["reason"] or "") if kept["status"] == Status.SCORED else "",
    )
