"""Make the static vectors of the core model: python -m training.static_vectors --weights DIR --out FILE.

The encoder's own first model (MiniLM-L6) says where each sentence of the corpus lies; the vectors are fitted so
that the pieces of a sentence add up to that direction, in fewer dimensions. Pieces the corpus never uses keep
what the model says of them alone.
"""

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as nf

from interview_coach.scoring.sentences import clauses
from interview_coach.scoring.tokens import texts_of
from interview_coach.scoring.wordpiece import WordPiece
from training import corpus
from training.encoder import Encoder, pretrained, weights_folder

SIZE = 64


@torch.no_grad()
def directions(model: Encoder, rows: list[list[int]]) -> np.ndarray:
    """Return the direction (384) of each row of pieces: the mean of what the model makes of them."""
    found = np.zeros((len(rows), 384), np.float32)
    order = sorted(range(len(rows)), key=lambda n: len(rows[n]))
    for start in range(0, len(order), 256):
        some = order[start : start + 256]
        width = max(len(rows[n]) for n in some)
        pieces = torch.tensor([rows[n] + [0] * (width - len(rows[n])) for n in some])
        with torch.autocast("cpu", torch.bfloat16):
            x = model.read(pieces, 0)
        there = pieces > 0
        mean = (x.float() * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        found[some] = nf.normalize(mean, dim=1).numpy()
    return found


def texts() -> list[str]:
    """Return the sentences that the vectors are fitted to, each once."""
    found: list[str] = []
    seen = set()
    for answer in corpus.answers():
        if answer.for_testing:
            continue
        found += [answer.text[c.start : c.end] for c in clauses(answer.text)]
        if answer.question.id not in seen:
            seen.add(answer.question.id)
            for point in answer.question.checklist:
                found += [point.text, *point.counts, *point.does_not_count]
    for (hand, _, _), (counts, does_not) in corpus.examples().items():
        if hand not in corpus.TEST_HANDS:
            found += [*counts, *does_not]
    found += [s.text for s in corpus.sentences()] + [t.sentence for t in corpus.triples()]
    return list(dict.fromkeys(found))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, default=weights_folder())
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--steps", type=int, default=1500)
    args = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    words = WordPiece((args.weights / "vocab.txt").read_text("utf-8").split("\n")[:-1])
    model = pretrained(args.weights).eval()
    given = [[n for t in texts_of(text) for n in words.spell(t)][:60] for text in texts()]
    given = [g for g in given if g]
    aims = directions(model, [[101, *g, 102] for g in given])
    alone = directions(model, [[101, n, 102] for n in range(30522)])
    centre = aims.mean(0)
    aims = aims - centre
    _, _, axes = np.linalg.svd(aims[:: max(1, len(aims) // 8000)], full_matrices=False)
    axes = axes[: args.size].T
    wanted = nf.normalize(torch.tensor(aims @ axes), dim=1)
    counts = Counter(n for g in given for n in g)
    whole = sum(counts.values())
    # A frequent piece says little about what a sentence is about (Arora et al. 2017).
    rare = np.array([1e-3 / (1e-3 + counts.get(n, 0) / whole) for n in range(30522)], np.float32)
    table = torch.tensor((alone - alone.mean(0)) @ axes * rare[:, None], requires_grad=True)
    print(len(given), "texts;", "start", float(error(table.detach(), given[:2000], wanted[:2000])))
    best = torch.optim.Adam([table], lr=2e-3)
    draw = np.random.default_rng(1)
    for step in range(args.steps):
        some = draw.integers(0, len(given), 512)
        loss = error(table, [given[n] for n in some], wanted[some])
        best.zero_grad()
        loss.backward()
        best.step()
        if step % 250 == 0:
            print(step, round(float(loss.detach()), 4), flush=True)
    np.save(args.out, table.detach().numpy())


def error(table: torch.Tensor, given: list[list[int]], wanted: torch.Tensor) -> torch.Tensor:
    """Return how far the sums of the pieces are from where they should point, 0 to 2."""
    flat = torch.tensor([n for g in given for n in g])
    starts = torch.tensor(np.cumsum([0, *map(len, given[:-1])]))
    sums = nf.embedding_bag(flat, table, starts, mode="sum")
    return 1 - (nf.normalize(sums, dim=1) * wanted).sum(1).mean()


if __name__ == "__main__":
    main()
