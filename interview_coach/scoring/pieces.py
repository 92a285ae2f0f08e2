"""What the encoder is given: an answer, its question, and each text of a point, as numbers of pieces."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from interview_coach.banks.question import PointKind, QuestionType
from interview_coach.scoring.story import Clause
from interview_coach.scoring.tokens import Token, texts_of
from interview_coach.scoring.wordpiece import WordPiece

MOST_STORY: Final = 512
"""Pieces of the answer that one window holds: as many places as the encoder knows."""

_MOST_ASK: Final = 64
_MOST_TEXT: Final = 40
_MOST_EXAMPLE: Final = 28

# Pieces that the vocabulary keeps free stand for what has no word.
COUNTS: Final = "[unused1]"
DOES_NOT: Final = "[unused2]"
_KINDS: Final = {kind: f"[unused{10 + place}]" for place, kind in enumerate(PointKind)}
_TYPES: Final = {kind: f"[unused{20 + place}]" for place, kind in enumerate(QuestionType)}


class Window(NamedTuple):
    """A stretch of the answer as the encoder reads it."""

    pieces: list[int]
    tokens: list[int]
    """For each piece the number of the answer's token that it spells; -1 for the signs at both ends."""


def windows(words: WordPiece, answer: Sequence[Token], most: int = MOST_STORY) -> list[Window]:
    """Return the answer in as few windows as hold it; at least one."""
    found: list[Window] = []
    pieces, tokens = [words.number("[CLS]")], [-1]
    for number, token in enumerate(answer):
        spelt = words.spell(token.text)
        if len(pieces) + len(spelt) >= most:
            found.append(_closed(words, pieces, tokens))
            pieces, tokens = [words.number("[CLS]")], [-1]
        pieces.extend(spelt)
        tokens.extend([number] * len(spelt))
    found.append(_closed(words, pieces, tokens))
    return found


def _closed(words: WordPiece, pieces: list[int], tokens: list[int]) -> Window:
    return Window([*pieces, words.number("[SEP]")], [*tokens, -1])


def places_of(shown: Sequence[Window], answer: Sequence[Token], clauses: Sequence[Clause]) -> list[list[int]]:
    """Return for each clause the places of its pieces, the windows taken one after the other."""
    found: list[list[int]] = [[] for _ in clauses]
    of: list[int] = []
    clause = 0
    for token in answer:
        while clause + 1 < len(clauses) and token.start >= clauses[clause].stretch.end:
            clause += 1
        of.append(clause)
    numbers = [number for window in shown for number in window.tokens]
    for place, number in enumerate(numbers):
        if number >= 0:
            found[of[number]].append(place)
    return found


def ask_pieces(words: WordPiece, kind: QuestionType, ask: str) -> list[int]:
    """Return the question as the encoder reads it."""
    return [
        words.number("[CLS]"),
        words.number(_TYPES[kind]),
        *_spelled(words, ask, _MOST_ASK),
        words.number("[SEP]"),
    ]


def text_pieces(words: WordPiece, kind: PointKind, text: str) -> list[int]:
    """Return the wording of a point as the encoder reads it."""
    return [
        words.number("[CLS]"),
        words.number(_KINDS[kind]),
        *_spelled(words, text, _MOST_TEXT),
        words.number("[SEP]"),
    ]


def example_pieces(words: WordPiece, sign: str, text: str) -> list[int]:
    """Return one example of a point as the encoder reads it; `sign` is COUNTS or DOES_NOT."""
    return [
        words.number("[CLS]"),
        words.number(sign),
        *_spelled(words, text, _MOST_EXAMPLE),
        words.number("[SEP]"),
    ]


def _spelled(words: WordPiece, text: str, most: int) -> list[int]:
    return [number for part in texts_of(text) for number in words.spell(part)][:most]
