"""Word pieces: how the encoder spells words it does not know whole (greedy, longest piece first)."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

_LONGEST: Final = 40


class WordPiece:
    """The vocabulary of the encoder; piece i of `pieces` has the number i."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self.unknown = self._numbers["[UNK]"]
        self._spell = lru_cache(maxsize=16384)(self._spelled)

    def number(self, piece: str) -> int:
        """Return the number of a piece; KeyError where there is none."""
        return self._numbers[piece]

    def knows(self, word: str) -> bool:
        """Return whether the word is common enough to be a piece of its own."""
        return word in self._numbers

    def spell(self, token: str) -> tuple[int, ...]:
        """Return the numbers of the pieces of one token, never empty."""
        return self._spell(token)

    def _spelled(self, token: str) -> tuple[int, ...]:
        plain = "".join(c for c in unicodedata.normalize("NFD", token) if not unicodedata.combining(c))
        found: list[int] = []
        for part in _split(plain[:_LONGEST]):
            found.extend(self._pieces(part))
        return tuple(found) or (self.unknown,)

    def _pieces(self, word: str) -> Iterable[int]:
        found: list[int] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                number = self._numbers.get(("##" if start else "") + word[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return (self.unknown,)
        return found


def _split(token: str) -> Iterable[str]:
    """Cut at each sign that is neither letter nor digit, as the vocabulary was made: "i", "'", "m"."""
    current = ""
    for char in token:
        if char.isalnum():
            current += char
            continue
        if current:
            yield current
        yield char
        current = ""
    if current:
        yield current
