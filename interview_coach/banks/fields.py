"""The keys of one mapping of a bank, taken one by one, and a fault for each that is not as it should be."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, TypeVar

import yaml

from interview_coach.banks.document import Document
from interview_coach.banks.faults import Fault, Severity
from interview_coach.banks.identity import ID_RULE, MAX_ID, is_id
from interview_coach.banks.spelling import did_you_mean, nearest
from interview_coach.visible import one_line

_Word = TypeVar("_Word", bound=StrEnum)

_TAG: Final = "tag:yaml.org,2002:"
_DECIMAL = re.compile(r"[-+]?[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?|[-+]?\.[0-9]+")
_QUOTE_IT = "put quotes round it"


class Faults:
    """The faults of one file, as they are found."""

    def __init__(self, name: str, document: Document) -> None:
        self.name = name
        self.document = document
        self.found: list[Fault] = []

    def at(self, node: yaml.Node) -> tuple[int, int]:
        """Return line and column of a node."""
        return self.document.lines.at(node.start_mark.index)

    def error(self, node: yaml.Node, message: str) -> None:
        """Note an error at a node."""
        self.found.append(Fault(self.name, *self.at(node), message))

    def warning(self, node: yaml.Node, message: str) -> None:
        """Note a warning at a node."""
        self.found.append(Fault(self.name, *self.at(node), message, Severity.WARNING))

    @property
    def any_errors(self) -> bool:
        """Whether the file cannot be used."""
        return any(fault.severity is Severity.ERROR for fault in self.found)


class Fields:
    """One mapping. Every getter notes its faults and then returns None, or the default, and goes on."""

    def __init__(
        self,
        faults: Faults,
        node: yaml.MappingNode,
        what: str,
        required: tuple[str, ...],
        optional: tuple[str, ...],
    ) -> None:
        self.faults = faults
        self.node = node
        self._values: dict[str, yaml.Node] = {}
        self._keys: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value not in self._values:
                self._values[key.value] = value
                self._keys[key.value] = key
        self._missing = {key for key in required if key not in self._values}
        self._report_unknown((*required, *optional))
        for key in required:
            if key in self._missing:
                faults.error(node, f"this {what} has no `{key}`, expected one in every {what}")

    def _report_unknown(self, known: tuple[str, ...]) -> None:
        for key, node in self._keys.items():
            if key in known:
                continue
            meant = nearest(key, (word for word in known if word not in self._values))
            shown = quoted(key)
            if meant in self._missing:
                # One fault, at the misspelt word, says more than a missing key and a stray one.
                self._missing.discard(meant)
                self.faults.error(node, f"unknown key {shown}; did you mean `{meant}`?")
            else:
                self.faults.warning(node, f"unknown key {shown} is ignored{did_you_mean(key, known)}")

    def value(self, key: str) -> yaml.Node | None:
        """Return the node of a key's value, None where the key is missing."""
        return self._values.get(key)

    def place(self, key: str) -> yaml.Node:
        """Return where to point for a key: at its value, or at the mapping."""
        return self._values.get(key, self.node)

    def text(self, key: str, *, blank: str | None = None) -> str | None:
        """Return a text, or None where the key is missing or has no value.

        `blank` says why a text without any letters is refused, for example "every question asks something".
        """
        node = self._values.get(key)
        if node is None:
            return None
        if _is_nothing(node):
            if blank is not None:
                self.faults.error(node, f"`{key}` is empty; {blank}")
            return None
        return self._text_of(node, f"`{key}`", blank)

    def _text_of(self, node: yaml.Node, what: str, blank: str | None) -> str | None:
        if not isinstance(node, yaml.ScalarNode) or _kind_of(node) != "str":
            looks_like_text = isinstance(node, yaml.ScalarNode) or getattr(node, "flow_style", False)
            advice = f": {_QUOTE_IT}" if looks_like_text else ""
            self.faults.error(node, f"{what} is {describe(node)}, expected a text{advice}")
            return None
        text: str = node.value
        if node.style in ("|", ">"):
            # The line end that closes a block belongs to the notation; in quotes it is meant.
            text = text.rstrip("\n")
        if blank is not None and not text.strip():
            self.faults.error(node, f"{what} is empty; {blank}")
            return None
        if any(0xD800 <= ord(char) < 0xE000 for char in text):
            # Only PyYAML's own scanner lets these through; no file or database takes them.
            self.faults.error(
                node, f"{what} holds half a character (\\uD800 to \\uDFFF), expected whole ones"
            )
            return None
        return text

    def id(self, key: str = "id") -> str | None:
        """Return an id as it is written: a plain number or date counts as text here."""
        node = self._values.get(key)
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode) or _kind_of(node) in ("bool", "null"):
            advice = f": {_QUOTE_IT}" if isinstance(node, yaml.ScalarNode) and node.value else ""
            self.faults.error(node, f"`{key}` is {describe(node)}, expected an id of {ID_RULE}{advice}")
            return None
        if not is_id(node.value):
            long = len(node.value) > MAX_ID
            expected = f"at most {MAX_ID} characters" if long else f"only {ID_RULE}"
            self.faults.error(node, f"`{key}` is {quoted(node.value)}, expected {expected}")
            return None
        return str(node.value)

    def written(self, key: str) -> str | None:
        """Return a single value as it is written, whatever YAML takes it for; None where there is none.

        For a language, so that `no` is Norwegian.
        """
        node = self._values.get(key)
        if node is None or _is_nothing(node):
            return None
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        self.faults.error(node, f"`{key}` is {describe(node)}, expected a text")
        return None

    def number(self, key: str, default: float, highest: float) -> float:
        """Return a number above 0 and up to `highest`."""
        number = self._decimal(key, f"a number above 0, at most {highest:g}")
        if number is None:
            return default
        if not 0 < number <= highest:
            self._refuse_number(key, f"a number above 0, at most {highest:g}")
            return default
        return number

    def whole(self, key: str, default: int, lowest: int, highest: int) -> int:
        """Return a whole number from `lowest` to `highest`."""
        expected = f"a whole number of seconds from {lowest} to {highest}"
        number = self._decimal(key, expected)
        if number is None:
            return default
        if not lowest <= number <= highest or number != int(number):
            self._refuse_number(key, expected)
            return default
        return int(number)

    def _decimal(self, key: str, expected: str) -> float | None:
        node = self._values.get(key)
        if node is None or _is_nothing(node):
            return None
        if isinstance(node, yaml.ScalarNode) and _DECIMAL.fullmatch(node.value):
            if not node.style:
                return float(node.value)
            self.faults.error(node, f"`{key}` is {describe(node)}, expected {expected}: take the quotes away")
            return None
        self._refuse_number(key, expected)
        return None

    def _refuse_number(self, key: str, expected: str) -> None:
        node = self._values[key]
        found = quoted(node.value) if isinstance(node, yaml.ScalarNode) else describe(node)
        self.faults.error(node, f"`{key}` is {found}, expected {expected}")

    def choice(self, key: str, words: type[_Word]) -> _Word | None:
        """Return one of the words of the format, or None where the key is missing or has no value."""
        node = self._values.get(key)
        if node is None or _is_nothing(node):
            return None
        known = [word.value for word in words]
        if isinstance(node, yaml.ScalarNode) and node.value in known:
            return words(node.value)
        found = quoted(node.value) if isinstance(node, yaml.ScalarNode) else describe(node)
        meant = did_you_mean(node.value, known) if isinstance(node, yaml.ScalarNode) else ""
        self.faults.error(node, f"`{key}` is {found}, expected {', '.join(known[:-1])} or {known[-1]}{meant}")
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where the key is missing or has no value."""
        node = self._values.get(key)
        if node is None or _is_nothing(node):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.faults.error(
                node, f"`{key}` is {describe(node)}, expected a list: a line `- …` for each sentence"
            )
            return ()
        what = f"this line of `{key}`"
        texts = (self._text_of(item, what, "write a sentence or take the line out") for item in node.value)
        return tuple(text for text in texts if text is not None)

    def mappings(self, key: str, each: str) -> list[yaml.MappingNode] | None:
        """Return the mappings of a list, None where the key is missing or is no list of at least one."""
        node = self._values.get(key)
        if node is None:
            return None
        if _is_nothing(node) or (isinstance(node, yaml.SequenceNode) and not node.value):
            self.faults.error(node, f"`{key}` is empty, expected at least one {each}")
            return None
        if not isinstance(node, yaml.SequenceNode):
            self.faults.error(
                node, f"`{key}` is {describe(node)}, expected a list: a part `- …` for each {each}"
            )
            return None
        for item in node.value:
            if not isinstance(item, yaml.MappingNode):
                first = "point" if each == "point" else "id"
                self.faults.error(
                    item, f"expected a {each} here, found {describe(item)}; write `- {first}: …`"
                )
        return [item for item in node.value if isinstance(item, yaml.MappingNode)]


def quoted(text: str) -> str:
    """Return a text from the file as a message shows it: on one line, short, in backticks."""
    return f"`{one_line(text, 40)}`"


def describe(node: yaml.Node) -> str:
    """Return what a node is, in words."""
    if isinstance(node, yaml.MappingNode):
        return "a mapping (`key: value`)"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    kind = _kind_of(node)
    if kind == "null":
        return "empty"
    if kind == "bool":
        return f"{quoted(node.value)}, which YAML reads as true or false"
    names = {"int": "the number", "float": "the number", "timestamp": "the date", "str": "the text"}
    return f"{names.get(kind, 'the sign')} {quoted(node.value)}"


def report_duplicate_keys(faults: Faults) -> None:
    """Note an error for every key that stands a second time in the same mapping, anywhere in the document."""
    waiting: list[yaml.Node] = [faults.document.root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            _report_duplicates(faults, (key for key, _ in node.value))
            for key, value in node.value:
                waiting += (key, value)


def _report_duplicates(faults: Faults, keys: Iterable[yaml.Node]) -> None:
    first: dict[str, yaml.Node] = {}
    for key in keys:
        if not isinstance(key, yaml.ScalarNode):
            faults.error(key, f"{describe(key)} cannot be a key, expected a word")
        elif key.value in first:
            line, _ = faults.at(first[key.value])
            faults.error(key, f"{quoted(key.value)} is here a second time (first in line {line}); keep one")
        else:
            first[key.value] = key


def _kind_of(node: yaml.Node) -> str:
    return str(node.tag).removeprefix(_TAG)


def _is_nothing(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and _kind_of(node) == "null"
