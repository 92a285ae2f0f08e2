"""What kind of question a wording asks, and for which competency. English; others get the default."""

import re
from functools import cache
from typing import Final

from interview_coach.banks.question import DEFAULT_COMPETENCY, QuestionType
from interview_coach.banks.wordings import COMPETENCIES, NAMED, TYPES

_BY_TYPE: Final = {QuestionType.MOTIVATIONAL: "motivation", QuestionType.STRENGTHS: "self-awareness"}

# A question is short; what stands after this is context that would only slow the search down.
_READ: Final = 600
_APOSTROPHES: Final = str.maketrans("’ʼ‘", "'''")


def recognise_type(ask: str) -> QuestionType:
    """Return the type that the wording of a question suggests; behavioural where it suggests none."""
    text = _plain(ask)
    return next((kind for kind, pattern in _types() if pattern.search(text)), QuestionType.BEHAVIOURAL)


def recognise_competency(ask: str) -> str:
    """Return the competency that the wording suggests, in lower case; "general" where it suggests none."""
    text = _plain(ask)
    found = next((name for name, pattern in _competencies() if pattern.search(text)), None)
    return found or _BY_TYPE.get(recognise_type(ask), DEFAULT_COMPETENCY)


def _plain(ask: str) -> str:
    return " ".join(ask[:_READ].translate(_APOSTROPHES).lower().split())


@cache
def _types() -> tuple[tuple[QuestionType, re.Pattern[str]], ...]:
    return tuple((kind, re.compile("|".join(map(_wording, block.split("\n"))))) for kind, block in TYPES)


def _wording(line: str) -> str:
    pattern = line.strip()
    if not pattern:
        # The first and last line of a block; nothing matches it.
        return r"(?!)"
    for name, alternatives in NAMED.items():
        pattern = pattern.replace(name, alternatives)
    begin = r"^\W*" if pattern.startswith("^") else r"\b"
    return rf"{begin}(?:{pattern.removeprefix('^')})(?!\w)"


@cache
def _competencies() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"\b({pattern})\b")) for name, pattern in COMPETENCIES)
