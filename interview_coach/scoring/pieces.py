"""What the encoder is given: an answer to its question, and each point, as numbers of pieces."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from interview_coach.banks.question import Point, PointKind, QuestionType
from interview_coach.scoring.tokens import Token, texts_of
from interview_coach.scoring.wordpiece import WordPiece

MOST_STORY: Final = 512
"""Pieces of question and answer that one window holds: as many places as the encoder knows."""

MOST_POINT: Final = 144
"""Pieces of one point with its examples."""

_MOST_ASK: Final = 64
_MOST_EXAMPLE: Final = 28
_MOST_TEXT: Final = 40

# Pieces that the vocabulary keeps free stand for what has no word.
_COUNTS: Final = "[unused1]"
_DOES_NOT: Final = "[unused2]"
_KINDS: Final = {kind: f"[unused{10 + place}]" for place, kind in enumerate(PointKind)}
_TYPES: Final = {kind: f"[unused{20 + place}]" for place, kind in enumerate(QuestionType)}


class Window(NamedTuple):
    """A stretch of the answer, with the question before it, as the encoder reads it."""

    pieces: list[int]
    tokens: list[int]
    """For each piece the number of the answer's token that it spells; -1 for those of the question."""


def windows(
    words: WordPiece, kind: QuestionType, ask: str, answer: Sequence[Token], most: int = MOST_STORY
) -> list[Window]:
    """Return the answer in as few windows as hold it, each beginning with the question; at least one."""
    asked = [words.number("[CLS]"), words.number(_TYPES[kind])]
    asked += _spelled(words, texts_of(ask), _MOST_ASK)
    asked.append(words.number("[SEP]"))
    found: list[Window] = []
    pieces, tokens = list(asked), [-1] * len(asked)
    for number, token in enumerate(answer):
        spelt = words.spell(token.text)
        if len(pieces) + len(spelt) >= most:
            found.append(_closed(words, pieces, tokens))
            pieces, tokens = list(asked), [-1] * len(asked)
        pieces.extend(spelt)
        tokens.extend([number] * len(spelt))
    found.append(_closed(words, pieces, tokens))
    return found


def _closed(words: WordPiece, pieces: list[int], tokens: list[int]) -> Window:
    return Window([*pieces, words.number("[SEP]")], [*tokens, -1])


def point_pieces(
    words: WordPiece, point: Point, counts: Sequence[str], does_not: Sequence[str], most: int = MOST_POINT
) -> list[int]:
    """Return the point as the encoder reads it: kind, text, and as many of the examples as have room."""
    pieces = [words.number("[CLS]"), words.number(_KINDS[point.kind])]
    pieces += _spelled(words, texts_of(point.text), _MOST_TEXT)
    pieces.append(words.number("[SEP]"))
    # In turns, so that neither list crowds the other out.
    for place in range(max(len(counts), len(does_not))):
        for sign, examples in ((_COUNTS, counts), (_DOES_NOT, does_not)):
            if place < len(examples):
                spelt = _spelled(words, texts_of(examples[place]), _MOST_EXAMPLE)
                if len(pieces) + 1 + len(spelt) <= most:
                    pieces += [words.number(sign), *spelt]
    return pieces


def _spelled(words: WordPiece, texts: Sequence[str], most: int) -> list[int]:
    return [number for text in texts for number in words.spell(text)][:most]
