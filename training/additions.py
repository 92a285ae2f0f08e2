"""Lines that could be added to an answer: what takes a claim back, what breaks an absence point, what does neither."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.corpus import HERE, Answer, Mark
from training.variants import units


@dataclass(frozen=True, slots=True)
class Addition:
    """A line that may be added to answer `number` of a hand to a question, or for 0 to any answer to it."""

    hand: str
    question: str
    number: int
    undoes: bool
    """Whether the points no longer hold with it; if not, it comes near and changes nothing."""
    points: tuple[str, ...]
    text: str


def additions(folder: Path = HERE / "additions") -> list[Addition]:
    """Return every addition; ValueError where a line is not one."""
    found: list[Addition] = []
    for path in sorted(folder.glob("*/*.txt")):
        for line in filter(None, map(str.strip, path.read_text("utf-8").splitlines())):
            parts = re.fullmatch(r"(\d+|\*) ([-+]) ([\w -]+) \| (.+)", line)
            if parts is None:
                raise ValueError(f"{path}: not an addition: {line}")
            number, sign, points, text = parts.groups()
            of = 0 if number == "*" else int(number)
            found.append(
                Addition(path.parent.name, path.stem, of, sign == "-", tuple(points.split()), text.strip())
            )
    return found


class Adder:
    """Adds lines to answers; every draw comes from the given generator."""

    def __init__(self, given: Sequence[Addition], draw: random.Random) -> None:
        self._draw = draw
        self._own: dict[tuple[str, str, int], list[Addition]] = {}
        self._any: dict[tuple[str, str], list[Addition]] = {}
        for line in given:
            if line.number:
                self._own.setdefault((line.hand, line.question, line.number), []).append(line)
            else:
                self._any.setdefault((line.hand, line.question), []).append(line)

    def corrected(self, given: Answer) -> Answer | None:
        """Return the answer with one of its own claims taken back, or seemingly; None where no line is known."""
        lines = self._own.get((given.hand, given.question.id, given.number))
        if not lines or given.hand != given.asked_by:
            return None
        line = self._draw.choice(lines)
        parts = units(given.text)
        end, place = 0, len(parts)
        mark = given.marks.get(line.points[0])
        if mark and mark.evidence and mark.evidence in given.text and self._draw.random() < 0.6:
            until = given.text.index(mark.evidence) + len(mark.evidence)
            for place, part in enumerate(parts, 1):  # noqa: B007 - where it ends is what is looked for
                end = given.text.index(part, end) + len(part)
                if end >= until:
                    break
        style = "takes_back" if line.undoes else given.style
        return replace(_with(given, parts, place, line, Mark(0)), style=style)

    def remarked(self, given: Answer) -> Answer | None:
        """Return the answer with a remark that breaks an absence point or comes near; None where none is known."""
        lines = self._any.get((given.asked_by, given.question.id))
        if not lines:
            return None
        line = self._draw.choice(lines)
        parts = units(given.text)
        return _with(given, parts, self._draw.randint(0, len(parts)), line, Mark(0, line.text))


def _with(given: Answer, parts: list[str], place: int, line: Addition, undone: Mark) -> Answer:
    """Return the answer with the line at `place` among its parts, and the points that it undoes as `undone`."""
    text = " ".join([*parts[:place], line.text, *parts[place:]])
    marks = dict(given.marks)
    if line.undoes:
        marks |= {point: undone for point in line.points if point in marks}
    marks = {p: m if m.evidence in text else Mark(m.level) for p, m in marks.items()}
    return replace(given, text=text, readings={"first": marks})
