"""The tokens of a text as the models read them: one form for typed and spoken words, each with its place."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from interview_coach.scoring.numerals import canonical, numbered_parts
from interview_coach.scoring.punctuation import ends_sentence, fills, smoothed
from interview_coach.scoring.words import Word, listed, stem, words_of

# Written without the apostrophe they are one word only; "well", "its", "were" and "id" are not here.
_SHORT_FORMS: Final = {
    word.replace("'", ""): word
    for word in listed(
        """
        didn't don't doesn't wasn't weren't couldn't wouldn't shouldn't hadn't hasn't haven't isn't aren't
        can't won't i'm i've we've you've they've you're they're that's what's there's he's she's
        """
    )
}


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
    words = words_of(text) if words is None else words
    spoken = [
        (part, word.start, word.end) for word in without_fillers(words) for part in numbered_parts(word.text)
    ]
    shown = smoothed(text) if stops else text
    found: list[Token] = []
    end = 0
    for plain, first, last in canonical([part for part, _, _ in spoken]):
        start = spoken[first][1]
        if stops and found and start >= end and (mark := _mark(shown, end, start)):
            found.append(Token(mark, end, end))
        end = spoken[last][2]
        found.append(Token(_SHORT_FORMS.get(plain, plain), start, end))
    return found


def without_fillers(words: Sequence[Word]) -> list[Word]:
    """Return the words but those that only fill a pause."""
    return [word for place, word in enumerate(words) if not fills(words, place)]


def plain_words(tokens: Iterable[Token]) -> list[Word]:
    """Return the tokens as words, for what reads words; how they were written is forgotten."""
    return [Word(t.text, stem(t.text), t.start, t.end) for t in tokens]


def _mark(text: str, before: int, following: int) -> str:
    if ends_sentence(text, before, following):
        return "."
    return "," if "," in text[before:following] else ""


@lru_cache(maxsize=4096)
def texts_of(text: str) -> tuple[str, ...]:
    """Return the texts of the tokens of a bank's sentence, without punctuation."""
    return tuple(token.text for token in tokens_of(text))
