"""How an answer was said: counts that stand beside the score and are never mixed into it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from interview_coach.scoring.fillers import fillers_in, hedges_in
from interview_coach.scoring.words import Word, words_of

SPEAKING_PACE: Final = 150
"""Words a minute in conversation (NCVS)."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What could be measured of one answer. None means: not measurable for this kind of answer.

    A typed answer has no pace and no pauses: how fast somebody types says nothing about how they speak.
    """

    words: int
    target_seconds: int
    spoken: bool = False
    seconds: float | None = None
    """Time spent on the answer: speaking time where spoken, writing time where typed."""
    words_per_minute: float | None = None
    """Pace of a spoken answer; None where typed."""
    estimated_seconds: float | None = None
    """For a typed answer: how long it would take to say at 150 words a minute (NCVS: conversation)."""
    fillers: Mapping[str, int] = field(default_factory=dict)
    """Each filler that occurs ("um", "like" as a filler …) with its count."""
    first_person: int = 0
    """How often "I", "my", "me", "myself" occur."""
    first_person_plural: int = 0
    """How often "we", "our", "us", "ourselves" occur."""
    hedges: Mapping[str, int] = field(default_factory=dict)
    """Each hedge that occurs ("kind of", "I guess" …) with its count."""

    @property
    def filler_count(self) -> int:
        """All fillers together."""
        return sum(self.fillers.values())

    @property
    def hedge_count(self) -> int:
        """All hedges together."""
        return sum(self.hedges.values())

    @property
    def length_seconds(self) -> float | None:
        """How long the answer is, or would be, when spoken: to be held against `target_seconds`."""
        return self.seconds if self.spoken else self.estimated_seconds

    def as_json(self) -> dict[str, Any]:
        """Return the delivery as the command line prints it and the journal keeps it."""
        return {
            "words": self.words,
            "target_seconds": self.target_seconds,
            "spoken": self.spoken,
            "seconds": self.seconds,
            "words_per_minute": self.words_per_minute,
            "estimated_seconds": self.estimated_seconds,
            "fillers": dict(self.fillers),
            "first_person": self.first_person,
            "first_person_plural": self.first_person_plural,
            "hedges": dict(self.hedges),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Delivery":
        """Return the delivery that `as_json` wrote; keys of a newer version are ignored."""
        known = cls.__dataclass_fields__
        return cls(**{key: value for key, value in kept.items() if key in known})


_SINGULAR: Final = frozenset({"i", "my", "me", "myself", "mine", "i'm", "i'd", "i've", "i'll"})
_PLURAL: Final = frozenset({"we", "our", "us", "ourselves", "ours", "we're", "we'd", "we've", "we'll"})


def measure(
    answer: str, target_seconds: int, *, seconds: float | None = None, spoken: bool = False
) -> Delivery:
    """Return what can be measured of `answer`; `seconds` is the time spent on it, if known.

    Pace is measured only of a spoken answer whose time is known; for a typed one its length in speech is
    estimated.
    """
    return measure_words(answer, words_of(answer), target_seconds, seconds=seconds, spoken=spoken)


def measure_words(
    answer: str,
    words: Sequence[Word],
    target_seconds: int,
    *,
    seconds: float | None = None,
    spoken: bool = False,
) -> Delivery:
    """Return the same as `measure`, for a caller that already has the words of the answer."""
    timed = seconds is not None and math.isfinite(seconds) and seconds > 0
    return Delivery(
        words=len(words),
        target_seconds=target_seconds,
        spoken=spoken,
        seconds=seconds if seconds is not None and math.isfinite(seconds) else None,
        words_per_minute=round(len(words) * 60 / seconds, 1) if spoken and timed and seconds else None,
        estimated_seconds=None if spoken else round(len(words) / SPEAKING_PACE * 60, 1),
        fillers=fillers_in(answer, words),
        first_person=sum(
            word.text in _SINGULAR and not answer.startswith((".e", ".E"), word.end) for word in words
        ),
        first_person_plural=sum(
            # "the US" is a country.
            word.text in _PLURAL and answer[word.start : word.end] != "US"
            for word in words
        ),
        hedges=hedges_in(words),
    )
