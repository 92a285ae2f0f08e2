"""The scorer: one answer held against the checklist of its question."""

from interview_coach.banks.question import Question
from interview_coach.scoring.assessment import Assessment

SCORER = "rough 1"
"""Name and version, kept with every assessment."""


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
    raise NotImplementedError
