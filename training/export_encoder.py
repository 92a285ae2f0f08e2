"""Write the trained encoder as the app reads it: 8-bit rows with one scale each."""

import argparse
from pathlib import Path

import numpy as np
import torch

from training.encoder import SPECIAL, weights_folder
from training.train_core import shipped_pieces


def quantised(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the rows as 8-bit numbers, and the scale of each row."""
    scale = np.abs(weight).max(1) / 127.0 + 1e-12
    return np.round(weight / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def arrays_of(state: dict[str, torch.Tensor], pieces: list[int]) -> dict[str, np.ndarray]:
    """Return the arrays that `interview_coach.scoring.encoder` reads; `pieces` are the numbers of those that ship."""
    kept: dict[str, np.ndarray] = {}
    state = {name: value.numpy() for name, value in state.items()}  # type: ignore[misc]
    words = state["words.weight"].copy()
    words[:SPECIAL] = state["special.weight"]
    for name, value in {**state, "words.weight": words[pieces]}.items():
        if name.startswith("special."):
            continue
        if (
            value.ndim == 2
            and name.endswith(".weight")
            and not name.startswith(("places.", "types.", "kinds."))
        ):
            kept[name], kept[name.replace(".weight", ".scale")] = quantised(value)
        else:
            kept[name] = value.astype(np.float32)
    return kept


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("state", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    pieces = shipped_pieces((weights_folder() / "vocab.txt").read_text("utf-8").split("\n")[:-1])
    np.savez(args.out, **arrays_of(torch.load(args.state, weights_only=True), pieces))


if __name__ == "__main__":
    main()
