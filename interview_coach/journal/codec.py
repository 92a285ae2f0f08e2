"""Values of the journal as text, and back: times, questions, assessments."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from interview_coach.banks.question import Point, PointKind, Question, QuestionType
from interview_coach.journal.faults import JournalError
from interview_coach.scoring import assessment as assessments
from interview_coach.scoring.assessment import Assessment

_READ_FAULTS = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What reading spoilt JSON raises: not JSON, keys missing, values of another type or too deep."""


def time_as_text(time: datetime) -> str:
    """Return an aware `time` as text whose order is the order in time. Raises ValueError for a naive one."""
    if time.tzinfo is None:
        raise ValueError("a time in the journal needs its time zone")
    return time.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def time_from_text(text: str) -> datetime:
    """Return the UTC time that `time_as_text` wrote; a spoilt one as the year 1, so that lists still show."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return time if time.tzinfo is not None else time.replace(tzinfo=UTC)


def as_text(value: object) -> str:
    """Return `value` as compact JSON; equal values give equal text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def question_as_json(question: Question) -> dict[str, Any]:
    """Return the question with its checklist as plain JSON values."""
    return asdict(question)


def question_from_text(text: str, of_what: str) -> Question:
    """Return the question kept as JSON. Raises `JournalError` that names `of_what`."""
    try:
        kept = json.loads(text)
        points = tuple(_point(point) for point in kept["checklist"])
        values = _known(kept, Question) | {"type": QuestionType(kept["type"]), "checklist": points}
        return Question(**values)
    except _READ_FAULTS as error:
        raise unreadable(of_what, "the copy of its question") from error


def assessment_as_text(assessment: Assessment) -> str:
    """Return the scorer's own word as JSON: the user's verdicts are kept beside it."""
    if any(point.overruled is not None for point in assessment.points):
        assessment = assessment.overrule({})
    return as_text(assessments.as_json(assessment))


def assessment_from_text(text: str, question: Question, of_what: str) -> Assessment:
    """Return the scorer's own word kept as JSON. Raises `JournalError` that names `of_what`."""
    try:
        return assessments.from_json(json.loads(text), question)
    except _READ_FAULTS as error:
        raise unreadable(of_what, "its assessment") from error


def unreadable(of_what: str, part: str) -> JournalError:
    """Return the error for one entry that cannot be read while the rest of the journal can."""
    return JournalError(
        f"{of_what} cannot be read: {part} is damaged.",
        "Everything else in the journal can still be used.",
    )


def _point(kept: Mapping[str, Any]) -> Point:
    values = _known(kept, Point) | {"kind": PointKind(kept["kind"])}
    for name in ("counts", "does_not_count"):
        values[name] = tuple(kept.get(name, ()))
    return Point(**values)


def _known(kept: Mapping[str, Any], kind: type[Question | Point]) -> dict[str, Any]:
    """Return the values that `kind` has fields for: those of a newer version are left out."""
    return {name: value for name, value in kept.items() if name in kind.__dataclass_fields__}
