"""Train the core model: python -m training.train_core --vectors FILE [--out DIR] [--odds FILE].

Three steps, each fitted to what the one before says of hands it has not seen: what a clause is (word n-grams),
which clause shows a point (a linear model), whether the answer makes the point (sums of trees).
"""

import argparse
import json
import os
import random
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from torch.nn import functional as nf

from interview_coach.banks.question import Point, PointKind
from interview_coach.scoring import features as ft
from interview_coach.scoring import listening as li
from interview_coach.scoring.grams import GramModel, places, sigmoid
from interview_coach.scoring.story import Clause, Story, read
from interview_coach.scoring.tokens import Token, plain_words, tokens_of
from interview_coach.scoring.trees import Node, Trees
from interview_coach.scoring.vectors import PieceVectors
from interview_coach.scoring.wordpiece import WordPiece
from training import corpus
from training.additions import Adder, additions
from training.calibrate import Limits, curves, limits_of, quotes
from training.drills import drills
from training.encoder import weights_folder
from training.lessons import HOW as HOW_OF
from training.measures import report
from training.speech import as_speech
from training.teach_vectors import Heard, asked, spelled, taught
from training.variants import Varier

ROWS = 1 << 14
FOLDS = 5
QUOTED_RIGHT = 0.7
"""So many of the quotes shown are to be what a reader underlined."""


class Told:
    """One answer of the corpus, or a variant of one, read once."""

    def __init__(self, answer: corpus.Answer, *, variant: bool = False, remarked: bool = False) -> None:
        text = answer.text
        self.answer, self.variant = answer, variant
        self.tells = remarked or not variant
        """Whether what a clause is can be learnt from it: of a variant, only if it has a remark of its own."""
        self.tokens: list[Token] = tokens_of(text)
        self.story: Story = read(text, plain_words(self.tokens))
        self.by_clause = li.shared_out(self.story.clauses, self.tokens)
        self.rows = [places(texts, ROWS) for texts in self.by_clause]
        self.points = [p for p in answer.question.checklist if p.id in answer.marks]
        self.fold = 0

    def shows(self, place: int, clauses: Sequence[Clause]) -> np.ndarray:
        """Return for each clause whether it holds a good part of the words underlined for point `place`."""
        found = np.zeros(len(clauses))
        found[self.holding(place, clauses)] = 1.0
        return found

    def holding(self, place: int, clauses: Sequence[Clause]) -> list[int]:
        """Return the places of the clauses that do."""
        spans = [(c.stretch.start, c.stretch.end) for c in clauses]
        return corpus.holding(spans, self.answer.text, self.answer.marks[self.points[place].id].evidence)


