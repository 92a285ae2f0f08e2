"""Train the encoder: python -m training.train_encoder --out DIR [--hold HAND …] [--passes N] [--start FILE]."""

import argparse
import json
import random
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as nf

from interview_coach.banks.question import PointKind
from interview_coach.scoring.wordpiece import WordPiece
from training import corpus
from training.drills import drills
from training.encoder import Batch, Encoder, Judged, pretrained, weights_folder
from training.lessons import HOW, Teacher
from training.measures import report, thresholds
from training.variants import Varier

SEED = 20261125
TOGETHER = 3
"""Batches to a step."""
GROUP = 10
"""Answers to a batch, all to one question: its points are read once for all of them."""
FROZEN = 2
"""Layers that stay as MiniLM has them, beside the embeddings."""


def loss_of(said: Judged, batch: Batch) -> tuple[Tensor, float, float]:
    """Return the loss, and its parts: of the verdicts, of the evidence."""
    want = torch.stack((batch.levels >= 1, batch.levels >= 2), 1).float()
    verdict = nf.binary_cross_entropy_with_logits(said.levels, want * 0.96 + 0.02)
    rows = [
        said.evidence[n].logsumexp(0) - said.evidence[n, shown].logsumexp(0)
        for n, shown in enumerate(batch.shown_by)
        if shown and batch.levels[n] >= 1
    ]
    evidence = torch.stack(rows).mean() if rows else torch.zeros(())
    how = torch.zeros(())
    if (batch.how >= 0).any():
        how = nf.cross_entropy(said.how, batch.how, ignore_index=-1, label_smoothing=0.05)
    return verdict + 0.3 * evidence + 0.1 * how, verdict.item(), evidence.item()


def odds_of(levels: Tensor, kinds: Tensor) -> np.ndarray:
    """Return (points, 3): missed, unclear, found; an absence point is missed where it is broken."""
    some, full = torch.sigmoid(levels).unbind(1)
    full = torch.minimum(some, full)
    odds = torch.stack((1 - some, some - full, full), 1)
    absent = kinds == list(PointKind).index(PointKind.ABSENCE)
    return torch.where(absent[:, None], odds.flip(1), odds).numpy()


