"""Where sentences end, and text without what only shows how it was written down."""

import re
from collections.abc import Sequence
from typing import Final

from interview_coach.scoring.words import Word, listed, words_of

# What only fills a pause says nothing, and a recogniser drops it or not as it likes.
_FILLERS: Final = listed("um umm uhm uh uhh er err erm ehm hmm hm mmm mm ah eh")
_BEFORE_AN_ER: Final = frozenset({"the", "an", "our"})
"""In "the ER" it is a place."""

_ENDS: Final = frozenset(".!?\n\r;…•\u2028\u2029")
_SHORTENED: Final = listed("mr mrs ms dr prof st vs approx dept inc ltd jr sr")

_LINE_BREAK: Final = re.compile(r"(?<=[^\s.!?;:…•])[ \t]*(\r\n|\n|\r)(?=[ \t]*[^\W_])")
"""One between two words, and not before "-", "•" or the number of a list; an empty line ends a sentence."""
_LIST_NUMBER: Final = re.compile(r"[ \t]*\d{1,2}[.)]")
_TO_SMOOTH: Final = re.compile(rf"[\n\r]|\b(?:{'|'.join(sorted(_FILLERS))})\b", re.IGNORECASE)
_AFTER_FILLER: Final = re.compile(r"[ \t]*(?:,|\.{2,}|…)")


def fills(words: Sequence[Word], place: int) -> bool:
    """Return whether the word only fills a pause ("the ER", "3 mm" and "to err on" do not)."""
    word = words[place].text
    if word not in _FILLERS:
        return False
    before = words[place - 1].text if place else ""
    after = words[place + 1].text if place + 1 < len(words) else ""
    if word == "er":
        return before not in _BEFORE_AN_ER
    if word == "mm":
        return not before[:1].isdigit()
    return not (word == "err" and after == "on")


def smoothed(text: str) -> str:
    """Return `text`, of the same length, with fillers, their punctuation and single line breaks blanked."""
    if not _TO_SMOOTH.search(text):
        return text
    words = words_of(text)
    blank = [
        match.span(1) for match in _LINE_BREAK.finditer(text) if not _LIST_NUMBER.match(text, match.end())
    ]
    for place, word in enumerate(words):
        if fills(words, place):
            following = _AFTER_FILLER.match(text, word.end)
            end = following.end() if following else word.end
            # A pair of commas belongs to what stands between them: "the driver, um, and Sarah".
            before = text[: word.start].rstrip()
            start = len(before) - 1 if following and before.endswith(",") else word.start
            blank.append((start, end))
    chars = list(text)
    for start, end in blank:
        chars[start:end] = " " * (end - start)
    return "".join(chars)


def ends_sentence(text: str, before: int, following: int) -> bool:
    """Return whether a sentence ends between two words: one ends at `before`, the next begins at `following`.

    "Dr. Shah", "No. 5", "9 a.m. on Monday" and "e.g. this" do not end one.
    """
    between = text[before:following]
    marks = _ENDS.intersection(between)
    if marks != {"."}:
        return bool(marks)
    start = before
    while start and text[start - 1].isalnum():
        start -= 1
    word = text[start:before].lower()
    numbered = word == "no" and text[following].isdigit()
    initials = len(word) == 1 and word.isalpha() and start > 0 and text[start - 1] == "."
    return len(between) > 1 and word not in _SHORTENED and not numbered and not initials
