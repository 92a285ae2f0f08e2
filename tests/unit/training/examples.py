"""A question and an answer that the tests of the training code share."""

from interview_coach.banks.question import Point, PointKind, Question
from training.corpus import Mark

QUESTION = Question(
    "q",
    "Tell me about a time you fixed something.",
    (
        Point("what", "Says what was broken"),
        Point("me", "Says what they did", kind=PointKind.OWNERSHIP),
        Point("calm", "Blames nobody", kind=PointKind.ABSENCE),
    ),
)
TEXT = (
    "The belt on line three had come off. I stopped the line and called the fitter. We lost an hour over it. "
    "My manager thanked me the next day. I check the belt every morning now. It has not happened since."
)
MARKS = {"what": Mark(2, "The belt on line three"), "me": Mark(2, "I stopped the line"), "calm": Mark(2)}
