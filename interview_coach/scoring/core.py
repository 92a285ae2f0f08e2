"""The core model: reads any answer in pure Python, 250 words against 8 points in some 20 ms.

Made by `make train` from the corpus in `training/`; `training/train_core.py` says how.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from interview_coach.banks.question import PointKind, Question
from interview_coach.scoring.calibration import Calibration, calibration_of
from interview_coach.scoring.features import clause_features, point_features
from interview_coach.scoring.grams import GramModel, sigmoid
from interview_coach.scoring.listening import WIDTH, HeardAnswer, Listener
from interview_coach.scoring.reading import Odds, PointReading, Reading, odds_of
from interview_coach.scoring.trees import Trees
from interview_coach.scoring.vectors import PieceVectors
from interview_coach.scoring.wordpiece import WordPiece

MODELS: Final = Path(__file__).parent / "models"


@cache
def vocabulary() -> WordPiece:
    """Return the word pieces that all models share."""
    return WordPiece((MODELS / "pieces.txt").read_text("utf-8").split("\n")[:-1])


@dataclass(frozen=True, slots=True)
class CoreModel:
    """The three steps of the model with their weights."""

    listener: Listener
    relevance: Mapping[PointKind, Sequence[float]]
    """Weights of the clause features and, last, what is added."""
    some: Trees
    """Whether the point is shown at all, as log odds."""
    full: Trees
    """Whether it is shown plainly, as log odds."""
    calibration: Calibration

    def read(self, question: Question, heard: HeardAnswer) -> Reading:
        """Return what the model makes of an answer with at least one clause."""
        wanted = [self.listener.wanted(point) for point in question.checklist]
        rows = [[clause_features(clause, point) for clause in heard.clauses] for point in wanted]
        relevance = [
            [_weighted(row, self.relevance[point.point.kind]) for row in of]
            for point, of in zip(wanted, rows, strict=True)
        ]
        asked = self.listener.asked(question.ask)
        features = point_features(question, heard, asked, wanted, rows, relevance)
        points = tuple(
            PointReading(self._odds(point.kind, row), tuple(shown), max(shown))
            for point, row, shown in zip(question.checklist, features, relevance, strict=True)
        )
        return Reading(points, tuple(heard.how))

    def _odds(self, kind: PointKind, row: Sequence[float]) -> Odds:
        return odds_of(kind, sigmoid(self.some.total(row)), sigmoid(self.full.total(row)))


def _weighted(row: Sequence[float], weights: Sequence[float]) -> float:
    return sigmoid(sum(map(float.__mul__, row, weights)) + weights[-1])


@cache
def core_model() -> CoreModel:
    """Return the shipped model, read once."""
    kept: dict[str, Any] = json.loads((MODELS / "core.json").read_text("utf-8"))
    tables = memoryview((MODELS / "core.bin").read_bytes()).cast("b")
    cut = kept["gram_rows"] * WIDTH
    grams = GramModel(tables[:cut], kept["gram_scale"], kept["gram_bias"], kept["gram_rows"])
    vectors = PieceVectors(vocabulary(), tables[cut:], kept["vector_size"])
    some, full = (
        Trees(part["base"], [[(n[0], n[1], n[2], n[3]) for n in nodes] for nodes in part["trees"]])
        for part in (kept["some"], kept["full"])
    )
    relevance = {PointKind(kind): weights for kind, weights in kept["relevance"].items()}
    return CoreModel(Listener(grams, vectors), relevance, some, full, calibration_of(kept["calibration"]))