def train_grams(
    told: Sequence[Told], labelled: Sequence[corpus.Sentence], passes: int = 6
) -> tuple[np.ndarray, np.ndarray]:
    """Fit the n-gram model to labelled sentences, to underlined clauses and to the styles of answers."""
    torch.manual_seed(2)
    roles, shows = len(li.ROLES), len(li.SHOWS)
    bags: list[list[int]] = []
    kinds: list[int] = []
    aims: list[np.ndarray] = []
    for s in labelled:
        for text in dict.fromkeys((s.text, as_speech(s.text))):  # a set has another order in each run
            bags.append(places([t.text for t in tokens_of(text)], ROWS))
            kinds.append(0)
            aims.append(np.array([li.ROLES.index(s.label)] + [-1] * (shows - 1), np.float32))
    for t in told:
        aim = np.full((len(t.rows), shows), -1, np.float32)
        for n, p in enumerate(t.points):
            column = li.SHOWS.index(p.kind.value)
            aim[:, column] = np.maximum(aim[:, column], t.shows(n, t.story.clauses))
        for row, wanted in zip(t.rows, aim, strict=True):
            bags.append(row)
            kinds.append(1)
            aims.append(wanted)
        bags.append([r for row in t.rows for r in row])
        kinds.append(2)
        aims.append(np.array([HOW_OF.get(t.answer.style, 0)] + [-1] * (shows - 1), np.float32))
    keep = [n for n, b in enumerate(bags) if b]
    table = torch.zeros(ROWS, li.WIDTH, requires_grad=True)
    bias = torch.zeros(li.WIDTH, requires_grad=True)
    best = torch.optim.Adam([table, bias], lr=0.02)
    draw = np.random.default_rng(2)
    kind_of, aim_of = torch.tensor(kinds), torch.tensor(np.array(aims))
    for _ in range(passes):
        draw.shuffle(keep)
        for start in range(0, len(keep), 1024):
            some = keep[start : start + 1024]
            flat = torch.tensor([r for n in some for r in bags[n]])
            starts = torch.tensor(np.cumsum([0, *(len(bags[n]) for n in some[:-1])]))
            size = torch.tensor([float(len(bags[n])) for n in some])
            out = nf.embedding_bag(flat, table, starts, mode="sum") / size.sqrt()[:, None] + bias
            kind, aim = kind_of[some], aim_of[some]
            loss = 4e-5 * table.square().sum()
            if (kind == 0).any():
                loss = loss + nf.cross_entropy(out[kind == 0, :roles], aim[kind == 0, 0].long())
            if (kind == 1).any():
                logits, want = out[kind == 1, roles : roles + shows], aim[kind == 1]
                each = nf.binary_cross_entropy_with_logits(logits, want.clamp(min=0), reduction="none")
                loss = loss + (each * (want >= 0)).sum() / (want >= 0).sum() * 2
            if (kind == 2).any():
                loss = loss + nf.cross_entropy(out[kind == 2, roles + shows :], aim[kind == 2, 0].long())
            best.zero_grad()
            loss.backward()
            best.step()
    return table.detach().numpy(), bias.detach().numpy()


def bytes_of(table: np.ndarray) -> tuple[np.ndarray, float]:
    """Return the weights as bytes, and what one step of them is worth."""
    scale = float(np.abs(table).max()) / 127
    return np.round(table / scale).astype(np.int8), scale


def gram_model(table: np.ndarray, bias: np.ndarray) -> GramModel:
    """Return the model with its weights brought to bytes, as it ships."""
    small, scale = bytes_of(table)
    return GramModel(
        memoryview(small.tobytes()).cast("b"), scale, [round(float(b), 4) for b in bias], len(table)
    )


Dress = Callable[[Told, Point], Point]
"""Gives a point of an answer the examples that the model is shown."""


def dresses(given: corpus.Examples) -> dict[str, tuple[Dress, float]]:
    """Return the ways in which points are shown, each with its weight in the fit.

    In users' banks the examples are by nobody who knows the answers, are few, or are not there.
    """

    def others(t: Told, point: Point) -> Point:
        counts, does_not = given.get((t.answer.asked_by, t.answer.question.id, point.id), (None, None))
        if counts is None or does_not is None:
            return point
        return replace(point, counts=counts, does_not_count=does_not)

    def bare(t: Told, point: Point) -> Point:
        return replace(point, counts=(), does_not_count=())

    return {"others": (others, 1.0), "own": (lambda _, point: point, 0.3), "bare": (bare, 0.3)}


Shares = list[list[float]]
"""For each point, how well each clause of the answer shows it."""


class Rows:
    """The features of all points of some answers, as one pair of models hears them."""

    def __init__(self, told: Sequence[Told], listener: li.Listener, dress: Dress) -> None:
        self.told = list(told)
        self.heard = [listener.hear(t.story, t.tokens) for t in told]
        self.wanted = [[listener.wanted(dress(t, p)) for p in t.points] for t in told]
        self.asked = [listener.asked(t.answer.question.ask) for t in told]
        self.clauses = [
            [[ft.clause_features(c, w) for c in h.clauses] for w in ws]
            for h, ws in zip(self.heard, self.wanted, strict=True)
        ]

    def shown(self, relevance: "Relevance") -> list[Shares]:
        """Return for each answer how well each clause shows each point."""
        return [
            [relevance.of(p.kind, rows) for p, rows in zip(t.points, self.clauses[n], strict=True)]
            for n, t in enumerate(self.told)
        ]

    def points(self, shown: Sequence[Shares]) -> list[list[list[float]]]:
        """Return the features of each point of each answer."""
        return [
            ft.point_features(
                t.answer.question, self.heard[n], self.asked[n], self.wanted[n], self.clauses[n], shown[n]
            )
            for n, t in enumerate(self.told)
        ]


