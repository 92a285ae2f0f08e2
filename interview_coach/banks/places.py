"""Where the parts of a bank stand in its file."""

from collections.abc import Iterator
from typing import NamedTuple

from interview_coach.banks.question import Bank, Point, Question


class Part(NamedTuple):
    """A part of a bank: the bank itself, a question or a point, and a key of it; empty means the whole."""

    question: str = ""
    point: str = ""
    key: str = ""


class Places:
    """Line and column, both from 1, of each part of a bank that its file spells out."""

    def __init__(self) -> None:
        self._places: dict[Part, tuple[int, int]] = {}

    def put(self, part: Part, place: tuple[int, int]) -> None:
        """Keep the place of a part."""
        self._places[part] = place

    def of(self, part: Part) -> tuple[int, int]:
        """Return the place of a part, else of what it belongs to, else the beginning of the file."""
        for wider in (part, part._replace(key=""), Part(part.question)):
            if wider in self._places:
                return self._places[wider]
        return 1, 1


def points_of(bank: Bank) -> Iterator[tuple[Question, Point]]:
    """Return every point of a bank with its question."""
    return ((question, point) for question in bank.questions for point in question.checklist)
