"""Train the core model: python -m training.train_core --vectors FILE --vocabulary FILE --out FILE [--check].

Three steps, each fitted to what the one before says of hands it has not seen: what a clause is (word n-grams),
which clause shows a point (a linear model), whether the answer makes the point (sums of trees).
"""

import argparse
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

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
from training.encoder import weights_folder
from training.lessons import HOW as HOW_OF
from training.speech import as_speech
from training.measures import curves, report, thresholds

ROWS = 1 << 14
FOLDS = 5


class Told:
    """One answer of the corpus, read once."""

    def __init__(self, answer: corpus.Answer, text: str) -> None:
        self.answer, self.text = answer, text
        self.tokens: list[Token] = tokens_of(text)
        self.story: Story = read(text, plain_words(self.tokens))
        self.by_clause = li.shared_out(self.story.clauses, self.tokens)
        self.rows = [places(texts, ROWS) for texts in self.by_clause]
        self.points = [p for p in answer.question.checklist if p.id in answer.marks]
        self.spans = [_span(text, answer.marks[p.id].evidence) for p in self.points]

    def shows(self, place: int, clauses: Sequence[Clause]) -> np.ndarray:
        """Return for each clause whether it holds a good part of the words underlined for point `place`."""
        start, end = self.spans[place]
        found = np.zeros(len(clauses))
        for n, clause in enumerate(clauses):
            shared = min(end, clause.stretch.end) - max(start, clause.stretch.start)
            found[n] = shared > 0 and shared >= 0.4 * min(
                end - start, clause.stretch.end - clause.stretch.start
            )
        return found


def _span(text: str, evidence: str) -> tuple[int, int]:
    start = text.lower().find(evidence.lower()) if evidence else -1
    return (start, start + len(evidence)) if start >= 0 else (0, 0)


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
        bags.append(list(dict.fromkeys(r for row in t.rows for r in row)))
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

    def points(self, relevance: "Relevance") -> list[list[list[float]]]:
        """Return the features of each point of each answer."""
        return [
            ft.point_features(
                t.answer.question, self.heard[n], self.asked[n], self.wanted[n], self.clauses[n],
                [relevance.of(p.kind, rows) for p, rows in zip(t.points, self.clauses[n], strict=True)],
            )
            for n, t in enumerate(self.told)
        ]  # fmt: skip


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


def stacked(
    told: Sequence[Told],
    labelled: Sequence[corpus.Sentence],
    vectors: PieceVectors,
    hands: Sequence[str],
    shown: dict[str, tuple[Dress, float]],
) -> tuple[dict[str, list[list[list[float]]]], list[Told]]:
    """Return point features by dress, made for each fold of hands by models that did not see it."""
    found: dict[str, list[list[list[float]]]] = {name: [] for name in shown}
    of: list[Told] = []
    for fold in range(min(FOLDS, len(hands))):
        out = {h for n, h in enumerate(hands) if n % FOLDS == fold}
        seen = [t for t in told if t.answer.hand not in out]
        left = [t for t in told if t.answer.hand in out]
        grams = gram_model(*train_grams(seen, [s for s in labelled if s.hand not in out]))
        listener = li.Listener(grams, vectors)
        relevance = Relevance(Rows(seen, listener, shown["others"][0]))
        for name, (dress, _) in shown.items():
            found[name] += Rows(left, listener, dress).points(relevance)
        of += left
    return found, of


