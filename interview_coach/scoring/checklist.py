"""The scorer: one answer held against the checklist of its question."""

from collections.abc import Sequence
from typing import Final

from interview_coach.banks.question import Point, PointKind, Question
from interview_coach.scoring import semantic
from interview_coach.scoring.advice import Adviser
from interview_coach.scoring.assessment import Assessment, Evidence, PointResult, Verdict, not_scored, scored
from interview_coach.scoring.calibration import Calibration
from interview_coach.scoring.core import core_model
from interview_coach.scoring.delivery import measure_words
from interview_coach.scoring.judgeable import refusal
from interview_coach.scoring.listening import HeardAnswer, HeardClause
from interview_coach.scoring.reading import PointReading, Reading, quoted
from interview_coach.scoring.story import read, wants_event
from interview_coach.scoring.telling import telling_of
from interview_coach.scoring.tokens import plain_words, tokens_of, without_fillers
from interview_coach.scoring.words import Word, listed, words_of

CORE: Final = "core 1"
"""Name and version of the scorer without the encoder, kept with every assessment."""

SEMANTIC: Final = "semantic 1"
"""Name and version of the scorer with it."""

_SHOWN_FROM: Final = 0.5
"""Evidence of a less sure verdict is not shown."""

_NEAR_FROM: Final = 0.05
"""A clause that shows a point less than this comes nowhere near it."""


def scorer() -> str:
    """Return the name of the scorer that `assess` uses here."""
    return SEMANTIC if semantic.available() else CORE


def assess(  # noqa: PLR0913 - what is known of an answer, by name
    question: Question,
    answer: str,
    *,
    language: str = "en",
    seconds: float | None = None,
    spoken: bool = False,
    by: str | None = None,
) -> Assessment:
    """Return the assessment of `answer`. Deterministic; never raises, whatever the text.

    `language` is the bank's; `seconds` the time spent on the answer, if known; `by` is CORE or SEMANTIC, the
    best that is available if None.
    """
    name = by or scorer()
    if name == SEMANTIC and not semantic.reads():
        name = CORE
    words = words_of(answer)
    delivery = measure_words(answer, words, question.seconds, seconds=seconds, spoken=spoken)
    # "Um um um" has words to count for the delivery, and none to judge.
    reason = refusal(question, answer, without_fillers(words), language)
    if reason is not None:
        return not_scored(reason, delivery, name)
    heard, reading = _read(question, answer, words, name)
    telling = telling_of(question, reading.how, _credit(question, reading))
    calibration = semantic.calibration() if name == SEMANTIC else core_model().calibration
    adviser = Adviser(answer, heard, telling, wants_event(question))
    points = tuple(
        _result(point, of, adviser, calibration)
        for point, of in zip(question.checklist, reading.points, strict=True)
    )
    return scored(points, delivery, name, remark=telling.value)


def prepare(question: Question) -> None:
    """Load what scoring an answer to `question` takes, in the background while it is thought of."""
    core_model()
    if semantic.reads():
        semantic.prepare(question)


def nearest(question: Question, answer: str, point_id: str) -> Evidence | None:
    """Return the words of the answer that come nearest to the point, near or not; None where it has none."""
    place = next((n for n, point in enumerate(question.checklist) if point.id == point_id), None)
    words = without_fillers(words_of(answer))
    if place is None or not words:
        return None
    heard, reading = _read(question, answer, words, CORE)
    return _span(heard.clauses[_first(reading.points[place])].clause.words, answer)


def _credit(question: Question, reading: Reading) -> float:
    """Return the expected credit, 0 to 1, of the points but those that nearly every answer keeps to."""
    made = [
        (point.weight, of.expected)
        for point, of in zip(question.checklist, reading.points, strict=True)
        if point.kind is not PointKind.ABSENCE
    ]
    return sum(weight * credit for weight, credit in made) / (sum(weight for weight, _ in made) or 1.0)


