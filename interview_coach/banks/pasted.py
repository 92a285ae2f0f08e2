"""Questions that somebody pasted: one a line, from a job advert, a mail or a web page."""

import re
from typing import Final

from interview_coach.banks.identity import Names, slug
from interview_coach.banks.question import Question
from interview_coach.banks.recognise import recognise_competency, recognise_type
from interview_coach.banks.standard import standard_checklist
from interview_coach.errors import CoachError
from interview_coach.visible import one_line

MAX_QUESTIONS: Final = 50
"""Most questions of one paste; more than anybody rehearses, fewer than a pasted book."""

MAX_LENGTH: Final = 500
"""Longest question, in code points; a longer line is a paragraph, not a question."""

_MARKER = re.compile(
    r"(?:[-*+•‣▪◦●○■□–—→>·✓☐]\s*"  # a bullet
    r"|\[[ xX]\]\s*"  # a tick box
    r"|\(?[0-9]{1,3}[.):]+(?=\s|\D)\s*"  # 1. 1) (1) 1:
    r"|\(?[a-zA-Z][.)]\s+"  # a) A.
    r"|(?:question|q)\s*[0-9]{0,3}\s*[.:)]\s*)",  # Question 3: Q3.
    re.IGNORECASE,
)
_QUOTES: Final = {'"': '"', "'": "'", "“": "”", "„": "“", "‘": "’", "«": "»", "**": "**", "`": "`"}
# What a question usually opens with says little about it, so its id is made from the rest.
_OPENING = re.compile(
    r"^(can you |could you |please )*(tell|talk to|give|describe|share|think of|walk)\b( me| us)?"
    r"( about| of| through)?( an?| the| your)?( specific)?( time| example| situation| occasion| instance)?"
    r"( when| where| of when| in which)?( you)?\b\s*",
    re.IGNORECASE,
)


def questions_from_text(text: str) -> tuple[Question, ...]:
    """Return a question for each line of `text`, with the standard checklist of the type it is recognised as.

    Bullets, numbers and quotes around a line are dropped; so are headings (a line that begins with `#` or
    ends with a colon) and lines that repeat an earlier one. Text without any question gives an empty tuple.

    Raises `CoachError` for more than 50 questions or a line of more than 500 characters: cutting either would
    lose what the user pasted without their seeing it.
    """
    asks: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        ask = _bare(line)
        if not _is_question(ask):
            continue
        if len(ask) > MAX_LENGTH:
            raise CoachError(
                f"Line {number} is {len(ask)} characters long ({one_line(ask, 40)}).",
                f"Put each question on a line of its own, with at most {MAX_LENGTH} characters.",
            )
        asks.setdefault(" ".join(re.findall(r"\w+", ask.casefold())), ask)
    if len(asks) > MAX_QUESTIONS:
        raise CoachError(f"These are {len(asks)} questions.", f"Paste at most {MAX_QUESTIONS} at a time.")
    return _questions(list(asks.values()))


def _bare(line: str) -> str:
    """Return a line without what stands around the question."""
    bare = " ".join(line.replace("\ufeff", "").replace("\u200b", "").split())
    while True:
        before = bare
        bare = _MARKER.sub("", bare, count=1) if _MARKER.match(bare) else bare
        for opening, closing in _QUOTES.items():
            inner = bare[len(opening) : -len(closing)]
            if bare.startswith(opening) and bare.endswith(closing) and len(bare) > 2 and opening not in inner:
                bare = inner.strip()
        if bare == before:
            return bare


def _is_question(ask: str) -> bool:
    return any(char.isalpha() for char in ask) and not ask.startswith("#") and not ask.endswith(":")


def _questions(asks: list[str]) -> tuple[Question, ...]:
    names = Names()
    questions = []
    for ask in asks:
        wanted = slug(_OPENING.sub("", ask), "") or slug(ask, "question")
        kind = recognise_type(ask)
        questions.append(
            Question(
                id=names.new(wanted),
                ask=ask,
                checklist=standard_checklist(kind),
                type=kind,
                competency=recognise_competency(ask),
            )
        )
    return tuple(questions)
