"""One line of a batch: from JSON in to JSON out."""

import json
import math
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NoReturn

from interview_coach.banks.question import Bank, Question
from interview_coach.cli.batch_lines import LONGEST_LINE, Line
from interview_coach.cli.streams import json_text
from interview_coach.errors import CoachError

FindBank = Callable[[str], Bank]
"""Bank id or path → bank; raises `CoachError`."""

_MOST_BANKS = 64
"""Banks kept in memory; a batch over thousands of files must not grow."""

_TYPES = {
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
}


class BadLineError(ValueError):
    """A line that cannot be scored, with the reason in words and its id where that could be read."""

    def __init__(self, message: str, line_id: str | float | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line_id = line_id


@dataclass(frozen=True, slots=True)
class Judged:
    """The output for a block of lines, in order."""

    output: bytes
    """JSON lines, UTF-8."""
    lines: int
    bad: int
    """How many of `lines` are errors."""


class Judge:
    """Scores lines. Keeps the banks it has read."""

    def __init__(self, find_bank: FindBank) -> None:
        self._find_bank = find_bank
        self._banks: OrderedDict[str, Bank | CoachError] = OrderedDict()

    def judge(self, lines: Iterable[Line]) -> Judged:
        """Return the output for `lines`; a bad line becomes an error line, never an exception."""
        output, count, bad = [], 0, 0
        for line in lines:
            count += 1
            try:
                answer = self._score(line)
            except BadLineError as error:
                bad += 1
                answer = {"id": error.line_id, "line": line.number, "error": error.message}
            output.append(json_text(answer) + "\n")
        return Judged("".join(output).encode("utf-8"), count, bad)

    def _score(self, line: Line) -> dict[str, Any]:
        from interview_coach.cli.scored import as_scored

        asked = parse(line)
        line_id = _id_of(asked)
        try:
            reference = _text(asked, "bank")
            question_id = _text(asked, "question")
            answer = _text(asked, "answer")
            bank = self._bank(reference)
            question = question_of(bank, question_id)
        except CoachError as error:
            raise BadLineError(error.message, line_id) from None
        return as_scored(bank, question, answer, line_id)

    def _bank(self, reference: str) -> Bank:
        if reference in self._banks:
            self._banks.move_to_end(reference)
        else:
            self._banks[reference] = self._read(reference)
            if len(self._banks) > _MOST_BANKS:
                self._banks.popitem(last=False)
        found = self._banks[reference]
        if isinstance(found, CoachError):
            raise found
        return found

    def _read(self, reference: str) -> Bank | CoachError:
        try:
            return self._find_bank(reference)
        except CoachError as error:
            return error


def question_of(bank: Bank, question_id: str) -> Question:
    """Return the question with that id. Raises `CoachError` where the bank has none."""
    question = bank.question(question_id)
    if question is None:
        import difflib

        close = difflib.get_close_matches(question_id[:200], [q.id for q in bank.questions], n=1)
        raise CoachError(
            f"The bank {bank.id} has no question “{question_id[:200]}”"
            + (f"; did you mean “{close[0]}”?" if close else "."),
            f"“interview-coach bank show {bank.id}” lists its questions.",
        )
    return question


def parse(line: Line) -> dict[str, Any]:
    """Return the JSON object of a line. Raises `BadLineError`."""
    if line.data is None:
        raise BadLineError(f"the line is longer than {LONGEST_LINE // 1024**2} MB")
    try:
        value = json.loads(line.data.decode("utf-8"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise BadLineError(f"not UTF-8: byte {error.start + 1} of the line") from None
    except RecursionError:
        raise BadLineError("nested too deeply") from None
    except json.JSONDecodeError as error:
        raise BadLineError(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    except ValueError as error:
        raise BadLineError(f"not JSON that can be read: {error}") from None
    if not isinstance(value, dict):
        raise BadLineError(f"expected an object with bank, question and answer, not {_name_of(value)}")
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _id_of(asked: dict[str, Any]) -> str | float | None:
    line_id = asked.get("id")
    if isinstance(line_id, bool) or not isinstance(line_id, str | int | float | None):
        raise BadLineError(f"“id” must be text or a number, not {_name_of(line_id)}")
    if isinstance(line_id, float) and not math.isfinite(line_id):
        raise BadLineError("“id” is a number too large to keep")
    return line_id


def _text(asked: dict[str, Any], key: str) -> str:
    if key not in asked:
        raise CoachError(f"“{key}” is missing")
    value = asked[key]
    if not isinstance(value, str):
        raise CoachError(f"“{key}” must be text, not {_name_of(value)}")
    return value


def _name_of(value: object) -> str:
    return "null" if value is None else _TYPES.get(type(value), type(value).__name__)
