"""The reader with the encoder: core model and encoder together. Needs numpy; loaded when first used."""

import json
from functools import cache
from importlib.util import find_spec
from math import exp
from typing import TYPE_CHECKING, Final

from interview_coach.banks.question import Question
from interview_coach.scoring.calibration import Calibration, calibration_of
from interview_coach.scoring.core import MODELS, vocabulary
from interview_coach.scoring.grams import softmax
from interview_coach.scoring.listening import HeardAnswer
from interview_coach.scoring.pieces import point_pieces, windows
from interview_coach.scoring.reading import Odds, PointReading, Reading
from interview_coach.scoring.tokens import Token

if TYPE_CHECKING:
    from interview_coach.scoring.encoder import Encoder

_PATH: Final = MODELS / "encoder.npz"

MOST_EXAMPLES: Final = 4
"""Of each list of examples the encoder is shown so many, as many as it was measured with."""

_SHARE: Final = 0.65
"""How much of the log odds is the encoder's; the rest is the core model's. Fitted on held-out hands."""


def available() -> bool:
    """Return whether the encoder can be used here: numpy is installed and the weights are shipped."""
    return find_spec("numpy") is not None and _PATH.exists()


@cache
def encoder() -> "Encoder":
    """Return the encoder, read once (about 0.2 s with numpy's own import)."""
    from interview_coach.scoring.encoder import Encoder

    return Encoder(_PATH)


@cache
def calibration() -> Calibration:
    """Return the thresholds and curves of the two together."""
    return calibration_of(json.loads((MODELS / "encoder.json").read_text("utf-8")))


def read_again(question: Question, heard: HeardAnswer, tokens: list[Token], core: Reading) -> Reading:
    """Return what encoder and core model together make of the answer that the core model has read.

    `tokens` are those of the answer with the stops between them.
    """
    clauses = heard.story.clauses
    kept = [t for t in tokens if any(c.stretch.start <= t.start <= c.stretch.end for c in clauses)]
    shown = windows(vocabulary(), question.type, question.ask, kept)
    points = [
        point_pieces(vocabulary(), p, p.counts[:MOST_EXAMPLES], p.does_not_count[:MOST_EXAMPLES])
        for p in question.checklist
    ]
    read = encoder().read([window.pieces for window in shown], points)
    of_pieces = [token for window in shown for token in window.tokens]
    starts = [kept[token].start if token >= 0 else -1 for token in of_pieces]
    places = [_place(heard, start) for start in starts]
    found = []
    for n, point in enumerate(core.points):
        odds = _mixed(point.odds, softmax(read.verdicts[n].tolist()))
        found.append(PointReading(odds, _by_clause(read.evidence[n].tolist(), places, point.shown)))
    how = softmax(read.how.tolist())
    return Reading(tuple(found), tuple((a + b) / 2 for a, b in zip(how, core.how, strict=True)))


def _mixed(core: Odds, encoder_odds: list[float]) -> Odds:
    """Return the weighted geometric mean of two opinions."""
    raised = [
        (a + 1e-6) ** (1 - _SHARE) * (b + 1e-6) ** _SHARE for a, b in zip(core, encoder_odds, strict=True)
    ]
    whole = sum(raised)
    return raised[0] / whole, raised[1] / whole, raised[2] / whole


def _place(heard: HeardAnswer, start: int) -> int:
    """Return which clause the code point belongs to; -1 for the question's pieces."""
    if start < 0:
        return -1
    for place, clause in enumerate(heard.story.clauses):
        if start <= clause.stretch.end:
            return place
    return -1


def _by_clause(logits: list[float], places: list[int], core: tuple[float, ...]) -> tuple[float, ...]:
    """Return for each clause its share of the encoder's evidence, weighed with the core model's."""
    most = max((x for x, place in zip(logits, places, strict=True) if place >= 0), default=0.0)
    sums = [0.0] * len(core)
    for x, place in zip(logits, places, strict=True):
        if place >= 0:
            sums[place] += exp(x - most)
    whole = sum(sums) or 1.0
    return tuple((s / whole) ** _SHARE * (c + 1e-6) ** (1 - _SHARE) for s, c in zip(sums, core, strict=True))
