"""One YAML document with the place of every part. No file can hurt: bounds first, then the tree."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

from interview_coach.banks.bankfile import MAX_BYTES, TOO_LARGE
from interview_coach.banks.decode import Lines, NotTextError, decode
from interview_coach.banks.faults import BankError, Fault
from interview_coach.banks.syntax import explain

MAX_DEPTH: Final = 40
"""Deepest nesting; libyaml's compose crashes the process at some thousands."""

MAX_EVENTS: Final = 200_000
"""Most parts (texts, lists, mappings, their ends) of one file; a full bank of 1,000 questions has 170,000."""

_WITH_QUOTES = "if it belongs to a text, put quotes round the whole text"


@dataclass(frozen=True, slots=True)
class Document:
    """The tree of a YAML document and the lines it stands on."""

    root: yaml.Node
    lines: Lines


def read_document(data: bytes, name: str) -> Document:
    """Return the one document in `data`.

    Raises `BankError` with the first syntax fault; `name` is the file name in it.
    """
    if len(data) > MAX_BYTES:
        raise BankError((Fault(name, 1, 1, TOO_LARGE),))
    try:
        lines = Lines(decode(data))
    except NotTextError as error:
        raise BankError((Fault(name, error.line, error.column, error.message),)) from None
    try:
        found = _out_of_bounds(lines.text)
        root = yaml.compose(lines.text, Loader=_loader()) if found is None else None
    # PyYAML's own scanner lets ValueError through, for example for the escape \U00110000.
    except (yaml.YAMLError, ValueError) as error:
        found, root = explain(error, lines), None
    if root is None:
        index, message = found or (
            0,
            "the file is empty; expected a question bank that begins with `format: 1`",
        )
        raise BankError((Fault(name, *lines.at(index), message),))
    return Document(root, lines)


def _loader() -> Any:
    """Return libyaml's loader, five times as fast, or PyYAML's own where it was built without."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _out_of_bounds(text: str) -> tuple[int, str] | None:
    """Return the first thing that a bank may not hold, as code point and message; None if there is none."""
    depth = documents = 0
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=_loader())
    for count, event in enumerate(events):
        index = event.start_mark.index if event.start_mark else 0
        if count >= MAX_EVENTS:
            return index, f"the file has more than {MAX_EVENTS:,} parts; split it into several banks"
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return index, f"nested more than {MAX_DEPTH} deep; a bank needs six levels"
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                return index, "a second document begins here; a bank is one document a file"
        if message := _not_allowed(event):
            return index, message
    return None


def _not_allowed(event: yaml.Event) -> str | None:
    if isinstance(event, yaml.AliasEvent):
        return f"aliases (`*{event.anchor}`) are not allowed; {_WITH_QUOTES}"
    if not isinstance(event, yaml.NodeEvent):
        return None
    if event.anchor is not None:
        return f"anchors (`&{event.anchor}`) are not allowed; {_WITH_QUOTES}"
    if getattr(event, "tag", None) is not None:
        return f"tags (a word that begins with `!`) are not allowed; {_WITH_QUOTES}"
    return None