class Relevance:
    """For each kind of point, a linear model of whether a clause shows it."""

    def __init__(self, rows: Rows) -> None:
        self.weights: dict[PointKind, list[float]] = {}
        for kind in PointKind:
            x, y = [], []
            for n, t in enumerate(rows.told):
                for m, p in enumerate(t.points):
                    if p.kind is kind:
                        x += rows.clauses[n][m]
                        y += list(t.shows(m, rows.heard[n].story.clauses))
            a, b = np.array(x), np.array(y)
            if not len(a) or b.sum() < 10:
                self.weights[kind] = [0.0] * (len(ft.CLAUSE_NAMES) + 1)
                continue
            mean, spread = a.mean(0), a.std(0) + 1e-6
            fit = LogisticRegression(C=0.3, max_iter=400).fit((a - mean) / spread, b)
            w = fit.coef_[0] / spread
            self.weights[kind] = [float(v) for v in [*w, fit.intercept_[0] - w @ mean]]

    def of(self, kind: PointKind, rows: Sequence[Sequence[float]]) -> list[float]:
        w = self.weights[kind]
        return [sigmoid(sum(a * b for a, b in zip(row, w, strict=False)) + w[-1]) for row in rows]


def fit_trees(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> HistGradientBoostingClassifier:
    """Return sums of trees for a yes-or-no question."""
    return HistGradientBoostingClassifier(
        max_iter=140, learning_rate=0.06, max_leaf_nodes=12, min_samples_leaf=25, l2_regularization=5.0,
        max_features=0.3, random_state=3, early_stopping=False,
    ).fit(x, y, sample_weight=weight)  # fmt: skip


def exported(model: HistGradientBoostingClassifier) -> Trees:
    """Return the trees as the product walks them."""
    trees: list[list[Node]] = []
    for (predictor,) in model._predictors:
        nodes: list[Node] = []
        for node in predictor.nodes:
            if node["is_leaf"]:
                nodes.append((-1, float(node["value"]), 0, 0))
            else:
                nodes.append(
                    (
                        int(node["feature_idx"]),
                        float(node["num_threshold"]),
                        int(node["left"]),
                        int(node["right"]),
                    )
                )
        trees.append(nodes)
    return Trees(float(model._baseline_prediction[0, 0]), trees)


class Fitted:
    """The first two steps as fitted to some answers: how they are heard, and which clause shows a point."""

    def __init__(
        self, told: Sequence[Told], labelled: Sequence[corpus.Sentence], base: "Base", dress: Dress
    ) -> None:
        heard = [
            Heard(
                [spelled(base.words, texts) for texts in t.by_clause],
                [
                    asked(base.words, dress(t, p), t.answer.marks[p.id].level, t.holding(n, t.story.clauses))
                    for n, p in enumerate(t.points)
                ],
            )
            for t in [*told, *base.drills]
        ]
        original = [t for t in told if t.tells]
        self.vectors = quantised_vectors(taught(base.table, heard))
        self.grams = train_grams(original, labelled)
        vectors = PieceVectors(
            base.words, memoryview(self.vectors.tobytes()).cast("b"), self.vectors.shape[1]
        )
        self.listener = li.Listener(gram_model(*self.grams), vectors)
        self.relevance = Relevance(Rows(original, self.listener, dress))

    def features(self, told: Sequence[Told], dress: Dress) -> "Features":
        """Return the features of all points of all answers, one after another."""
        rows = Rows(told, self.listener, dress)
        shown = rows.shown(self.relevance)
        return Features(
            np.array([row for of in rows.points(shown) for row in of], np.float32),
            [
                spread(shares, heard.story.clauses, t.story.clauses)
                for t, heard, of in zip(told, rows.heard, shown, strict=True)
                for shares in of
            ],
        )


def spread(shares: Sequence[float], heard: Sequence[Clause], told: Sequence[Clause]) -> list[float]:
    """Return the shares of the clauses heard as those of all that were told; talk is not heard, and shows nothing."""
    by_start = {clause.stretch.start: share for clause, share in zip(heard, shares, strict=True)}
    return [by_start.get(clause.stretch.start, 0.0) for clause in told]


class Features(NamedTuple):
    """The points of some answers, one after another."""

    x: np.ndarray
    """(points, features)"""
    shares: Shares


class Base(NamedTuple):
    """What all folds start from: the vocabulary as it ships, the vectors before they are taught, the drills."""

    words: WordPiece
    table: np.ndarray
    drills: list[Told]


class Shown(NamedTuple):
    """The points of some answers in one dress, one row each."""

    told: list[Told]
    x: np.ndarray
    shares: Shares
    dress_weight: float

    @property
    def y(self) -> np.ndarray:
        """The level that the reader gave."""
        return np.array([t.answer.marks[p.id].level for t in self.told for p in t.points])

    @property
    def shown(self) -> np.ndarray:
        """How far each point is shown."""
        levels = [corpus.shown_level(p.kind, t.answer.marks[p.id].level) for t in self.told for p in t.points]
        return np.array(levels)

    @property
    def absent(self) -> np.ndarray:
        return np.array([p.kind is PointKind.ABSENCE for t in self.told for p in t.points])

    @property
    def circle(self) -> np.ndarray:
        """The fold of each row."""
        return np.array([t.fold for t in self.told for _ in t.points])

    @property
    def weight(self) -> np.ndarray:
        return np.array(
            [self.dress_weight * (VARIANTS if t.variant else 1.0) for t in self.told for _ in t.points]
        )


ASTRAY = 2
"""To one in so many answers' questions another answer is given, which in half the cases will do."""

REMARKED = 2
"""To one in so many answers a remark is added, if there are any for its question."""

VARIANTS = 0.5
"""What a variant weighs beside the answer it was made from."""


class Work(NamedTuple):
    """What each fold is made of."""

    told: list[Told]
    labelled: list[corpus.Sentence]
    base: Base
    shown: dict[str, tuple[Dress, float]]


_works: list[Work] = []
"""In a process of the pool: the one thing it works on, which came with the fork and not by pickling."""


def _fold(fold: int) -> dict[str, Features]:
    told, labelled, base, shown = _works[0]
    fitted = Fitted([t for t in told if t.fold != fold], labelled, base, shown["others"][0])
    return {name: fitted.features(_left(told, fold, name), dress) for name, (dress, _) in shown.items()}


def _left(told: Sequence[Told], fold: int, dress: str) -> list[Told]:
    """Return the answers of a fold; its variants in one dress only, which is enough for what they teach."""
    return [t for t in told if t.fold == fold and (dress == "others" or not t.variant)]


def stacked(work: Work) -> dict[str, Shown]:
    """Return point features by dress, made for each fold by models that saw neither its hands nor its questions."""
    folds = sorted({t.fold for t in work.told})
    with ProcessPoolExecutor(os.cpu_count(), get_context("fork"), _works.append, (work,)) as pool:
        rows = list(pool.map(_fold, folds))
    return {
        name: Shown(
            [t for fold in folds for t in _left(work.told, fold, name)],
            np.concatenate([of[name].x for of in rows]),
            [shares for of in rows for shares in of[name].shares],
            weight,
        )
        for name, (_, weight) in work.shown.items()
    }


def probabilities(models: Sequence[HistGradientBoostingClassifier], x: np.ndarray) -> np.ndarray:
    """Return (points, 3): not shown, shown half, shown."""
    some, full = models[0].predict_proba(x)[:, 1], models[1].predict_proba(x)[:, 1]
    full = np.minimum(some, full)
    return np.stack([1 - some, some - full, full], 1)


def shipped_pieces(vocabulary: Sequence[str]) -> list[int]:
    """Return the numbers of the pieces that ship: those that English words and numbers can be spelled with."""
    plain = re.compile(r"(##)?[a-z0-9]+|[!-/:-@\[-`{-~]|\[(PAD|UNK|CLS|SEP|unused\d\d?)\]")
    return [n for n, piece in enumerate(vocabulary) if plain.fullmatch(piece)]


def quantised_vectors(table: np.ndarray) -> np.ndarray:
    """Return the vectors as bytes; a few that are longer than nearly all are cut."""
    most = np.quantile(np.abs(table), 0.9999)
    return np.round(table / most * 127).clip(-127, 127).astype(np.int8)


def as_json(trees: Trees) -> dict[str, object]:
    return {
        "base": round(trees.base, 4),
        "trees": [[[n[0], float(f"{n[1]:.4g}"), n[2], n[3]] for n in nodes] for nodes in trees.trees],
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=weights_folder())
    parser.add_argument("--out", type=Path)
    parser.add_argument(
        "--odds", type=Path, help="where to keep what unseen hands were given, for training.blend"
    )
    args = parser.parse_args()
    torch.set_num_threads(1)
    every = (args.weights / "vocab.txt").read_text("utf-8").split("\n")[:-1]
    numbers = shipped_pieces(every)
    pieces = [every[n] for n in numbers]
    small = [Told(answer) for group in drills(corpus.triples()) for answer in group]
    base = Base(WordPiece(pieces), np.load(args.vectors)[numbers], small)
    told, labelled = told_of([a for a in corpus.answers() if a.marks and not a.for_testing])
    print(len(told), "answers and variants,", len(labelled), "sentences", flush=True)
    shown = dresses(corpus.examples())
    seen = stacked(Work(told, labelled, base, shown))
    unseen = unseen_odds(seen)
    others = seen["others"]
    original = np.array([not t.variant for t in others.told for _ in t.points])
    told_as_given = unseen["others"][original], others.y[original], others.absent[original]
    limits = limits_of(*told_as_given)
    for name, of in seen.items():
        print("unseen hands and questions, examples:", name, report_rows(of, unseen[name], limits))
    kept = by_text(others, unseen["others"])
    given = [t.answer for t in others.told if not t.variant]
    quoting = quotes(given, [kept[answer.text]["shares"] for answer in given])
    print(quoting.report(QUOTED_RIGHT))
    if args.odds:
        args.odds.write_text(json.dumps(kept), "utf-8")
    models = fit_both(list(seen.values()))
    if args.out:
        fitted = Fitted(told, labelled, base, shown["others"][0])
        calibration = {
            "quote_from": quoting.shown_from(QUOTED_RIGHT),
            **curves(*told_as_given),
        }
        write(args.out, pieces, fitted, models, calibration)


def told_of(answers: Sequence[corpus.Answer]) -> tuple[list[Told], list[corpus.Sentence]]:
    """Return the answers with their variants, in folds, and the labelled sentences."""
    labelled, lines = corpus.sentences(), additions()
    circle = corpus.circles(list(answers))
    size = Counter(circle[a.hand] for a in answers)
    folds, load = {}, [0] * FOLDS
    for number, count in sorted(size.items(), key=lambda item: (-item[1], item[0])):
        folds[number] = load.index(min(load))
        load[folds[number]] += count
    by_fold: dict[int, list[corpus.Answer]] = {}
    for answer in answers:
        by_fold.setdefault(folds[circle[answer.hand]], []).append(answer)
    told: list[Told] = []
    for answer in corpus.crossings(answers):
        fold = folds[circle[answer.hand]]
        if fold == folds[circle[answer.asked_by]]:  # else answer or question would be seen in another fold
            told.append(Told(answer, variant=True))
            told[-1].fold = fold
    for fold, of in by_fold.items():
        varier, adder = Varier(of, labelled, 11 + fold), Adder(lines, random.Random(23 + fold))
        for number, answer in enumerate(of):
            made = [varier.cut(answer), varier.filled(answer), adder.corrected(answer)]
            if number % ASTRAY == 0:
                made.append(varier.astray(answer, of))
            some = [Told(answer), *(Told(v, variant=True) for v in made if v and v.marks)]
            if number % REMARKED == 0 and (remarked := adder.remarked(answer)):
                some.append(Told(remarked, variant=True, remarked=True))
            for t in some:
                t.fold = fold
            told += some
    return told, labelled


def fit_both(seen: Sequence[Shown], but: int | None = None) -> list[HistGradientBoostingClassifier]:
    """Return the trees for "shown at all" and for "shown", fitted to all dresses, one fold left out."""
    some = [of.circle != but for of in seen]
    rows = np.concatenate([of.x[s] for of, s in zip(seen, some, strict=True)])
    level = np.concatenate([of.shown[s] for of, s in zip(seen, some, strict=True)])
    weight = np.concatenate([of.weight[s] for of, s in zip(seen, some, strict=True)])
    return [fit_trees(rows, level >= least, weight) for least in (1, 2)]


def unseen_odds(seen: Mapping[str, Shown]) -> dict[str, np.ndarray]:
    """Return what trees fitted to the other folds say of each fold, by dress."""
    found = {name: np.zeros((len(of.x), 3)) for name, of in seen.items()}
    for fold in sorted(set(seen["others"].circle)):
        fitted = fit_both(list(seen.values()), fold)
        for name, of in seen.items():
            left = of.circle == fold
            if left.any():
                said = probabilities(fitted, of.x[left])
                found[name][left] = np.where(of.absent[left, None], said[:, ::-1], said)
    return found


def by_text(of: Shown, odds: np.ndarray) -> dict[str, dict[str, list[list[float]]]]:
    """Return what was made of the points of each answer, as it was given, by its text: odds, and shares of clauses."""
    place, found = 0, {}
    for t in of.told:
        some = slice(place, place + len(t.points))
        if not t.variant:
            shares = [[round(share, 5) for share in shares] for shares in of.shares[some]]
            found[t.answer.text] = {"odds": odds[some].round(5).tolist(), "shares": shares}
        place = some.stop
    return found


def report_rows(of: Shown, odds: np.ndarray, limits: Limits) -> dict[str, object]:
    """Return the figures of the answers as they were given; their points follow one another in `odds`."""
    place, answers, rows = 0, [], []
    for t in of.told:
        if not t.variant:
            answers.append(t.answer)
            rows.append(odds[place : place + len(t.points)])
        place += len(t.points)
    return report(answers, rows, limits)


def write(
    out: Path, pieces: list[str], fitted: Fitted, models: Sequence[HistGradientBoostingClassifier],
    calibration: dict[str, object],
) -> None:  # fmt: skip
    """Write the files that the product reads: pieces.txt, core.bin, core.json."""
    out.mkdir(parents=True, exist_ok=True)
    table, bias = fitted.grams
    small, scale = bytes_of(table)
    vectors = fitted.vectors
    (out / "pieces.txt").write_text("\n".join(pieces) + "\n", "utf-8")
    (out / "core.bin").write_bytes(small.tobytes() + vectors.tobytes())
    kept = {
        "gram_rows": ROWS,
        "gram_scale": float(f"{scale:.6g}"),
        "gram_bias": [round(float(b), 4) for b in bias],
        "vector_size": vectors.shape[1],
        "relevance": {k.value: [float(f"{v:.5g}") for v in w] for k, w in fitted.relevance.weights.items()},
        "some": as_json(exported(models[0])),
        "full": as_json(exported(models[1])),
        "calibration": calibration,
    }
    (out / "core.json").write_text(json.dumps(kept, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
