"""The encoder at work: reads each point, with its examples, against the whole answer. Needs numpy, no more.

The answer is read once; each point is read beside it and attends, at every layer, to its own pieces and to
the answer's. Weights are 8-bit numbers with one scale a row (`training/encoder.py` is the same in torch).
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]

_HEADS: Final = 12
_TINY: Final = np.float32(1e-12)
_ROOT: Final = np.float32(np.sqrt(2.0 / np.pi))


class Read(NamedTuple):
    """What the encoder makes of one answer: logits, not yet probabilities."""

    verdicts: Floats
    """(points, 3): missed, unclear, found."""
    evidence: Floats
    """(points, pieces of all windows, one after the other): how much each piece shows the point."""
    how: Floats
    """(12,): how the answer is told."""


class _Dense(NamedTuple):
    weight: Floats
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        return x @ self.weight + self.bias


class _Norm(NamedTuple):
    weight: Floats
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        x = x - x.mean(-1, keepdims=True)
        x *= self.weight / np.sqrt(np.einsum("...d,...d->...", x, x)[..., None] / x.shape[-1] + _TINY)
        x += self.bias
        return x


class _Layer:
    """One layer: attention, then two dense steps, each added to what came in."""

    def __init__(self, kept: Mapping[str, Any], name: str) -> None:
        query, key, value = (_dense(kept, f"{name}.{part}") for part in ("query", "key", "value"))
        # One product instead of three; the scale of the attention goes into the query.
        scale = np.float32((query.weight.shape[1] // _HEADS) ** -0.5)
        self._all = _Dense(
            np.concatenate([query.weight * scale, key.weight, value.weight], 1),
            np.concatenate([query.bias * scale, key.bias, value.bias]),
        )
        self._out, self._up, self._down = (_dense(kept, f"{name}.{part}") for part in ("out", "up", "down"))
        self._norm1, self._norm2 = (_norm(kept, f"{name}.{part}") for part in ("norm1", "norm2"))

    def story(self, windows: list[Floats]) -> tuple[list[Floats], Floats, Floats]:
        """Return the windows one layer on, with the keys and values of all of them: (heads, pieces, size)."""
        after, keys, values = [], [], []
        for x in windows:
            query, key, value = self._split(x)
            weights = np.exp(np.minimum(query @ key.transpose(0, 2, 1), 60.0))
            mixed = (weights @ value) / weights.sum(-1, keepdims=True)
            after.append(self._finish(x, mixed))
            keys.append(key)
            values.append(value)
        return after, np.concatenate(keys, 1), np.concatenate(values, 1)

    def points(self, x: Floats, there: Floats, key: Floats, value: Floats) -> Floats:
        """Return the points (points, pieces, size) one layer on; `there` is 0 for padding."""
        count, length, size = x.shape
        query, own_key, own_value = self._split(x.reshape(-1, size))
        to_story = np.exp(np.minimum(query @ key.transpose(0, 2, 1), 60.0))
        mixed = to_story @ value
        norm = to_story.sum(-1, keepdims=True)
        blocks = (_HEADS, count, length, -1)
        to_own = query.reshape(blocks) @ own_key.reshape(blocks).transpose(0, 1, 3, 2)
        to_own = np.exp(np.minimum(to_own, 60.0)) * there[None, :, None, :]
        mixed += (to_own @ own_value.reshape(blocks)).reshape(mixed.shape)
        norm += to_own.sum(-1).reshape(norm.shape)
        return self._finish(x.reshape(-1, size), mixed / norm).reshape(x.shape)

    def _split(self, x: Floats) -> tuple[Floats, Floats, Floats]:
        """Return query, key and value: (heads, pieces, size of a head)."""
        parts = self._all(x).reshape(len(x), 3, _HEADS, -1).transpose(1, 2, 0, 3)
        return parts[0], parts[1], parts[2]

    def _finish(self, x: Floats, mixed: Floats) -> Floats:
        x = self._norm1(x + self._out(mixed.transpose(1, 0, 2).reshape(x.shape)))
        return self._norm2(x + self._down(_gelu(self._up(x))))


class Encoder:
    """The network with its weights, read from a file of arrays."""

    def __init__(self, path: Path) -> None:
        """Read the weights; OSError or ValueError where the file is not what was shipped."""
        with np.load(path) as kept:
            arrays = {name: kept[name] for name in kept.files}
        self._words, self._scales = arrays["words.weight"], arrays["words.scale"]
        self._places, self._types = arrays["places.weight"], arrays["types.weight"]
        self._norm = _norm(arrays, "norm")
        count = 1 + max(int(name.split(".")[1]) for name in arrays if name.startswith("layers."))
        self._layers = [_Layer(arrays, f"layers.{number}") for number in range(count)]
        self._inner, self._verdict = _dense(arrays, "verdict.0"), _dense(arrays, "verdict.3")
        self._seek, self._offer = _dense(arrays, "seek"), _dense(arrays, "offer")
        self._how = _dense(arrays, "how")

    def read(self, windows: Sequence[Sequence[int]], points: Sequence[Sequence[int]]) -> Read:
        """Return what the points (at least one) find in the windows of an answer (at least one)."""
        length = max(map(len, points))
        padded = np.array([[*p, *[0] * (length - len(p))] for p in points])
        there = (np.arange(length) < np.array([len(p) for p in points])[:, None]).astype(np.float32)
        story = [self._embed(np.array(window), 0) for window in windows]
        x = self._embed(padded, 1)
        for layer in self._layers:
            story, key, value = layer.story(story)
            x = layer.points(x, there, key, value)
        head = x[:, 0]
        told = np.concatenate(story)
        evidence = self._seek(head) @ self._offer(told).T / np.float32(np.sqrt(head.shape[1]))
        weights = np.exp(evidence - evidence.max(1, keepdims=True))
        shown = (weights / weights.sum(1, keepdims=True)) @ told
        whole = np.mean([window[0] for window in story], 0)
        known = np.concatenate([head, shown, np.broadcast_to(whole, head.shape)], 1)
        return Read(self._verdict(np.tanh(self._inner(known))), evidence, self._how(whole))

    def _embed(self, pieces: npt.NDArray[Any], kind: int) -> Floats:
        known = self._words[pieces].astype(np.float32) * self._scales[pieces][..., None]
        return self._norm(known + self._places[: pieces.shape[-1]] + self._types[kind])


def _dense(kept: Mapping[str, Any], name: str) -> _Dense:
    weight = kept[f"{name}.weight"].astype(np.float32) * kept[f"{name}.scale"][:, None]
    return _Dense(np.ascontiguousarray(weight.T), kept[f"{name}.bias"])


def _norm(kept: Mapping[str, Any], name: str) -> _Norm:
    return _Norm(kept[f"{name}.weight"], kept[f"{name}.bias"])


def _gelu(x: Floats) -> Floats:
    """Return x times the share of a normal distribution below it, by the usual formula with tanh."""
    inner = x * x
    inner *= x
    inner *= np.float32(0.044715)
    inner += x
    inner *= _ROOT
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= np.float32(0.5)
    return inner