def probabilities(models: Sequence[HistGradientBoostingClassifier], x: np.ndarray) -> np.ndarray:
    """Return (points, 3): missed, unclear, found."""
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
    parser.add_argument("--hold", nargs="*", default=[], help="hands to leave out and measure on")
    args = parser.parse_args()
    torch.set_num_threads(1)
    every = (args.weights / "vocab.txt").read_text("utf-8").split("\n")[:-1]
    numbers = shipped_pieces(every)
    pieces = [every[n] for n in numbers]
    small = quantised_vectors(np.load(args.vectors)[numbers])
    vectors = PieceVectors(WordPiece(pieces), memoryview(small.tobytes()).cast("b"), small.shape[1])
    told = [Told(a, a.text) for a in corpus.answers() if a.marks and not a.for_testing]
    train = [t for t in told if t.answer.hand not in args.hold]
    held = [t for t in told if t.answer.hand in args.hold]
    labelled = [s for s in corpus.sentences() if s.hand not in args.hold]
    hands = sorted({t.answer.hand for t in train})
    print(len(train), "answers,", len(labelled), "sentences", flush=True)
    shown = dresses(corpus.examples())
    found, of = stacked(train, labelled, vectors, hands, shown)
    x = {name: np.array([row for rows in by for row in rows]) for name, by in found.items()}
    y = np.array([t.answer.marks[p.id].level for t in of for p in t.points])
    weights = {name: weight for name, (_, weight) in shown.items()}
    models = fit_both(x, y, weights, np.ones(len(y), bool))
    table, bias = train_grams(train, labelled)
    listener = li.Listener(gram_model(table, bias), vectors)
    relevance = Relevance(Rows(train, listener, shown["others"][0]))
    by_hand = np.array([t.answer.hand for t in of for _ in t.points])
    unseen = unseen_odds(x, y, weights, by_hand)
    limits = thresholds(unseen["others"], y)
    for name, odds in unseen.items():
        print("unseen hands in turn, examples:", name, report_rows(of, odds, limits))
    for name, (dress, _) in shown.items() if held else ():
        rows = Rows(held, listener, dress).points(relevance)
        odds = [probabilities(models, np.array(r)) for r in rows]
        print("held out, examples:", name, report([t.answer for t in held], odds, *limits))
    if args.out:
        write(args.out, pieces, small, table, bias, relevance, models, curves(unseen["others"], y))


Features = Mapping[str, np.ndarray]


def fit_both(
    x: Features, y: np.ndarray, weights: Mapping[str, float], some: np.ndarray
) -> list[HistGradientBoostingClassifier]:
    """Return the trees for "made at all" and for "found", fitted to the rows `some` in all dresses."""
    rows = np.concatenate([x[name][some] for name in x])
    level = np.tile(y[some], len(x))
    weight = np.concatenate([np.full(int(some.sum()), weights[name]) for name in x])
    return [fit_trees(rows, level >= least, weight) for least in (1, 2)]


def unseen_odds(
    x: Features, y: np.ndarray, weights: Mapping[str, float], by_hand: np.ndarray
) -> dict[str, np.ndarray]:
    """Return what trees fitted to the other hands say of each hand, by dress."""
    found = {name: np.zeros((len(y), 3)) for name in x}
    hands = sorted(set(by_hand))
    for fold in range(min(FOLDS, len(hands))):
        left = np.isin(by_hand, [h for n, h in enumerate(hands) if n % FOLDS == fold])
        fitted = fit_both(x, y, weights, ~left)
        for name in x:
            found[name][left] = probabilities(fitted, x[name][left])
    return found


def report_rows(of: Sequence[Told], odds: np.ndarray, limits: tuple[float, float]) -> dict[str, object]:
    """Return the figures of all answers, whose points follow one another in `odds`."""
    place, rows = 0, []
    for t in of:
        rows.append(odds[place : place + len(t.points)])
        place += len(t.points)
    return report([t.answer for t in of], rows, *limits)


def write(
    out: Path, pieces: list[str], vectors: np.ndarray, table: np.ndarray, bias: np.ndarray,
    relevance: Relevance, models: Sequence[HistGradientBoostingClassifier], calibration: dict[str, object],
) -> None:  # fmt: skip
    """Write the files that the product reads: pieces.txt, core.bin, core.json."""
    out.mkdir(parents=True, exist_ok=True)
    small, scale = bytes_of(table)
    (out / "pieces.txt").write_text("\n".join(pieces) + "\n", "utf-8")
    (out / "core.bin").write_bytes(small.tobytes() + vectors.tobytes())
    kept = {
        "gram_rows": ROWS,
        "gram_scale": float(f"{scale:.6g}"),
        "gram_bias": [round(float(b), 4) for b in bias],
        "vector_size": vectors.shape[1],
        "relevance": {k.value: [float(f"{v:.5g}") for v in w] for k, w in relevance.weights.items()},
        "some": as_json(exported(models[0])),
        "full": as_json(exported(models[1])),
        "calibration": calibration,
    }
    (out / "core.json").write_text(json.dumps(kept, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
