"""Attempts as plain JSON values, for `history export`: complete, so that another journal can take them in."""

from typing import Any

from interview_coach.journal.codec import question_as_json, time_as_text
from interview_coach.journal.records import Attempt
from interview_coach.scoring.assessment import as_json

EXPORT_FORMAT = 1
"""Stands in each line, so that a later version knows what it reads."""


def attempt_as_json(attempt: Attempt) -> dict[str, Any]:
    """Return everything about the attempt.

    `assessment` is the scorer's own word; `overrules` are the user's verdicts by point id, and `score`
    (0 to 100, or null) is the one that stands with them.
    """
    assessment = attempt.assessment
    return {
        "format": EXPORT_FORMAT,
        "id": attempt.id,
        "rehearsal": attempt.rehearsal_id,
        "bank": attempt.bank_id,
        "bank_title": attempt.bank_title,
        "language": attempt.language,
        "question": question_as_json(attempt.question),
        "answered_at": time_as_text(attempt.answered_at),
        "answer": attempt.answer,
        "seconds": attempt.seconds,
        "spoken": attempt.spoken,
        "score": None if assessment is None else assessment.score,
        "overrules": {point_id: verdict.value for point_id, verdict in attempt.overrules.items()},
        "assessment": None
        if assessment is None
        else as_json(assessment.overrule({}) if attempt.overrules else assessment),
    }
