"""How an assessment is put into words: the same on every screen and on plain lines. Pure functions."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from interview_coach.scoring.assessment import Assessment, PointResult, Status, Verdict
from interview_coach.scoring.delivery import Delivery
from interview_coach.visible import one_line

if TYPE_CHECKING:
    # The journal brings SQLite, which the commands about banks do without.
    from interview_coach.journal.records import TaughtSentence

_MOST_QUOTED: Final = 60

MARKS: Final[Mapping[Verdict, str]] = {
    Verdict.FOUND: "✓",
    Verdict.UNCLEAR: "~",
    Verdict.MISSED: "✗",
}
"""One character for each verdict. Colour never carries the meaning alone, and neither does the mark."""


def clock(seconds: float) -> str:
    """Return a length of time as minutes and seconds: "0:51"; below zero counts as zero."""
    whole = max(round(seconds), 0)
    return f"{whole // 60}:{whole % 60:02d}"


def score_text(assessment: Assessment) -> str:
    """Return the score with its 80 % interval, "70 · likely 58–81", or "not scored"."""
    if assessment.score is None:
        return "not scored"
    score = f"{assessment.score:.0f}"
    if assessment.interval is None:
        return score
    low, high = (f"{bound:.0f}" for bound in assessment.interval)
    return f"{score} · likely {low}" if low == high else f"{score} · likely {low}–{high}"


def status_text(assessment: Assessment | None) -> str:
    """Return `score_text`, with the reason where there is no score; "not scored yet" for None."""
    if assessment is None:
        return "not scored yet"
    if assessment.status is Status.NOT_SCORED and assessment.reason:
        return f"not scored: {assessment.reason}"
    return score_text(assessment)


def scorer_text(scorer: str) -> str:
    """Return which scorer spoke: "scored by core 1"; a warning where it was the first, rough one."""
    if scorer.startswith("rough"):
        return "rough score: hold it against your own reading"
    return f"scored by {scorer}"


def verdict_text(point: PointResult) -> str:
    """Return the verdict that counts: "found", or "found (yours; the scorer said missed)"."""
    if point.overruled is None:
        return point.verdict.value
    return f"{point.overruled.value} (yours; the scorer said {point.verdict.value})"


def taught_text(taught: "TaughtSentence") -> str:
    """Return what is remembered: "remembered: “We restacked it” counts" or "… does not count"."""
    quoted = one_line(taught.sentence, _MOST_QUOTED)
    return f"remembered: “{quoted}” {'counts' if taught.counts else 'does not count'}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Return "1 word", "1,234 words"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def delivery_lines(delivery: Delivery) -> list[str]:
    """Return how the answer was said, one measurement a line; what could not be measured says so."""
    return [
        _length(delivery),
        _pace(delivery),
        _tally("fillers", delivery.fillers),
        _tally("hedges", delivery.hedges),
        f"I {delivery.first_person} / we {delivery.first_person_plural}",
    ]


def _length(delivery: Delivery) -> str:
    words = counted(delivery.words, "word")
    length, target = delivery.length_seconds, clock(delivery.target_seconds)
    if length is None:
        return f"{words}, length against {target}: not measurable"
    if delivery.spoken:
        return f"{words}, {clock(length)} of {target}"
    return f"{words}, about {clock(length)} spoken of {target}"


def _pace(delivery: Delivery) -> str:
    if delivery.words_per_minute is not None:
        return f"pace: {delivery.words_per_minute:.0f} words a minute"
    if delivery.spoken:
        return "pace: not measurable in this recording"
    return "pace: not measurable in a typed answer"


def _tally(name: str, counts: Mapping[str, int]) -> str:
    if not counts:
        return f"{name}: none"
    often_first = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    once = all(count == 1 for count in counts.values())
    each = ", ".join(phrase if once else f"{phrase} {count}" for phrase, count in often_first)
    return f"{name}: {sum(counts.values())} ({each})"
