"""Fillers and hedges among the words of an answer, counted with care for their honest uses."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

from interview_coach.scoring.phrases import Phrases
from interview_coach.scoring.punctuation import fills
from interview_coach.scoring.words import Word, listed

_PAUSES: Final = {
    "um": "um", "umm": "um", "uhm": "um", "uh": "uh", "uhh": "uh", "er": "er", "err": "er", "erm": "erm",
    "ehm": "erm", "hmm": "hmm", "hm": "hmm", "mmm": "hmm",
}  # fmt: skip
_ALWAYS: Final = frozenset({"basically", "literally"})

# "like" is a filler after these only if one of the others follows; else it may be a verb or a comparison.
_BEFORE_LIKE: Final = listed(
    """
    and so but was were is are it's i'm that's had just because then
    """
)
_AFTER_LIKE: Final = listed(
    """
    i he she we they you really so just very super totally um uh er okay oh what no yeah
    """
)
_NOT_FILLER_YOU_KNOW: Final = listed(
    """
    what how that the if who where when why which this whether a about each your
    """
)
_ASKING: Final = listed(
    """
    do did don't if as to let that would should could what
    """
)


def fillers_in(text: str, words: Sequence[Word]) -> dict[str, int]:
    """Return each filler with its count, in order of first appearance; a lower bound, by design."""
    counts: Counter[str] = Counter()
    for place in range(len(words)):
        named = _filler_at(text, words, place)
        if named:
            counts[named] += 1
    return dict(counts)


def _filler_at(text: str, words: Sequence[Word], place: int) -> str | None:
    word = words[place].text
    if word in _ALWAYS:
        return word
    if word in _PAUSES and fills(words, place):
        return _PAUSES[word]
    before = words[place - 1].text if place else ""
    after = words[place + 1].text if place + 1 < len(words) else ""
    if word == "like" and _is_filler_like(text, words, place, before, after):
        return "like"
    if word == "you" and after == "know" and before not in _ASKING:
        following = words[place + 2].text if place + 2 < len(words) else ""
        return None if following in _NOT_FILLER_YOU_KNOW else "you know"
    if word == "i" and after == "mean" and before not in _ASKING:
        return "I mean"
    return None


def _is_filler_like(text: str, words: Sequence[Word], place: int, before: str, after: str) -> bool:
    word = words[place]
    comma_before = place > 0 and "," in text[words[place - 1].end : word.start]
    comma_after = place + 1 < len(words) and "," in text[word.end : words[place + 1].start]
    if comma_after and (comma_before or before in _BEFORE_LIKE):
        return True
    return before in _BEFORE_LIKE and after in _AFTER_LIKE


_HEDGES: Final = {
    "kind of": "kind of, kinda",
    "sort of": "sort of, sorta",
    "I guess": "i guess",
    "I think": "i think",
    "I suppose": "i suppose",
    "maybe": "maybe",
    "perhaps": "perhaps",
    "probably": "probably",
    "hopefully": "hopefully",
    "more or less": "more or less",
    "a bit": "a bit, a little bit",
    "or something": "or something",
    "somehow": "somehow",
}
# "This kind of work" names a kind; it does not hedge.
_NAMING_A_KIND: Final = listed(
    """
    what this that these those some any a the same every all each which one different no our my
    """
)


@cache
def _hedge_phrases() -> Phrases:
    return Phrases(_HEDGES)


def hedges_in(words: Sequence[Word]) -> dict[str, int]:
    """Return each hedge with its count, in order of first appearance."""
    counts: Counter[str] = Counter()
    for mark in _hedge_phrases().find(words):
        before = words[mark.first - 1].text if mark.first else ""
        if mark.family in {"kind of", "sort of"} and before in _NAMING_A_KIND:
            continue
        counts[mark.family] += 1
    return dict(counts)
