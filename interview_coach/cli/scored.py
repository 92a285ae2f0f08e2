"""A scored answer as `score --json` and each line of `score --batch` print it."""

from typing import Any

from interview_coach.banks.question import Bank, Question
from interview_coach.scoring.assessment import Assessment, as_json


def assess_answer(bank: Bank, question: Question, answer: str) -> Assessment:
    """Return the assessment of a typed answer of unknown duration."""
    from interview_coach.scoring.checklist import assess

    return assess(question, answer, language=bank.language)


def with_names(
    assessment: Assessment, bank: Bank, question: Question, line_id: str | float | None = None
) -> dict[str, Any]:
    """Return the object to print: id, bank and question before what the scorer said."""
    return {"id": line_id, "bank": bank.id, "question": question.id, **as_json(assessment)}


def as_scored(
    bank: Bank, question: Question, answer: str, line_id: str | float | None = None
) -> dict[str, Any]:
    """Score `answer` and return the object to print."""
    return with_names(assess_answer(bank, question, answer), bank, question, line_id)
