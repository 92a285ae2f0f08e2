"""Measure the encoder with the core model beside it, and calibrate the two together.

    python -m training.blend --encoder FILE --odds FILE --hands HAND … [--out encoder.json]

`--hands` are hands that the encoder was not fitted to; what the core model says of them is kept by
`training.train_core --odds`, made by models that had not seen them either.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from interview_coach.scoring.wordpiece import WordPiece
from training import corpus
from training.calibrate import absence_of, curves, limits_of, quotes
from training.encoder import Encoder, weights_folder
from training.measures import report
from training.train_encoder import QUOTED_RIGHT, judged


def blended(core: np.ndarray, encoder: np.ndarray, share: float) -> np.ndarray:
    """Return the weighted geometric mean of two opinions, (points, 3) each."""
    raised = (core + 1e-6) ** (1 - share) * (encoder + 1e-6) ** share
    return np.asarray(raised / raised.sum(1, keepdims=True))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--odds", type=Path, required=True)
    parser.add_argument("--hands", nargs="+", required=True)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    words = WordPiece((weights_folder() / "vocab.txt").read_text("utf-8").split("\n")[:-1])
    model = Encoder()
    model.load_state_dict(torch.load(args.encoder, weights_only=True))
    said = json.loads(args.odds.read_text("utf-8"))
    held = [a for a in corpus.answers() if a.hand in args.hands and a.text in said]
    core = [np.array(said[a.text]["odds"]) for a in held]
    opinion = judged(model, words, held)
    level = np.array([a.marks[p.id].level for a in held for p in a.question.checklist if p.id in a.marks])
    absent = absence_of(held)
    one, other = np.concatenate(core), np.concatenate(opinion.odds)
    print(f"{len(held)} answers; the encoder alone: {quotes(held, opinion.shares).report(QUOTED_RIGHT)}")
    likely = {}
    for share in np.arange(0, 1.01, 0.1):
        odds = blended(one, other, share)
        likely[float(share)] = -np.log(odds[np.arange(len(level)), level] + 1e-3).mean()
        rows = [blended(a, b, share) for a, b in zip(core, opinion.odds, strict=True)]
        print(
            round(float(share), 1),
            round(likely[share], 4),
            json.dumps(report(held, rows, limits_of(odds, level, absent))),
        )
    share = min(likely, key=likely.__getitem__)
    print("share of the encoder", round(share, 1))
    shares = [
        [
            list(np.array(c) ** (1 - share) * np.array(e) ** share)
            for c, e in zip(cores, encoders, strict=True)
        ]
        for cores, encoders in zip((said[a.text]["shares"] for a in held), opinion.shares, strict=True)
    ]
    quoting = quotes(held, shares)
    print(quoting.report(QUOTED_RIGHT))
    if args.out:
        kept = {
            "share": round(share, 2),
            "quote_from": quoting.shown_from(QUOTED_RIGHT),
            **curves(blended(one, other, share), level, absent),
        }
        args.out.write_text(json.dumps(kept, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
