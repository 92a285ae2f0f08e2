"""Numbers in words and in digits brought to one form, so that "twelve" and "12" are read alike."""

from collections.abc import Iterator, Sequence
from typing import Final

from interview_coach.scoring.words import listed

_UNIT_WORDS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_UNITS: Final = {word: value for value, word in enumerate(_UNIT_WORDS)}
_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_SMALL: Final = _UNITS | _TENS
_MOST_WORDS: Final = 12

BEFORE_YEARS: Final = listed(
    "in since of year until during early late mid spring summer autumn fall winter christmas easter "
    "january february march april may june july august september october november december"
)
"""Words after which "twenty nineteen" is a year; so is a number of four digits that begins with 19 or 20."""


def numbered_parts(word: str) -> list[str]:
    """Return the parts of a word with hyphens; "twenty-five" stays whole, as it is one number."""
    parts: list[str] = []
    for part in word.split("-"):
        joins = bool(parts) and parts[-1] in _TENS and 0 < _UNITS.get(part, 0) < 10
        parts[-1:] = [f"{parts[-1]}-{part}"] if joins else [*parts[-1:], part]
    return [part for part in parts if part]


def canonical(words: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Yield (text, first, last) for each of `words`, a number in words drawn together into its digits.

    `first` and `last`, both included, are the places that `text` stands for. "1" becomes "one", which is
    mostly no number ("one of them"); thousands lose their commas, "12%" becomes "12" and "percent".
    """
    place = 0
    while place < len(words):
        word = words[place]
        value, last = _number_at(words, place)
        if value in {19, 20} and words[max(place - 1, 0)] in BEFORE_YEARS and last + 1 < len(words):
            rest, end = _number_at(words, last + 1)
            if rest is not None and 10 <= rest <= 99:
                value, last = value * 100 + rest, end
        if value is not None:
            yield ("one" if value == 1 else str(value)), place, last
            place = last + 1
            continue
        if word[0].isdigit():
            yield from ((part, place, place) for part in _digits(word))
        elif word == "per" and words[place + 1 : place + 2] == ["cent"]:
            yield "percent", place, place + 1
            place += 1
        else:
            yield word, place, place
        place += 1


def _digits(word: str) -> list[str]:
    percent = word.endswith("%")
    word = word.rstrip("%")
    whole, point, fraction = word.partition(".")
    groups = whole.split(",")
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
        word = "".join(groups) + point + fraction
    parts = [part for part in word.replace(":", " ").replace(",", " ").split() if part]
    parts = ["one" if part == "1" else part for part in parts]
    return [*parts, "percent"] if percent else parts


def _number_at(words: Sequence[str], place: int) -> tuple[int | None, int]:
    """Return the number in words that begins at `place`, and the place of its last word; None for none."""
    if words[place].split("-")[0] not in _SMALL:
        return None, place
    total = current = 0
    last, had, before = place, False, ""
    for at in range(place, min(place + _MOST_WORDS, len(words))):
        word = words[at]
        if word in _SCALES and had:
            if word == "hundred":
                current *= 100
            else:
                total, current = total + current * _SCALES[word], 0
            last, before = at, "scale"
            continue
        if word == "and" and before == "scale" and at + 1 < len(words) and _small(words[at + 1]) is not None:
            continue
        value = _small(word)
        if value is None or (had and not _may_follow(before, value)):
            break
        current += value
        last, had = at, True
        before = "tens" if value >= 20 and value % 10 == 0 else "units"
    return (total + current if had else None), last


def _may_follow(before: str, value: int) -> bool:
    return before == "scale" or (before == "tens" and 0 < value < 10)


def _small(word: str) -> int | None:
    """Return the value of "seven", "seventy" or "seventy-two"."""
    tens, dash, unit = word.partition("-")
    if dash:
        return _TENS[tens] + _UNITS[unit] if tens in _TENS and 0 < _UNITS.get(unit, 0) < 10 else None
    return _SMALL.get(word)
