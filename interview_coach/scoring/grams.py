"""Word n-grams and what they speak for: a linear model with one row of weights for each place of a hash."""

from collections.abc import Sequence
from itertools import pairwise
from math import exp, sqrt
from operator import add
from zlib import crc32


def grams(tokens: Sequence[str]) -> list[str]:
    """Return the words, the pairs, and the pairs with one word between them left out."""
    padded = ["^", *tokens, "$"]
    found = list(tokens)
    found += map(" ".join, pairwise(padded))
    found += [f"{a} _ {b}" for a, b in zip(padded, padded[2:], strict=False)]
    return found


def places(tokens: Sequence[str], rows: int) -> list[int]:
    """Return the rows of the n-grams in a table of `rows`, each once."""
    return list(dict.fromkeys(crc32(gram.encode()) % rows for gram in grams(tokens)))


class GramModel:
    """Scores each of its names for a stretch of words; weights are signed bytes times `scale`."""

    def __init__(self, table: memoryview, scale: float, bias: Sequence[float], rows: int) -> None:
        self._table, self._scale, self._bias, self._rows = table, scale, bias, rows

    def votes(self, tokens: Sequence[str]) -> tuple[list[int], int]:
        """Return the sum of the weights for each name, and how many n-grams it comes from."""
        width = len(self._bias)
        total = [0] * width
        found = places(tokens, self._rows)
        for place in found:
            start = place * width
            total = list(map(add, total, self._table[start : start + width]))
        return total, len(found)

    def logits(self, votes: Sequence[int], count: int) -> list[float]:
        """Return one number for each name; the greater, the more the words speak for it."""
        share = self._scale / sqrt(count or 1)
        return [vote * share + bias for vote, bias in zip(votes, self._bias, strict=True)]


def softmax(logits: Sequence[float]) -> list[float]:
    """Return the probabilities that the logits stand for."""
    most = max(logits)
    raised = [exp(x - most) for x in logits]
    whole = sum(raised)
    return [x / whole for x in raised]


def sigmoid(x: float) -> float:
    """Return 1 / (1 + e^-x) without overflow."""
    if x >= 0:
        return 1.0 / (1.0 + exp(-x))
    raised = exp(x)
    return raised / (1.0 + raised)
