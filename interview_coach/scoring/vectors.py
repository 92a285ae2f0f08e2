"""Static vectors: each word piece has one, and those of a stretch of words add up to what it is about."""

from collections.abc import Iterable
from math import sqrt
from operator import add, mul
from typing import TypeAlias

from interview_coach.scoring.wordpiece import WordPiece

Vector: TypeAlias = list[float]


class PieceVectors:
    """A table of vectors, `size` signed bytes for each piece of the vocabulary."""

    def __init__(self, words: WordPiece, table: memoryview, size: int) -> None:
        self._words, self._table, self.size = words, table, size

    def total(self, tokens: Iterable[str]) -> Vector:
        """Return the sum of the vectors of the tokens, not yet of length 1; zeros for none."""
        found: Vector = [0.0] * self.size
        for token in tokens:
            for piece in self._words.spell(token):
                start = piece * self.size
                found = list(map(add, found, self._table[start : start + self.size]))
        return found


def unit(vector: Vector) -> Vector:
    """Return the vector brought to length 1; zeros stay zeros."""
    length = sqrt(sum(map(mul, vector, vector)))
    return [x / length for x in vector] if length else vector


def cosine(a: Vector, b: Vector) -> float:
    """Return the cosine of two vectors of length 1, -1 to 1."""
    return float(sum(map(mul, a, b)))
