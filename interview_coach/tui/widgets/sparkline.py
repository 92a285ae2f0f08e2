"""Scores as a row of little bars."""

from collections.abc import Sequence

_BARS = "▁▂▃▄▅▆▇█"


def sparkline(scores: Sequence[float], most: int = 8) -> str:
    """Return the last scores (0 to 100) as bars, one character each."""
    return "".join(_BARS[min(int(max(s, 0) / 100 * len(_BARS)), len(_BARS) - 1)] for s in scores[-most:])
