"""Which word of the format somebody most likely meant."""

import difflib
from collections.abc import Iterable

# Comparing is quadratic in the length of the word, and nobody mistypes a page.
_LONGEST = 40


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` most likely stands for, or None where none is near."""
    if len(word) > _LONGEST:
        return None
    spelt = word.strip().lower().replace(" ", "_")
    found = difflib.get_close_matches(spelt, list(known), n=1)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean `x`?`, or the empty string where no known word is near."""
    meant = nearest(word, known)
    return f"; did you mean `{meant}`?" if meant else ""
