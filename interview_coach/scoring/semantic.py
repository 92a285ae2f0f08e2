"""The reader with the encoder: core model and encoder together. Needs numpy; loaded when first used."""

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from interview_coach.banks.question import Point, PointKind, Question, QuestionType
from interview_coach.scoring.calibration import Calibration, calibration_of
from interview_coach.scoring.core import MODELS, vocabulary
from interview_coach.scoring.grams import sigmoid, softmax
from interview_coach.scoring.listening import HeardAnswer
from interview_coach.scoring.pieces import (
    COUNTS,
    DOES_NOT,
    ask_pieces,
    example_pieces,
    places_of,
    text_pieces,
    windows,
)
from interview_coach.scoring.reading import PointReading, Reading, odds_of, shows
from interview_coach.scoring.tokens import Token

if TYPE_CHECKING:
    from interview_coach.scoring.encoder import Encoder, Floats, Wanted

_PATH: Final = MODELS / "encoder.npz"
_KINDS: Final = tuple(PointKind)

MOST_EXAMPLES: Final = 6
"""Of each list of examples the encoder is shown so many, as many as it was measured with."""


def available() -> bool:
    """Return whether the encoder can be used here: numpy is installed and the weights are shipped."""
    return find_spec("numpy") is not None and _PATH.exists()


@cache
def encoder() -> "Encoder":
    """Return the encoder, read once (about 0.2 s with numpy's own import)."""
    from interview_coach.scoring.encoder import Encoder

    return Encoder(_PATH)


@cache
def reads() -> bool:
    """Return whether the encoder can be read; a damaged installation is no reason to score nothing."""
    try:
        encoder()
        calibration()
    except (ImportError, OSError, ValueError, KeyError, TypeError):
        return False
    return True


@cache
def _kept() -> dict[str, Any]:
    kept: dict[str, Any] = json.loads((MODELS / "encoder.json").read_text("utf-8"))
    return kept


@cache
def calibration() -> Calibration:
    """Return the thresholds and curves of the two together."""
    return calibration_of(_kept())


@lru_cache(maxsize=1024)
def _wanted(point: Point) -> "Wanted":
    """Return the point as the encoder knows it; a bank is asked again and again, so it is read once."""
    from interview_coach.scoring.encoder import Wanted

    words = vocabulary()
    shown_by, close = shows(point)
    counts = [example_pieces(words, COUNTS, text) for text in shown_by[:MOST_EXAMPLES]]
    does_not = [example_pieces(words, DOES_NOT, text) for text in close[:MOST_EXAMPLES]]
    means = encoder().meanings([text_pieces(words, point.kind, point.text), *counts, *does_not])
    cut = 1 + len(counts)
    return Wanted(_KINDS.index(point.kind), means[0], means[1:cut], means[cut:])


@lru_cache(maxsize=256)
def _asked(kind: QuestionType, ask: str) -> "Floats":
    """Return what a question means to the encoder."""
    meanings = encoder().meanings([ask_pieces(vocabulary(), kind, ask)])
    asked: Floats = meanings[0]
    return asked


def prepare(question: Question) -> None:
    """Load the encoder and read the points of `question`: half a second the first time."""
    calibration()
    _asked(question.type, question.ask)
    for point in question.checklist:
        _wanted(point)


def read_again(question: Question, heard: HeardAnswer, tokens: list[Token], core: Reading) -> Reading:
    """Return what encoder and core model together make of the answer that the core model has read.

    `tokens` are those of the answer with the stops between them.
    """
    clauses = heard.story.clauses
    kept = [t for t in tokens if any(c.stretch.start <= t.start <= c.stretch.end for c in clauses)]
    shown = windows(vocabulary(), kept)
    told = encoder().hear([window.pieces for window in shown], places_of(shown, kept, clauses))
    share = float(_kept()["share"])
    read_points = encoder().judge(
        told, _asked(question.type, question.ask), [_wanted(point) for point in question.checklist]
    )
    found = []
    for point, of, read in zip(question.checklist, core.points, read_points, strict=True):
        odds = odds_of(point.kind, sigmoid(read.some), sigmoid(read.full))
        missed, unclear, full = _mixed(of.odds, odds, share)
        evidence = softmax(read.evidence.tolist())
        both = [e**share * (c + 1e-6) ** (1 - share) for e, c in zip(evidence, of.shown, strict=True)]
        nearness = of.shown[max(range(len(both)), key=both.__getitem__)]
        found.append(PointReading((missed, unclear, full), tuple(both), nearness))
    return Reading(tuple(found), core.how)


def _mixed(core: Sequence[float], encoders: Sequence[float], share: float) -> list[float]:
    """Return the weighted geometric mean of two opinions; `share` is the encoder's weight, 0 to 1."""
    raised = [(a + 1e-6) ** (1 - share) * (b + 1e-6) ** share for a, b in zip(core, encoders, strict=True)]
    whole = sum(raised)
    return [each / whole for each in raised]
