"""Warnings: a bank that can be used, and would serve its user better after one more look."""

import re
from collections.abc import Iterator
from typing import Final

from interview_coach.banks.faults import Fault, Severity
from interview_coach.banks.places import Part, Places, points_of
from interview_coach.banks.question import Bank, Point, PointKind, Question

LONG_ASK: Final = 400
"""Code points; about 30 seconds read aloud, longer than a listener keeps in mind."""

USUAL_SECONDS: Final = (30, 300)
"""Target lengths outside this are rarely meant. By convention answers take one to two minutes."""

_FIGURE = re.compile(
    r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|half|halved|twice|doubled?|tripled?|quarter"
    r"|third|percent|per cent|once|zero|couple)\b",
    re.IGNORECASE,
)


def lint(bank: Bank, places: Places, file: str) -> list[Fault]:
    """Return the warnings about a bank that could be read, in no particular order."""
    notes = (
        *_repeated_asks(bank),
        *_questions(bank),
        *_contradictions(bank),
        *_figures(bank),
        *_no_examples(bank),
    )
    return [Fault(file, *places.of(part), message, Severity.WARNING) for part, message in notes]


_Notes = Iterator[tuple[Part, str]]


def _repeated_asks(bank: Bank) -> _Notes:
    first: dict[str, str] = {}
    for question in bank.questions:
        ask = _same(question.ask)
        if not ask:
            continue
        if ask in first:
            yield Part(question.id, key="ask"), f"question `{first[ask]}` asks the same"
        first.setdefault(ask, question.id)


def _questions(bank: Bank) -> _Notes:
    low, high = USUAL_SECONDS
    for question in bank.questions:
        if len(question.ask) > LONG_ASK:
            length = f"{len(question.ask)} characters long"
            yield (
                Part(question.id, key="ask"),
                f"the question is {length}; nobody keeps more than {LONG_ASK} in mind",
            )
        if not low <= question.seconds <= high:
            yield (
                Part(question.id, key="seconds"),
                f"an answer of {question.seconds} seconds is unusual; most take 60 to 120",
            )
        if all(point.kind is PointKind.ABSENCE for point in question.checklist):
            yield (
                Part(question.id, key="checklist"),
                "every point is of the kind `absence`; add one that an answer has to make",
            )
        yield from _weights(question)


def _weights(question: Question) -> _Notes:
    first, *others = question.checklist
    if first.weight != 1 and all(point.weight == first.weight for point in others):
        yield (
            Part(question.id, first.id, "weight"),
            f"every point of this question weighs {first.weight:g}, which is the same as no weights",
        )


def _contradictions(bank: Bank) -> _Notes:
    for question, point in points_of(bank):
        both = {_same(text) for text in point.counts} & {_same(text) for text in point.does_not_count}
        if both - {""}:
            yield Part(question.id, point.id, "does_not_count"), "a sentence stands in `counts` too; keep one"


def _figures(bank: Bank) -> _Notes:
    if not bank.language.startswith("en"):
        return
    for question, point in points_of(bank):
        if point.kind is PointKind.NUMBER and any(not _FIGURE.search(text) for text in point.counts):
            yield (
                Part(question.id, point.id, "counts"),
                "this point looks for a number, and a sentence here has none",
            )


def _no_examples(bank: Bank) -> _Notes:
    """Yield one warning for the whole bank: a bank begun in two minutes has many such points."""
    bare = [(question, point) for question, point in points_of(bank) if _has_no_examples(point)]
    if bare:
        question, point = bare[0]
        more = f" (so do {len(bare) - 1} more)" if len(bare) > 1 else ""
        yield (
            Part(question.id, point.id, "point"),
            f"a content point without `counts` gives the scorer little to go by{more}; add some sentences",
        )


def _has_no_examples(point: Point) -> bool:
    return point.kind is PointKind.CONTENT and not point.counts


def _same(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
