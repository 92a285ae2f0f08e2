"""The tokens of a text as the models read them: one form for typed and spoken words, each with its place."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from interview_coach.scoring.numerals import canonical
from interview_coach.scoring.words import Word, listed, stem, words_of

# What only fills a pause says nothing, and a recogniser drops it or not as it likes.
_PAUSE_FILLERS: Final = listed("um umm uhm uh uhh er err erm ehm hmm hm mmm mm ah eh")

_ENDS: Final = frozenset(".!?\n;…")
_SPLIT: Final = str.maketrans({"-": " ", "_": " "})


class Token(NamedTuple):
    """One token: `text` in lower case, and the code points of the original that it stands for."""

    text: str
    start: int
    end: int


def tokens_of(text: str, words: list[Word] | None = None, *, stops: bool = False) -> list[Token]:
    """Return the tokens of `text`; with `stops`, "." and "," stand for the punctuation between words.

    Case, typographic quotes, "um" and the way a number is written leave no trace. `words` are those of
    the text, where the caller already has them.
    """
    spoken = without_fillers(words_of(text) if words is None else words)
    found: list[Token] = []
    end = 0
    for plain, first, last in canonical([word.text for word in spoken]):
        start = spoken[first].start
        if stops and found and start >= end and (mark := _mark(text[end:start])):
            found.append(Token(mark, end, end))
        end = spoken[last].end
        found.extend(Token(part, start, end) for part in plain.translate(_SPLIT).split())
    return found


def without_fillers(words: Iterable[Word]) -> list[Word]:
    """Return the words but those that only fill a pause."""
    return [word for word in words if word.text not in _PAUSE_FILLERS]


def plain_words(tokens: Iterable[Token]) -> list[Word]:
    """Return the tokens as words, for what reads words; how they were written is forgotten."""
    return [Word(t.text, stem(t.text), t.start, t.end, capital=False) for t in tokens]


def _mark(between: str) -> str:
    if not _ENDS.isdisjoint(between):
        return "."
    return "," if "," in between else ""


@lru_cache(maxsize=4096)
def texts_of(text: str) -> tuple[str, ...]:
    """Return the texts of the tokens of a bank's sentence, without punctuation."""
    return tuple(token.text for token in tokens_of(text))
