"""Clauses of an answer with their places in it; copes with speech, which has no punctuation."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from interview_coach.scoring.punctuation import ends_sentence
from interview_coach.scoring.words import Word, listed, words_of

# Shorter stretches belong to their neighbour; longer ones are cut at the next joining word.
_SHORTEST: Final = 4
_LONG: Final = 12
_LONGEST: Final = 30

_PAUSES: Final = frozenset(",:–—()")
_JOINING: Final = listed(
    """
    and but so because then when while which although though since after before until however whereas or
    if cos
    """
)
_SUBJECTS: Final = listed(
    """
    i i'm i'd i've we we'd we've he she they it it's there you that this my our the then when after
    """
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words in a row that say one thing."""

    words: tuple[Word, ...]
    sentence: int
    """Which sentence of the answer it belongs to, 0-based."""

    @property
    def start(self) -> int:
        """The code point where it starts."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """The code point after its last character."""
        return self.words[-1].end


def clauses(text: str, words: list[Word] | None = None) -> list[Stretch]:
    """Return the clauses of `text` in order, none of them empty.

    `words` are those of the text, where the caller already has them.
    """
    found: list[Stretch] = []
    for number, sentence in enumerate(_sentences(text, words_of(text) if words is None else words)):
        found.extend(Stretch(tuple(part), number) for part in _parts(text, sentence))
    return found


def _sentences(text: str, words: list[Word]) -> Iterator[list[Word]]:
    current: list[Word] = []
    for word in words:
        if current and ends_sentence(text, current[-1].end, word.start):
            yield current
            current = []
        current.append(word)
    if current:
        yield current


def _parts(text: str, sentence: list[Word]) -> Iterator[list[Word]]:
    current: list[Word] = []
    for place, word in enumerate(sentence):
        left = len(sentence) - place
        if left >= _SHORTEST and len(current) >= _SHORTEST and _may_cut(text, current, sentence, place):
            yield current
            current = []
        current.append(word)
    if current:
        yield current


def _may_cut(text: str, current: list[Word], sentence: list[Word], place: int) -> bool:
    if len(current) >= _LONGEST:
        return True
    word = sentence[place]
    following = sentence[place + 1].text if place + 1 < len(sentence) else ""
    paused = not _PAUSES.isdisjoint(text[current[-1].end : word.start])
    joins = word.text in _JOINING
    if paused:
        return joins or word.text in _SUBJECTS or len(current) >= _LONG
    return (joins and (following in _SUBJECTS or len(current) >= _LONG)) or (
        len(current) >= _LONG and word.text in {"i", "we"}
    )
