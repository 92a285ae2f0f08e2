"""Train the core model: python -m training.train_core --vectors FILE --vocabulary FILE --out FILE [--check].

Three steps, each fitted to what the one before says of hands it has not seen: what a clause is (word n-grams),
which clause shows a point (a linear model), whether the answer makes the point (sums of trees).
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from torch.nn import functional as nf

from interview_coach.banks.question import PointKind
from interview_coach.scoring import features as ft
from interview_coach.scoring.grams import GramModel, places
from interview_coach.scoring.story import Story, read
from interview_coach.scoring.tokens import Token, tokens_of
from interview_coach.scoring.trees import Node, Trees
from interview_coach.scoring.vectors import PieceVectors
from interview_coach.scoring.wordpiece import WordPiece
from training import corpus
from training.lessons import HOW as HOW_OF
from training.lessons import as_speech
from training.measures import report

ROWS = 1 << 14
FOLDS = 5


class Told:
    """One answer of the corpus, read once."""

    def __init__(self, answer: corpus.Answer, text: str) -> None:
        self.answer, self.text = answer, text
        self.story: Story = read(text)
        self.tokens: list[Token] = tokens_of(text)
        self.by_clause = ft._shared_out(self.story.clauses, self.tokens)
        self.rows = [places(texts, ROWS) for texts in self.by_clause]
        self.points = [p for p in answer.question.checklist if p.id in answer.marks]
        self.spans = [_span(text, answer.marks[p.id].evidence) for p in self.points]

    def shows(self, place: int) -> np.ndarray:
        """Return for each clause whether it holds a good part of the words underlined for point `place`."""
        start, end = self.spans[place]
        found = np.zeros(len(self.story.clauses))
        for n, clause in enumerate(self.story.clauses):
            shared = min(end, clause.stretch.end) - max(start, clause.stretch.start)
            found[n] = shared > 0 and shared >= 0.4 * min(end - start, clause.stretch.end - clause.stretch.start)
        return found


def _span(text: str, evidence: str) -> tuple[int, int]:
    start = text.lower().find(evidence.lower()) if evidence else -1
    return (start, start + len(evidence)) if start >= 0 else (0, 0)


def train_grams(told: Sequence[Told], labelled: Sequence[corpus.Sentence], passes: int = 6) -> GramModel:
    """Fit the n-gram model to labelled sentences, to underlined clauses and to the styles of answers."""
    torch.manual_seed(2)
    roles, shows = len(ft.ROLES), len(ft.SHOWS)
    bags: list[list[int]] = []
    kinds: list[int] = []
    aims: list[np.ndarray] = []
    for s in labelled:
        for text in {s.text, as_speech(s.text)}:
            bags.append(places([t.text for t in tokens_of(text)], ROWS))
            kinds.append(0)
            aims.append(np.array([ft.ROLES.index(s.label)] + [-1] * (shows - 1), np.float32))
    for t in told:
        aim = np.full((len(t.rows), shows), -1, np.float32)
        for n, p in enumerate(t.points):
            column = ft.SHOWS.index(p.kind.value)
            aim[:, column] = np.maximum(aim[:, column], t.shows(n))
        for row, wanted in zip(t.rows, aim, strict=True):
            bags.append(row)
            kinds.append(1)
            aims.append(wanted)
        bags.append(list(dict.fromkeys(r for row in t.rows for r in row)))
        kinds.append(2)
        aims.append(np.array([HOW_OF.get(t.answer.style, 0)] + [-1] * (shows - 1), np.float32))
    keep = [n for n, b in enumerate(bags) if b]
    table = torch.zeros(ROWS, ft.WIDTH, requires_grad=True)
    bias = torch.zeros(ft.WIDTH, requires_grad=True)
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
    return gram_model(table.detach().numpy(), bias.detach().numpy())


def gram_model(table: np.ndarray, bias: np.ndarray) -> GramModel:
    """Return the model with its weights brought to bytes."""
    scale = float(np.abs(table).max()) / 127
    small = np.round(table / scale).astype(np.int8)
    return GramModel(memoryview(small.tobytes()).cast("b"), scale, [round(float(b), 4) for b in bias], len(table))


class Rows:
    """The features of all points of some answers, as one pair of models hears them."""

    def __init__(self, told: Sequence[Told], listener: ft.Listener) -> None:
        self.told = list(told)
        self.heard = [listener.hear(t.story, t.tokens) for t in told]
        self.wanted = [[listener.wanted(p) for p in t.points] for t in told]
        self.asked = [listener.asked(t.answer.question) for t in told]
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
                        y += list(t.shows(m))
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
        return [ft.sigmoid(sum(a * b for a, b in zip(row, w, strict=False)) + w[-1]) for row in rows]


def fit_trees(x: np.ndarray, y: np.ndarray) -> HistGradientBoostingClassifier:
    """Return sums of trees for a yes-or-no question."""
    return HistGradientBoostingClassifier(
        max_iter=140, learning_rate=0.06, max_leaf_nodes=12, min_samples_leaf=25, l2_regularization=5.0,
        max_features=0.3, random_state=3, early_stopping=False,
    ).fit(x, y)  # fmt: skip


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
                    (int(node["feature_idx"]), float(node["num_threshold"]), int(node["left"]), int(node["right"]))
                )
        trees.append(nodes)
    return Trees(float(model._baseline_prediction[0, 0]), trees)


def stacked(told: Sequence[Told], labelled: Sequence[corpus.Sentence], vectors: PieceVectors,
            hands: Sequence[str]) -> tuple[list[list[list[float]]], list[Told]]:
    """Return point features made for each fold of hands by models that did not see it."""
    found: list[list[list[float]]] = []
    of: list[Told] = []
    for fold in range(min(FOLDS, len(hands))):
        out = {h for n, h in enumerate(hands) if n % FOLDS == fold}
        seen = [t for t in told if t.answer.hand not in out]
        left = [t for t in told if t.answer.hand in out]
        listener = ft.Listener(train_grams(seen, [s for s in labelled if s.hand not in out]), vectors)
        relevance = Relevance(Rows(seen, listener))
        found += Rows(left, listener).points(relevance)
        of += left
    return found, of


def probabilities(models: Sequence[HistGradientBoostingClassifier], x: np.ndarray) -> np.ndarray:
    some, full = models[0].predict_proba(x)[:, 1], models[1].predict_proba(x)[:, 1]
    full = np.minimum(some, full)
    return np.stack([1 - some, some - full, full], 1)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--hold", nargs="*", default=[])
    args = parser.parse_args()
    torch.set_num_threads(1)
    words = WordPiece(args.vocabulary.read_text("utf-8").split("\n")[:-1])
    table = np.load(args.vectors)
    scale = np.abs(table).max(1, keepdims=True).clip(1e-9)
    small = np.round(table / np.quantile(np.abs(table), 0.9999) * 127).clip(-127, 127).astype(np.int8)
    vectors = PieceVectors(words, memoryview(small.tobytes()).cast("b"), small.shape[1])
    told = [Told(a, a.text) for a in corpus.answers() if a.marks]
    labelled = corpus.sentences()
    hands = sorted({t.answer.hand for t in told})
    rest = [h for h in hands if h not in args.hold]
    train = [t for t in told if t.answer.hand not in args.hold]
    held = [t for t in told if t.answer.hand in args.hold]
    print(len(train), len(held), flush=True)
    found, of = stacked(train, labelled, vectors, rest)
    x = np.array([row for rows in found for row in rows])
    y = np.array([t.answer.marks[p.id].level for t in of for p in t.points])
    np.savez("/tmp/t/core.npz", x=x, y=y)
    models = [fit_trees(x, y >= 1), fit_trees(x, y >= 2)]
    listener = ft.Listener(train_grams(train, [s for s in labelled if s.hand not in args.hold]), vectors)
    relevance = Relevance(Rows(train, listener))
    rows = Rows(held, listener).points(relevance)
    said = [probabilities(models, np.array(r)) for r in rows]
    print(report([t.answer for t in held], said))


if __name__ == "__main__":
    main()
