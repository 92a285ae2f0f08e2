"""Train the encoder: python -m training.train_encoder --out DIR [--hold HAND …] [--passes N]."""

import argparse
import copy
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as nf

from interview_coach.scoring.wordpiece import WordPiece
from training import corpus
from training.encoder import Encoder, pretrained, weights_folder
from training.lessons import Lesson, Teacher
from training.measures import report

SEED = 20261124


def batches(lessons: list[Lesson], most: int, draw: random.Random) -> list[list[Lesson]]:
    """Return the lessons in batches of about `most` pieces, those of like length together."""
    # Padding costs as much as text: together what is alike in the length of its points, then of its answer.
    lessons = sorted(
        lessons, key=lambda x: (max((len(t.pieces) for t in x.targets), default=0) // 16, len(x.pieces))
    )
    found: list[list[Lesson]] = []
    current: list[Lesson] = []
    for lesson in lessons:
        longest = max([len(x.pieces) for x in [*current, lesson]])
        widest = max([len(t.pieces) for x in [*current, lesson] for t in x.targets], default=0)
        cost = longest * (len(current) + 1) + widest * sum(len(x.targets) for x in [*current, lesson])
        if current and cost > most:
            found.append(current)
            current = []
        current.append(lesson)
    found.append(current)
    draw.shuffle(found)
    return found


def padded(rows: list[list[int]], fill: int = 0) -> Tensor:
    width = max((len(r) for r in rows), default=1)
    return torch.tensor([r + [fill] * (width - len(r)) for r in rows])


def run(model: Encoder, batch: list[Lesson]) -> dict[str, Tensor]:
    targets = [t.pieces for x in batch for t in x.targets] or [[101, 102]]
    of = [n for n, x in enumerate(batch) for _ in x.targets] or [0]
    with torch.autocast("cpu", torch.bfloat16):
        out = model(padded([x.pieces for x in batch]), padded(targets), torch.tensor(of))
    return {name: value.float() for name, value in out.items()}


def loss_of(out: dict[str, Tensor], batch: list[Lesson]) -> tuple[Tensor, dict[str, float]]:
    """Return the loss of the batch and its parts."""
    parts: dict[str, Tensor] = {}
    targets = [t for x in batch for t in x.targets]
    if targets:
        want = torch.tensor([t.levels for t in targets])
        weight = torch.tensor([t.weight for t in targets])
        logs = nf.log_softmax(out["verdict"], 1)
        want = want * 0.94 + 0.02
        scale = torch.tensor([0.0, 1.0, 2.0])
        far = ((logs.exp() @ scale) - (want @ scale)) ** 2
        parts["verdict"] = ((-(want * logs).sum(1) + 0.5 * far) * weight).mean()
        rows, n = [], 0
        for x in batch:
            numbers = torch.tensor(x.tokens)
            for t in x.targets:
                if t.evidence:
                    inside = torch.isin(numbers, torch.tensor(sorted(t.evidence)))
                    logits = out["evidence"][n, : len(x.tokens)].masked_fill(numbers < 0, -1e4)
                    if inside.any():
                        rows.append(logits.logsumexp(0) - logits[inside].logsumexp(0))
                n += 1
        if rows:
            parts["evidence"] = torch.stack(rows).sum() / len(targets)
    how = torch.tensor([x.how for x in batch])
    if (how >= 0).any():
        parts["how"] = nf.cross_entropy(out["how"][how >= 0], how[how >= 0], label_smoothing=0.05)
    label = torch.tensor([x.label for x in batch])
    if (label >= 0).any():
        parts["label"] = nf.cross_entropy(out["label"][label >= 0], label[label >= 0], label_smoothing=0.05)
    weights = {"verdict": 1.0, "evidence": 0.4, "how": 0.25, "label": 0.3}
    total = sum((weights[k] * v for k, v in parts.items()), torch.zeros(()))
    return total, {k: float(v.detach()) for k, v in parts.items()}


def curriculum(
    teacher: Teacher,
    seen: list[corpus.Answer],
    blocks: list[list[corpus.Triple]],
    labelled: list[corpus.Sentence],
    share: dict[str, float],
) -> list[Lesson]:
    """Return the lessons of one pass."""
    draw = teacher.draw
    lessons = [teacher.answer(a) for a in seen]
    own = [a for a in seen if a.style not in ("other_question", "vague_short", "vague_long", "stuffed")]
    for _ in range(int(len(seen) * share["mismatch"])):
        given, other = draw.choice(own), draw.choice(seen)
        if given.question.id != other.question.id and given.question.competency != other.question.competency:
            lessons.append(teacher.mismatch(other, given))
    for block in blocks:
        lessons += [teacher.triple(block) for _ in range(max(1, int(len(block) * share["triples"])))]
    lessons += [teacher.sentence(s) for s in labelled if draw.random() < share["sentences"]]
    return lessons


@torch.no_grad()
def judged(model: Encoder, words: WordPiece, given: list[corpus.Answer]) -> list[np.ndarray]:
    """Return the probabilities (points, 3) for each answer."""
    model.eval()
    teacher = Teacher(words, 0, corpus.examples())
    lessons = [teacher.answer(a, whole=True) for a in given]
    found: list[np.ndarray] = [np.zeros(0)] * len(given)
    order = sorted(range(len(given)), key=lambda n: len(lessons[n].pieces))
    for start in range(0, len(order), 8):
        some = order[start : start + 8]
        batch = [lessons[n] for n in some]
        probabilities = torch.softmax(run(model, batch)["verdict"], 1).numpy()
        place = 0
        for n, lesson in zip(some, batch, strict=True):
            found[n] = probabilities[place : place + len(lesson.targets)]
            place += len(lesson.targets)
    model.train()
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, default=weights_folder())
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--together", type=int, default=3, help="batches to a step")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--floor", type=float, default=0.05)
    parser.add_argument("--hold", nargs="*", default=[])
    parser.add_argument("--passes", type=int, default=4)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--pieces", type=int, default=6000)
    parser.add_argument("--mismatch", type=float, default=0.2)
    parser.add_argument("--triples", type=float, default=0.5)
    parser.add_argument("--sentences", type=float, default=0.5)
    args = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    vocabulary = (args.weights / "vocab.txt").read_text("utf-8").split("\n")[:-1]
    words = WordPiece(vocabulary)
    read = [a for a in corpus.answers() if a.marks and not a.for_testing]
    seen = [a for a in read if a.hand not in args.hold]
    held = [a for a in read if a.hand in args.hold]
    blocks: dict[tuple[str, int], list[corpus.Triple]] = {}
    for t in corpus.triples():
        if t.hand not in args.hold:
            blocks.setdefault((t.hand, t.block), []).append(t)
    labelled = [s for s in corpus.sentences() if s.hand not in args.hold]
    print(
        len(seen),
        "answers",
        len(held),
        "held out",
        len(blocks),
        "blocks",
        len(labelled),
        "sentences",
        flush=True,
    )
    model = pretrained(args.weights)
    if args.start:
        kept = torch.load(args.start, weights_only=True)
        own = model.state_dict()
        model.load_state_dict({k: v for k, v in kept.items() if own[k].shape == v.shape}, strict=False)
    model.words.weight.requires_grad_(False)
    mean = copy.deepcopy(model)  # of the last hundred steps or so: steadier than the last
    teacher = Teacher(words, args.seed, corpus.examples())
    share = {"mismatch": args.mismatch, "triples": args.triples, "sentences": args.sentences}
    planned = [
        batches(curriculum(teacher, seen, list(blocks.values()), labelled, share), args.pieces, teacher.draw)
        for _ in range(args.passes)
    ]
    steps = sum(-(-len(plan) // args.together) for plan in planned)
    heads = [
        p
        for n, p in model.named_parameters()
        if n.split(".")[0] in ("verdict", "seek", "offer", "how", "label", "special")
    ]
    body = [p for n, p in model.named_parameters() if p.requires_grad and all(p is not h for h in heads)]
    best = torch.optim.AdamW(
        [{"params": body, "lr": args.rate}, {"params": heads, "lr": args.rate * 4}],
        weight_decay=0.01,
        fused=True,
    )
    pace = torch.optim.lr_scheduler.LambdaLR(
        best, lambda s: min((s + 1) / (0.08 * steps), max(args.floor, (steps - s) / (0.92 * steps)))
    )
    args.out.mkdir(parents=True, exist_ok=True)
    begun, step = time.time(), 0
    for number, plan in enumerate(planned, 1):
        sums: dict[str, list[float]] = {}
        for first in range(0, len(plan), args.together):
            best.zero_grad()
            for batch in plan[first : first + args.together]:
                loss, parts = loss_of(run(model, batch), batch)
                (loss / args.together).backward()
                for k, v in parts.items():
                    sums.setdefault(k, []).append(v)
            torch.nn.utils.clip_grad_norm_(body + heads, 1.0)
            best.step()
            pace.step()
            step += 1
            with torch.no_grad():
                for slow, fast in zip(mean.parameters(), model.parameters(), strict=True):
                    slow.lerp_(fast, 1 - min(0.99, step / (step + 10)))
            if step % 10 == 0:
                print(
                    f"{step}/{steps} {time.time() - begun:.0f}s",
                    {k: round(float(np.mean(v[-60:])), 3) for k, v in sums.items()},
                    flush=True,
                )
        torch.save(mean.state_dict(), args.out / "encoder.pt")
        torch.save(model.state_dict(), args.out / "last.pt")
        if held:
            probabilities = judged(mean, words, held)
            print("pass", number, json.dumps(report(held, probabilities)), flush=True)


if __name__ == "__main__":
    main()
