"""How an answer is told as a whole: one's own story, or what keeps it from being one."""

from collections.abc import Sequence
from enum import Enum
from typing import Final

from interview_coach.banks.question import Question
from interview_coach.scoring.listening import HOW
from interview_coach.scoring.story import wants_event


class Telling(Enum):
    """How the answer is told; the value is what is said first of it, empty for an answer to the question."""

    OWN = ""
    IMAGINED = "This tells what you would do. The question asks for something that really happened."
    HABIT = "This tells what you usually do. The question asks for one time when it really happened."
    SOMEONE_ELSES = "This is somebody else's story. An interviewer wants to hear what you did."
    OTHER_QUESTION = "This seems to answer another question than the one that was asked."
    DENIED = "You say that you have no example of this. The nearest thing that did happen is worth more."
    TAKEN_BACK = "You take back part of what you claim. An interviewer will believe the second version."


_BY_NAME: Final = {
    "hypothetical": Telling.IMAGINED,
    "habit": Telling.HABIT,
    "someone_else": Telling.SOMEONE_ELSES,
    "other_question": Telling.OTHER_QUESTION,
    "denies": Telling.DENIED,
    "takes_back": Telling.TAKEN_BACK,
}
# These are no fault where the question does not ask for an event.
_ONLY_OF_EVENTS: Final = {Telling.IMAGINED, Telling.HABIT, Telling.SOMEONE_ELSES, Telling.DENIED}
_RATHER: Final = 0.5
"""Of 56 answers told otherwise, by hands unseen, this says so of 25, rightly, and of none of 277 others."""

MOST_CREDIT: Final = 0.5
"""With more expected credit than this, the answer plainly made points and nothing is said first of it."""


def telling_of(question: Question, how: Sequence[float], credit: float) -> Telling:
    """Return how it is told; `how` are the probabilities of HOW, `credit` the expected one, 0 to 1."""
    faults = [
        (probability, telling)
        for name, probability in zip(HOW, how, strict=True)
        if (telling := _BY_NAME.get(name)) and (wants_event(question) or telling not in _ONLY_OF_EVENTS)
    ]
    # Whether it is told otherwise is surer than which way: an empty story about a cousin may be two of them.
    if credit > MOST_CREDIT or sum(probability for probability, _ in faults) < _RATHER:
        return Telling.OWN
    return max(faults, key=lambda fault: fault[0])[1]
