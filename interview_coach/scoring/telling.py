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
_SURELY: Final = 0.6

MOST_CREDIT: Final = 0.5
"""With more expected credit than this, the answer plainly made points and nothing is said first of it."""


def telling_of(question: Question, how: Sequence[float], credit: float) -> Telling:
    """Return how it is told; `how` are the probabilities of HOW, `credit` the expected one, 0 to 1."""
    most = max(range(len(how)), key=how.__getitem__)
    telling = _BY_NAME.get(HOW[most], Telling.OWN)
    if how[most] < _SURELY or credit > MOST_CREDIT:
        return Telling.OWN
    if telling in _ONLY_OF_EVENTS and not wants_event(question):
        return Telling.OWN
    return telling
