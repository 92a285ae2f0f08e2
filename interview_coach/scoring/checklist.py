"""The scorer: one answer held against the checklist of its question."""

from typing import Final

from interview_coach.banks.question import Point, PointKind, Question
from interview_coach.scoring.advice import advise
from interview_coach.scoring.assessment import Assessment, Evidence, PointResult, Verdict, not_scored, scored
from interview_coach.scoring.delivery import measure_words
from interview_coach.scoring.hearing import Hearing, hear
from interview_coach.scoring.judgeable import refusal
from interview_coach.scoring.judges import Judgement, judge
from interview_coach.scoring.likeness import PointModel
from interview_coach.scoring.story import Clause, read
from interview_coach.scoring.words import listed, words_of

SCORER = "rough 1"
"""Name and version, kept with every assessment."""

_FOUND: Final = 0.6
_UNCLEAR: Final = 0.33

# At the edge of a level, a verdict is worth no more than a draw among the three; it gets surer with the
# distance from that edge.
_LEAST_SURE: Final = 0.34
_SURER_BY_MARGIN: Final = 1.5
_SURE_OF_NOTHING: Final = 0.7

_EVIDENCE_FROM: Final = 0.5


def assess(
    question: Question,
    answer: str,
    *,
    language: str = "en",
    seconds: float | None = None,
    spoken: bool = False,
) -> Assessment:
    """Return the assessment of `answer`. Deterministic; never raises, whatever the text.

    `language` is the bank's; `seconds` the time spent on the answer, if known.
    """
    words = words_of(answer)
    delivery = measure_words(answer, words, question.seconds, seconds=seconds, spoken=spoken)
    reason = refusal(question, answer, words, language)
    if reason is not None:
        return not_scored(reason, delivery, SCORER)
    hearing = hear(question, read(answer, words))
    points = tuple(
        _result(point, model, hearing, answer)
        for point, model in zip(question.checklist, hearing.model.points, strict=True)
    )
    return scored(points, delivery, SCORER)


def _result(point: Point, model: PointModel, hearing: Hearing, answer: str) -> PointResult:
    judged = judge(point, model, hearing)
    verdict = _verdict(judged.strength)
    confidence = _confidence(judged, verdict)
    return PointResult(
        id=point.id,
        kind=point.kind,
        verdict=verdict,
        confidence=confidence,
        advice="" if verdict is Verdict.FOUND else advise(point, judged, hearing, answer),
        weight=point.weight,
        evidence=_evidence(point, judged, verdict, confidence, answer),
    )


def _verdict(strength: float) -> Verdict:
    if strength >= _FOUND:
        return Verdict.FOUND
    return Verdict.UNCLEAR if strength >= _UNCLEAR else Verdict.MISSED


def _confidence(judged: Judgement, verdict: Verdict) -> float:
    """Return how sure the verdict is: the further from the next level, the surer."""
    margin = {
        Verdict.FOUND: judged.strength - _FOUND,
        Verdict.MISSED: _UNCLEAR - judged.strength,
        # Between two others, and so the least sure.
        Verdict.UNCLEAR: min(judged.strength - _UNCLEAR, _FOUND - judged.strength) / 2,
    }[verdict]
    if judged.clause is None and verdict is Verdict.MISSED:
        return min(_SURE_OF_NOTHING, judged.sure)
    return round(min(judged.sure, _LEAST_SURE + _SURER_BY_MARGIN * margin), 3)


def _evidence(
    point: Point, judged: Judgement, verdict: Verdict, confidence: float, answer: str
) -> Evidence | None:
    """Return the words that earned the verdict, or for an absence point those that break it."""
    if judged.clause is None:
        return None
    if point.kind is PointKind.ABSENCE:
        shown = verdict is not Verdict.FOUND
    else:
        shown = verdict is not Verdict.MISSED and confidence >= _EVIDENCE_FROM
    return _span(judged.clause, answer) if shown else None


_LEADING: Final = listed(
    """
    and so but then um uh er erm well like because
    """
)


def _span(clause: Clause, answer: str) -> Evidence:
    """Return the clause without the joining words before it."""
    words = clause.words
    first = 0
    while first < len(words) - 1 and words[first].text in _LEADING:
        first += 1
    start, end = words[first].start, words[-1].end
    return Evidence(start, end, answer[start:end])