def _read(question: Question, answer: str, words: Sequence[Word], name: str) -> tuple[HeardAnswer, Reading]:
    model = core_model()
    tokens = tokens_of(answer, list(words))
    heard = model.listener.hear(read(answer, plain_words(tokens)), tokens)
    reading = model.read(question, heard)
    if name == SEMANTIC:
        reading = semantic.read_again(question, heard, tokens_of(answer, list(words), stops=True), reading)
    return heard, reading


def _result(point: Point, reading: PointReading, adviser: Adviser, calibration: Calibration) -> PointResult:
    odds = reading.odds
    verdict = calibration.verdict(point.kind, odds)
    if verdict is Verdict.FOUND and _without_figures(point, adviser.heard):
        odds, verdict = (odds[0], odds[1] + odds[2], 0.0), Verdict.UNCLEAR
    elif _by_we_alone(point, adviser.heard):
        odds, verdict = (1.0, 0.0, 0.0), Verdict.MISSED
    confidence = calibration.confidence(odds, verdict)
    evidence = _evidence(point, verdict, reading, adviser, calibration) if confidence >= _SHOWN_FROM else None
    found = verdict is Verdict.FOUND
    return PointResult(
        id=point.id,
        kind=point.kind,
        verdict=verdict,
        confidence=confidence,
        advice="" if found else adviser.advise(point, verdict, _nearest(reading, adviser.heard), evidence),
        weight=point.weight,
        evidence=evidence,
    )


def _without_figures(point: Point, heard: HeardAnswer) -> bool:
    """Return whether a figure is wanted and there is none."""
    return point.kind is PointKind.NUMBER and not any(c.clause.numbers for c in heard.clauses)


_ONESELF: Final = listed("i i'm i'd i've i'll me my mine myself")


def _by_we_alone(point: Point, heard: HeardAnswer) -> bool:
    """Return whether own deeds are wanted and all are told as "we"."""
    if point.kind is not PointKind.OWNERSHIP or not heard.story.team:
        return False
    return not any(word.text in _ONESELF for clause in heard.story.clauses for word in clause.words)


def _first(reading: PointReading) -> int:
    """Return the place of the clause that shows the point best."""
    return max(range(len(reading.shown)), key=reading.shown.__getitem__)


def _nearest(reading: PointReading, heard: HeardAnswer) -> HeardClause | None:
    return heard.clauses[_first(reading)] if reading.nearness >= _NEAR_FROM else None


def _evidence(
    point: Point, verdict: Verdict, reading: PointReading, adviser: Adviser, calibration: Calibration
) -> Evidence | None:
    """Return the words that earned the verdict, or those that break an absence point; None if unsure."""
    # An absence point that is kept to has nothing to show, nor has any other that is missed.
    nothing = Verdict.FOUND if point.kind is PointKind.ABSENCE else Verdict.MISSED
    clauses = adviser.heard.story.clauses
    quote = quoted(reading.shown, [clause.stretch.sentence for clause in clauses])
    if verdict is nothing or quote.share < calibration.quote_from:
        return None
    return _span(
        [word for clause in clauses[quote.first : quote.last + 1] for word in clause.words], adviser.answer
    )


_LEADING: Final = listed("and but then")
_LEADING_ON: Final = listed("so because well like")
"""These only before a subject: "so I rang him", not "so far we have saved"."""
_SUBJECTS: Final = listed("i i'm i'd i've we we'd we've he she they it it's that that's there my our the")


def _span(words: Sequence[Word], answer: str) -> Evidence:
    """Return the words without the joining ones before them."""
    first = 0
    while first < len(words) - 1 and (
        words[first].text in _LEADING
        or (words[first].text in _LEADING_ON and words[first + 1].text in _SUBJECTS)
    ):
        first += 1
    start, end = words[first].start, words[-1].end
    return Evidence(start, end, answer[start:end])
