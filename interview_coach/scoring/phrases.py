"""Finding many phrases in one pass over the words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from interview_coach.scoring.words import Word, stem


class Mark(NamedTuple):
    """A phrase found: its family and the words `first` to `last`, both included."""

    family: str
    first: int
    last: int


class _Node:
    """The beginnings of phrases that share their words so far."""

    __slots__ = ("by_stem", "by_word", "families")

    def __init__(self) -> None:
        self.by_word: dict[str, _Node] = {}
        self.by_stem: dict[str, _Node] = {}
        self.families: list[str] = []

    def following(self, part: str) -> "_Node":
        """Return the node after one more part of a phrase; made where there is none yet."""
        table, key = (self.by_stem, stem(part[:-1])) if part.endswith("~") else (self.by_word, part)
        node = table.get(key)
        if node is None:
            node = table[key] = _Node()
        return node


class Phrases:
    """Families of phrases, written one after the other with commas between.

    In a phrase, "a/b" is a choice, and a word ending in "~" matches every form of that word.
    """

    def __init__(self, families: Mapping[str, str]) -> None:
        self._root = _Node()
        for family, listed in families.items():
            for phrase in listed.replace("\n", " ").split(","):
                if phrase.strip():
                    self._add(family, phrase.replace("-", " ").split())  # as tokens are

    def _add(self, family: str, parts: list[str]) -> None:
        ends = [self._root]
        for part in parts:
            ends = [node.following(choice) for node in ends for choice in part.split("/")]
        for node in ends:
            if family not in node.families:
                node.families.append(family)

    def find(self, words: Sequence[Word]) -> Iterator[Mark]:
        """Yield every phrase that occurs in `words`, from left to right."""
        for place in range(len(words)):
            for family, last in _ends(self._root, words, place):
                yield Mark(family, place, last)


def _ends(node: _Node, words: Sequence[Word], place: int) -> Iterator[tuple[str, int]]:
    """Yield (family, place of the last word) of the phrases that go on from `node` at `place`."""
    if place >= len(words):
        return
    word = words[place]
    for following in (node.by_word.get(word.text), node.by_stem.get(word.stem)):
        if following is None:
            continue
        for family in following.families:
            yield family, place
        yield from _ends(following, words, place + 1)
