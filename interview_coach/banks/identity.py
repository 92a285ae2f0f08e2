"""Ids of banks, questions and points: which are allowed, and how one is made from a text."""

import re
import unicodedata
from collections.abc import Iterable

MAX_ID = 100
"""Longest id, in code points."""

ID_RULE = "letters, digits, `-` and `_`"

_SLUG = 40
_NOT_WORD = re.compile(r"[^a-z0-9]+")
# Dropped rather than turned into a hyphen: `didn't` is one word.
_APOSTROPHES = str.maketrans("", "", "'’ʼ")


def is_id(text: str) -> bool:
    """Return whether `text` may be an id: 1 to 100 letters of any script, digits, `-` and `_`."""
    return 0 < len(text) <= MAX_ID and all(char.isalnum() or char in "-_" for char in text)


def slug(text: str, fallback: str) -> str:
    """Return an id made from `text`: lower case, ASCII, hyphens, about 40 characters cut between words.

    The same text always gives the same id; `fallback` stands in for a text without Latin letters or digits.
    """
    plain = unicodedata.normalize("NFKD", text[: 4 * _SLUG].casefold().translate(_APOSTROPHES))
    ascii_only = "".join(char for char in plain if not unicodedata.combining(char))
    words = _NOT_WORD.sub("-", ascii_only).strip("-")
    if len(words) > _SLUG:
        words = words[: _SLUG + 1].rpartition("-")[0] or words[:_SLUG]
    return words or fallback


class Names:
    """The ids already taken, and new ones beside them."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        # Counting on from here keeps 40,000 equal texts from taking a minute.
        self._next: dict[str, int] = {}

    def new(self, wanted: str) -> str:
        """Return `wanted`, or `wanted-2`, `wanted-3`, … where that is taken, and take it."""
        name = wanted
        number = self._next.get(wanted, 2)
        while name in self._taken:
            name = f"{wanted}-{number}"
            number += 1
        self._next[wanted] = number
        self._taken.add(name)
        return name


def title_of(bank_id: str) -> str:
    """Return a title for a bank that has none: `warehouse-nights` gives `Warehouse nights`."""
    words = re.sub(r"[-_]+", " ", bank_id).strip() or bank_id
    return words[:1].upper() + words[1:]