def curriculum(
    seen: Sequence[corpus.Answer], small: list[list[corpus.Answer]], varier: Varier, draw: random.Random
) -> list[list[corpus.Answer]]:
    """Return the groups of one pass: each answer once, as it is, cut or filled, with others to its question."""
    by_question: dict[tuple[str, str], list[corpus.Answer]] = {}
    for answer in seen:
        chance = draw.random()
        shown = (
            varier.cut(answer) if chance < 0.28 else varier.filled(answer) if chance < 0.5 else answer
        ) or answer
        if shown.marks:
            by_question.setdefault((answer.asked_by, answer.question.id), []).append(shown)
    groups: list[list[corpus.Answer]] = []
    for answers in by_question.values():
        draw.shuffle(answers)
        answers.sort(key=lambda a: len(a.text))
        groups += [answers[n : n + GROUP] for n in range(0, len(answers), GROUP)]
    for group in groups:
        group += [astray for _ in range(2) if (astray := varier.astray(group[0], seen))]
    groups += draw.sample(small, len(small) // 4)
    draw.shuffle(groups)
    return groups


@torch.no_grad()
def judged(model: Encoder, words: WordPiece, given: Sequence[corpus.Answer]) -> "Opinion":
    """Return what the encoder makes of answers, read as the app reads them."""
    model.eval()
    teacher = Teacher(words, 0, corpus.examples())
    found: list[np.ndarray] = [np.zeros(0)] * len(given)
    hits: list[bool] = []
    how: list[np.ndarray] = [np.zeros(0)] * len(given)
    order = sorted(range(len(given)), key=lambda n: len(given[n].text))
    for start in range(0, len(order), GROUP):
        some = order[start : start + GROUP]
        batch = teacher.batch([given[n] for n in some], whole=True)
        with torch.autocast("cpu", torch.bfloat16):
            said = model(batch)
        odds, best = odds_of(said.levels, batch.kinds), said.evidence.argmax(1)
        for place, n in enumerate(some):
            found[n] = odds[(batch.of == place).numpy()]
            how[n] = said.how[place].softmax(0).numpy()
        hits += [int(best[n]) in shown for n, shown in enumerate(batch.shown_by) if shown]
    model.train()
    rightly = [HOW.get(a.style, 0) == of.argmax() for a, of in zip(given, how, strict=True)]
    return Opinion(found, float(np.mean(hits)), float(np.mean(rightly)))


class Opinion(NamedTuple):
    """What the encoder makes of some answers."""

    odds: list[np.ndarray]
    """For each answer (points, 3): missed, unclear, found."""
    evidence: float
    """How often its evidence is the reader's."""
    how: float
    """How often it is right about how an answer is told."""


def groups_of(model: Encoder, rate: float) -> list[dict[str, object]]:
    """Return what is fitted and how fast: what judges is new and learns faster than what reads."""
    still: list[nn.Module] = [model.words, model.places, model.types, model.norm, *model.layers[:FROZEN]]
    for module in still:
        module.requires_grad_(False)
    reads = {id(p) for p in [*model.layers.parameters(), *model.special.parameters()]}
    fitted = [p for p in model.parameters() if p.requires_grad]
    return [
        {"params": [p for p in fitted if id(p) in reads], "lr": rate},
        {"params": [p for p in fitted if id(p) not in reads], "lr": rate * 5},
    ]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, default=weights_folder())
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--hold", nargs="*", default=[])
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--rate", type=float, default=2e-4)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(2)
    words = WordPiece((args.weights / "vocab.txt").read_text("utf-8").split("\n")[:-1])
    read = [a for a in corpus.answers() if a.marks and not a.for_testing]
    seen = [a for a in read if a.hand not in args.hold and a.asked_by not in args.hold]
    held = [a for a in read if a.hand in args.hold or a.asked_by in args.hold]
    print(len(seen), "answers,", len(held), "held out", flush=True)
    model = pretrained(args.weights)
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True))
    teacher = Teacher(words, args.seed, corpus.examples())
    varier = Varier(seen, corpus.sentences(), args.seed)
    small = drills(corpus.triples())
    planned = [curriculum(seen, small, varier, teacher.draw) for _ in range(args.passes)]
    ends = np.cumsum([0, *(len(plan) // TOGETHER for plan in planned)])
    steps = int(ends[-1])
    best = torch.optim.AdamW(groups_of(model, args.rate), weight_decay=0.01, fused=True)
    pace = torch.optim.lr_scheduler.LambdaLR(
        best, lambda s: min((s + 1) / (0.08 * steps), max(0.03, (steps - s) / (0.92 * steps)))
    )
    args.out.mkdir(parents=True, exist_ok=True)
    begun = time.time()
    for plan, (first, last) in zip(planned, pairwise(ends), strict=True):
        parts: list[tuple[float, float]] = []
        for step in range(first, last):
            best.zero_grad()
            for group in plan[(step - first) * TOGETHER : (step - first + 1) * TOGETHER]:
                batch = teacher.batch(group)
                with torch.autocast("cpu", torch.bfloat16):
                    judging = model(batch)
                loss, *part = loss_of(judging, batch)
                (loss / TOGETHER).backward()
                parts.append((part[0], part[1]))
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            best.step()
            pace.step()
            if step % 20 == 19:
                verdict, evidence = np.mean(parts[-180:], 0)
                print(
                    f"{step + 1}/{steps} {time.time() - begun:.0f} s, loss of the verdicts {verdict:.3f}, "
                    f"of the evidence {evidence:.3f}",
                    flush=True,
                )
        torch.save(model.state_dict(), args.out / "encoder.pt")
        if held:
            said = judged(model, words, held)
            level = np.array(
                [a.marks[p.id].level for a in held for p in a.question.checklist if p.id in a.marks]
            )
            limits = thresholds(np.concatenate(said.odds), level)
            print(f"held out: evidence {said.evidence:.3f}, how it is told {said.how:.3f},", end=" ")
            print(json.dumps(report(held, said.odds, *limits)), flush=True)


if __name__ == "__main__":
    main()
