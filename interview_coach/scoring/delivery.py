"""How an answer was said: counts that stand beside the score and are never mixed into it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


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
