"""The encoder at work: which clause of an answer shows which point, and what it earns. Needs numpy, no more.

The answer is read as a whole, so that each clause is known with what stands around it; the question, its
points and each of their examples are read alone, once. Then every clause is held against every point.
Weights are 8-bit numbers with one scale a row (`training/encoder.py` is the same in torch).
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from interview_coach.banks.question import PointKind
from interview_coach.scoring.listening import TOLD_OTHERWISE

Floats: TypeAlias = npt.NDArray[np.float32]

_HEADS: Final = 12
_SHARPNESS: Final = np.float32(12.0)
_TINY: Final = np.float32(1e-12)
_SCALE: Final = np.float32(4.0)
USUAL_FIT: Final = 0.4
"""About how near an answer comes to the content points of its question; for where there are none."""
_CONTENT: Final = list(PointKind).index(PointKind.CONTENT)
_ROOT: Final = np.float32(np.sqrt(2.0 / np.pi))


class Wanted(NamedTuple):
    """One point: the meanings (rows) of its text, of what counts and of what does not."""

    kind: int
    text: Floats
    counts: Floats
    """(examples, size); no rows where there are none."""
    does_not: Floats


class Heard(NamedTuple):
    """One answer as read."""

    start: Floats
    """(size,): what the answer means as a whole."""
    clauses: Floats
    """(clauses, size): what each means, with what stands around it."""
    near: Floats
    """(clauses, size): directions, to be held against those of points."""


class _Held(NamedTuple):
    """The clauses held against one point: how near (clauses,), and to what meanings (clauses, size)."""

    text: Floats
    like: Floats
    liked: Floats
    unlike: Floats
    unliked: Floats
    alike: Floats


class Read(NamedTuple):
    """What the encoder makes of one point in one answer."""

    some: float
    """Log odds that the point is made at all."""
    full: float
    """Log odds that it is found."""
    evidence: Floats
    """(clauses,): logits of which clause shows it."""


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

    def __call__(self, x: Floats, texts: Sequence[slice]) -> Floats:
        """Return the pieces (pieces, size) one layer on; each of the texts is some of the rows."""
        parts = self._all(x).reshape(len(x), 3, _HEADS, -1).transpose(1, 2, 0, 3)
        mixed = np.empty_like(parts[2])
        for text in texts:
            query, key, value = parts[:, :, text]
            weights = np.exp(np.minimum(query @ key.swapaxes(-1, -2), 60.0))
            mixed[:, text] = (weights @ value) / weights.sum(-1, keepdims=True)
        x = self._norm1(x + self._out(mixed.transpose(1, 0, 2).reshape(x.shape)))
        return self._norm2(x + self._down(_gelu(self._up(x))))


class Encoder:
    """The network with its weights, read from a file of arrays."""

    def __init__(self, path: Path) -> None:
        """Read the weights; OSError or ValueError where the file is not what was shipped."""
        try:
            with path.open("rb") as file, np.load(file) as kept:
                self._take({name: kept[name] for name in kept.files})
        except (BadZipFile, EOFError, KeyError) as error:
            raise ValueError(f"{path} does not hold the encoder's weights") from error

    def _take(self, arrays: Mapping[str, Any]) -> None:
        self._words, self._scales = arrays["words.weight"], arrays["words.scale"]
        self._places, self._types = arrays["places.weight"], arrays["types.weight"]
        self._norm = _norm(arrays, "norm")
        count = 1 + max(int(name.split(".")[1]) for name in arrays if name.startswith("layers."))
        self._layers = [_Layer(arrays, f"layers.{number}") for number in range(count)]
        self._near_clause, self._near_point = _dense(arrays, "near_clause"), _dense(arrays, "near_point")
        self._mix, self._low, self._earn = (_dense(arrays, name) for name in ("mix", "low", "earn"))
        self._how = _dense(arrays, "how")
        self._kinds, self._sharp, self._base = arrays["kinds.weight"], arrays["sharp"], arrays["base"]

    def meanings(self, texts: Sequence[Sequence[int]]) -> Floats:
        """Return what each text of a point (its pieces) means, alone: (texts, size)."""
        return np.stack([x.mean(0) for x in self._run(texts, 1)])

    def hear(self, windows: Sequence[Sequence[int]], places: Sequence[Sequence[int]]) -> Heard:
        """Return what the answer and each of its clauses (at least one) mean.

        `places` are, for each clause, those of its pieces in the windows, one window after the other.
        """
        # One at a time: what the windows of a very long answer take together would be hundreds of MB.
        read = [self._run([window], 0)[0] for window in windows]
        pieces = np.concatenate(read)
        clauses = np.stack([pieces[list(of)].mean(0) if of else pieces.mean(0) for of in places])
        start = np.average([x[0] for x in read], 0, [len(x) for x in read]).astype(np.float32)
        return Heard(start, clauses, _unit(self._near_clause(clauses)))

    def judge(self, heard: Heard, ask: Floats, points: Sequence[Wanted]) -> list[Read]:
        """Return what the answer makes of the points of a question; `ask` (size,) is what that means."""
        asked = heard.near @ _unit(self._near_point(ask))
        held = [self._held(heard, point) for point in points]
        best = [h.alike.max() for h, p in zip(held, points, strict=True) if p.kind == _CONTENT] or [USUAL_FIT]
        fits = np.array([asked.max(), asked.mean(), np.mean(best), max(best)], np.float32) * _SCALE
        how = self._how(np.concatenate([heard.start, heard.start * ask, fits]))
        how = np.exp(how - how.max())
        otherwise = how[list(TOLD_OTHERWISE)] / how.sum()
        read = []
        for point, of in zip(points, held, strict=True):
            parts = [heard.clauses * by for by in (1.0, point.text, of.liked, of.unliked, ask)]
            mixed = _gelu(self._mix(np.concatenate(parts, 1).astype(np.float32)))
            there = np.array([len(some) > 0 for some in (point.counts, point.does_not)]) * _SCALE
            same = np.concatenate([there, self._kinds[point.kind], otherwise])
            sims = np.stack([of.text, of.like, of.unlike], 1) * _SCALE
            known = [mixed, sims, _every(same, mixed), asked[:, None] * _SCALE, _every(fits, mixed)]
            earned = self._earn(_gelu(self._low(np.concatenate(known, 1))))
            read.append(self._read(earned, of.alike))
        return read

    def _held(self, heard: Heard, point: Wanted) -> _Held:
        text = heard.near @ _unit(self._near_point(point.text))
        like, liked = self._nearest(heard.near, point.counts)
        unlike, unliked = self._nearest(heard.near, point.does_not)
        return _Held(text, like, liked, unlike, unliked, 0.5 * text + like - 0.5 * unlike)

    def _read(self, earned: Floats, alike: Floats) -> Read:
        evidence = earned[:, 2] + self._sharp * alike
        weights = np.exp(evidence - evidence.max())
        weights /= weights.sum()
        levels = earned[:, :2]
        most = levels.max(0)
        best = most + np.log(np.exp(levels - most).sum(0))
        some, full = 0.5 * best + 0.5 * (weights @ levels) + self._base
        return Read(float(some), float(full), evidence)

    def _nearest(self, near: Floats, examples: Floats) -> tuple[Floats, Floats]:
        """Return for each clause how near the nearest examples are, and what they mean together."""
        if not len(examples):
            return np.zeros(len(near), np.float32), np.zeros_like(near)
        alike = near @ _unit(self._near_point(examples)).T
        weights = np.exp(_SHARPNESS * alike)
        weights /= weights.sum(1, keepdims=True)
        return (weights * alike).sum(1), weights @ examples

    def _run(self, texts: Sequence[Sequence[int]], kind: int) -> list[Floats]:
        """Return for each text its pieces (pieces, size) with what they have taken from one another."""
        ends = list(accumulate(map(len, texts)))
        rows = [slice(end - len(text), end) for end, text in zip(ends, texts, strict=True)]
        pieces = np.concatenate([np.array(text) for text in texts])
        places = np.concatenate([np.arange(len(text)) for text in texts])
        x = self._words[pieces].astype(np.float32) * self._scales[pieces][:, None]
        x = self._norm(x + self._places[places] + self._types[kind])
        for layer in self._layers:
            x = layer(x, rows)
        return [x[row] for row in rows]


def _every(x: Floats, clauses: Floats) -> Floats:
    """Return what is the same for all clauses, once for each."""
    return np.broadcast_to(x, (len(clauses), len(x))).astype(np.float32)


def _unit(x: Floats) -> Floats:
    return np.asarray(x / np.sqrt((x * x).sum(-1, keepdims=True) + _TINY), np.float32)


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
