"""Writing a bank as YAML that a person can go on editing, and that reads back as the same bank."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from interview_coach.banks.faults import BankError
from interview_coach.banks.identity import title_of
from interview_coach.banks.question import (
    DEFAULT_COMPETENCY,
    DEFAULT_SECONDS,
    DEFAULT_THINK,
    Bank,
    Point,
    Question,
)
from interview_coach.errors import CoachError
from interview_coach.whole_file import written_whole

if TYPE_CHECKING:
    from yaml import MappingNode, Node, ScalarNode, SequenceNode

_TAG = "tag:yaml.org,2002:"
_WIDTH = 110
# A block (`|`) shows a text of several lines as it is, unless a line begins or ends with white space or there
# is an empty line at either end.
_TIDY_LINES = re.compile(r"[^\s](?:[^\n]*[^\s])?(?:\n(?:[^\s](?:[^\n]*[^\s])?)?)*[^\s]")
_SHOWS_ITSELF = re.compile(
    r"[\n\x20-\x7e\xa0-\u1fff\u2010-\u2027\u2030-\u205f\u2070-\ud7ff\ue000-\ufefe\uff00-\ufffd]*"
)


def bank_to_yaml(bank: Bank) -> str:
    """Return the bank in format 1, without what is the default anyway.

    Reading it gives an equal bank (`source` aside; an empty title reads back as one made from the id), unless
    no file can hold it, such as one whose ids have spaces: `write_bank` finds that out.
    """
    import yaml

    text: str = yaml.serialize(_bank_node(bank), Dumper=yaml.SafeDumper, allow_unicode=True, width=_WIDTH)
    return text


def write_bank(bank: Bank, path: Path) -> None:
    """Write the bank to `path`, making its folder where needed; whatever was there is replaced in one step.

    A kill at any moment leaves the old file or the new one. Raises `CoachError` where the bank would not read
    back (its `faults` say why) or the file cannot be written.
    """
    from interview_coach.banks.reader import parse_bank

    # The emitter escapes what UTF-8 cannot hold, so encoding does not fail; the reader then refuses it.
    data = bank_to_yaml(bank).encode()
    try:
        parse_bank(data, str(path))
    except BankError as error:
        raise BankError(error.faults, "Nothing was written; correct this first.") from None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(path) as file:
            file.write(data)
    except OSError as error:
        raise CoachError(
            f"{path} could not be written: {error.strerror or error}.",
            "Check that the disk has room and that you may write to this folder, or choose another one.",
        ) from error


def _bank_node(bank: Bank) -> "MappingNode":
    return _mapping(_bank_pairs(bank))


def _bank_pairs(bank: Bank) -> "Iterator[tuple[str, Node]]":
    yield "format", _number(1)
    yield "id", _text(bank.id)
    if bank.title and bank.title != title_of(bank.id):
        yield "title", _text(bank.title)
    yield "language", _text(bank.language)
    if bank.description:
        yield "description", _text(bank.description)
    yield "questions", _list([_mapping(_question_pairs(question)) for question in bank.questions])


def _question_pairs(question: Question) -> "Iterator[tuple[str, Node]]":
    yield "id", _text(question.id)
    yield "ask", _text(question.ask)
    # Always: left out, it would be recognised from the text, which a later version may do differently.
    yield "type", _text(question.type.value)
    if question.competency != DEFAULT_COMPETENCY:
        yield "competency", _text(question.competency)
    if question.seconds != DEFAULT_SECONDS:
        yield "seconds", _number(question.seconds)
    if question.think != DEFAULT_THINK:
        yield "think", _number(question.think)
    yield "checklist", _list([_mapping(_point_pairs(point)) for point in question.checklist])
    if question.sample is not None:
        yield "sample", _text(question.sample)


def _point_pairs(point: Point) -> "Iterator[tuple[str, Node]]":
    yield "id", _text(point.id)
    if point.kind != "content":
        yield "kind", _text(point.kind.value)
    yield "point", _text(point.text)
    if point.weight != 1:
        yield "weight", _number(point.weight)
    if point.counts:
        yield "counts", _list([_text(text) for text in point.counts])
    if point.does_not_count:
        yield "does_not_count", _list([_text(text) for text in point.does_not_count])
    if point.probe is not None:
        yield "probe", _text(point.probe)
    if point.tip is not None:
        yield "tip", _text(point.tip)


def _text(text: str) -> "ScalarNode":
    from yaml import ScalarNode

    # Plain where YAML allows it; the emitter chooses quotes itself where plain would mean something else.
    style = None
    if not _SHOWS_ITSELF.fullmatch(text):
        style = '"'
    elif "\n" in text:
        style = "|" if _TIDY_LINES.fullmatch(text) else '"'
    return ScalarNode(f"{_TAG}str", text, style=style)


def _number(number: float) -> "ScalarNode":
    from yaml import ScalarNode

    if number == int(number):
        return ScalarNode(f"{_TAG}int", str(int(number)))
    written = repr(float(number))
    # YAML 1.1 knows no exponent without a point.
    if "e" in written and "." not in written:
        written = written.replace("e", ".0e")
    return ScalarNode(f"{_TAG}float", written)


def _list(nodes: "list[Node]") -> "SequenceNode":
    from yaml import SequenceNode

    return SequenceNode(f"{_TAG}seq", nodes, flow_style=not nodes)


def _mapping(pairs: "Iterator[tuple[str, Node]]") -> "MappingNode":
    from yaml import MappingNode, ScalarNode

    return MappingNode(
        f"{_TAG}map", [(ScalarNode(f"{_TAG}str", key), node) for key, node in pairs], flow_style=False
    )
