"""Train the encoder: python -m training.train_encoder --out DIR [--hold HAND …] [--passes N] [--start FILE]."""

import argparse
import json
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as nf

from interview_coach.banks.question import PointKind
from interview_coach.scoring.story import read
from interview_coach.scoring.wordpiece import WordPiece
from training import corpus
from training.additions import Adder, additions
from training.calibrate import absence_of, limits_of, quotes
from training.drills import drills
from training.encoder import Batch, Encoder, Judged, pretrained, weights_folder
from training.lessons import Teacher
from training.measures import report
from training.subjects import Subjects
from training.variants import Varier

SEED = 20261125
GROUP = 10
"""So many answers to one question go together: its points are read once for all of them."""
TOGETHER = 3
"""Groups to a batch: each answer is held against the questions of the others, too."""
QUOTED_RIGHT = 0.88
"""So many of the quotes shown are to be what a reader underlined."""
FROZEN = 2
"""Layers that stay as MiniLM has them, beside the embeddings."""


def loss_of(said: Judged, batch: Batch) -> tuple[Tensor, float, float]:
    """Return the loss, and its parts: of the verdicts, of the evidence."""
    want = torch.stack((batch.levels >= 1, batch.levels >= 2), 1).float()
    each = nf.binary_cross_entropy_with_logits(said.levels, want * 0.96 + 0.02, reduction="none").mean(1)
    verdict = (each * batch.weight).sum() / batch.weight.sum()
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


def shown(
    seen: Sequence[corpus.Answer], varier: Varier, adder: Adder, draw: random.Random
) -> Iterator[corpus.Answer]:
    """Yield the answers of one pass: each as it is, cut, filled or told by "we"; some once more, corrected."""
    for answer in seen:
        chance = draw.random()
        if chance < 0.28:
            varied = varier.cut(answer)
        elif chance < 0.5:
            varied = varier.filled(answer)
        else:
            varied = varier.by_team(answer) if chance < 0.55 else None
        told = varied or answer
        yield (adder.remarked(told) if draw.random() < 0.4 else None) or told
        if draw.random() < 0.6 and (corrected := adder.corrected(answer)):
            yield corrected


def curriculum(
    given: Iterable[corpus.Answer], small: list[list[corpus.Answer]], draw: random.Random
) -> list[list[corpus.Answer]]:
    """Return the batches of one pass: the answers with others to three questions.

    Half of the batches are of one asker, whose questions are of one trade: what is near and yet another matter.
    """
    by_question: dict[tuple[str, str], list[corpus.Answer]] = {}
    for answer in given:
        if answer.marks:
            by_question.setdefault((answer.asked_by, answer.question.id), []).append(answer)
    shelves: dict[str, list[list[corpus.Answer]]] = {}
    for (asker, _), answers in by_question.items():
        answers.sort(key=lambda a: len(a.text) + draw.random())
        for start in range(0, len(answers), GROUP):
            shelves.setdefault(draw.choice((asker, "")), []).append(answers[start : start + GROUP])
    shelves["drills"] = draw.sample(small, len(small) // 4)
    batches = []
    for name, shelf in shelves.items():
        if name != "drills":  # neighbours are of one length, or most of a batch would be padding
            shelf.sort(
                key=lambda group: sum(len(a.text) for a in group) / len(group) * draw.uniform(0.8, 1.25)
            )
        batches += [list(chain(*shelf[n : n + TOGETHER])) for n in range(0, len(shelf), TOGETHER)]
    draw.shuffle(batches)
    return batches


@torch.no_grad()
def judged(model: Encoder, words: WordPiece, given: Sequence[corpus.Answer]) -> "Opinion":
    """Return what the encoder makes of answers, shown all examples; talk stands in them, unlike in the app."""
    model.eval()
    teacher = Teacher(words, 0, corpus.examples())
    found: list[np.ndarray] = [np.zeros(0)] * len(given)
    shares: list[list[list[float]]] = [[]] * len(given)
    order = sorted(range(len(given)), key=lambda n: len(given[n].text))
    for start in range(0, len(order), GROUP):
        some = order[start : start + GROUP]
        batch = teacher.batch([given[n] for n in some], whole=True)
        with torch.autocast("cpu", torch.bfloat16):
            said = model(batch)
        odds, evidence = odds_of(said.levels, batch.kinds), said.evidence.softmax(1)
        for place, n in enumerate(some):
            own = batch.pair == place
            found[n] = odds[own.numpy()]
            clauses = read(given[n].text).clauses
            shares[n] = evidence[own, : len(clauses)].tolist()
    model.train()
    return Opinion(found, shares)


class Opinion(NamedTuple):
    """What the encoder makes of some answers."""

    odds: list[np.ndarray]
    """For each answer (points, 3): missed, unclear, found."""
    shares: list[list[list[float]]]
    """For each answer and each point, how well each clause shows it."""


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
    known = [a for a in corpus.answers() if a.marks and not a.for_testing]
    seen = [a for a in known if a.hand not in args.hold and a.asked_by not in args.hold]
    held = [a for a in known if a.hand in args.hold or a.asked_by in args.hold]
    crossed = [a for a in corpus.crossings(known) if a.hand not in args.hold and a.asked_by not in args.hold]
    print(len(seen), "answers,", len(crossed), "to other questions,", len(held), "held out", flush=True)
    model = pretrained(args.weights)
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True))
    own = {a.text: a.question for a in seen}
    near = [(own[a.text], a.question) for a in crossed if a.style == corpus.CROSSED]
    teacher = Teacher(words, args.seed, corpus.examples(), Subjects((a.question for a in seen), near))
    varier = Varier(seen, corpus.sentences(), args.seed)
    small = drills(corpus.triples())
    adder = Adder(additions(), teacher.draw)
    planned = []
    for _ in range(args.passes):
        given = [*seen, *teacher.draw.sample(crossed, len(crossed) // 2)]
        planned.append(curriculum(shown(given, varier, adder, teacher.draw), small, teacher.draw))
    ends = np.cumsum([0, *map(len, planned)])
    steps = int(ends[-1])
    best = torch.optim.AdamW(groups_of(model, args.rate), weight_decay=0.01, fused=True)
    pace = torch.optim.lr_scheduler.LambdaLR(
        best, lambda s: min((s + 1) / (0.08 * steps), max(0.03, (steps - s) / (0.92 * steps)))
    )
    args.out.mkdir(parents=True, exist_ok=True)
    begun = time.time()
    for plan, (first, last) in zip(planned, pairwise(ends), strict=True):
        parts: list[tuple[float, float]] = []
        for step, group in zip(range(first, last), plan, strict=True):
            batch = teacher.batch(group)
            with torch.autocast("cpu", torch.bfloat16):
                judging = model(batch)
            loss, *part = loss_of(judging, batch)
            best.zero_grad()
            loss.backward()
            parts.append((part[0], part[1]))
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            best.step()
            pace.step()
            if step % 20 == 19:
                verdict, evidence = np.mean(parts[-60:], 0)
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
            limits = limits_of(np.concatenate(said.odds), level, absence_of(held))
            print("held out:", quotes(held, said.shares).report(QUOTED_RIGHT), end="; ")
            print(json.dumps(report(held, said.odds, limits)), flush=True)


if __name__ == "__main__":
    main()
