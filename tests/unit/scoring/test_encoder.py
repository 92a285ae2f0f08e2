"""The encoder's arithmetic, on a small network with random weights."""

from pathlib import Path

import pytest

np = pytest.importorskip("numpy")

from interview_coach.scoring.encoder import Encoder  # noqa: E402 - after the check that numpy is there

SIZE, INNER, VOCABULARY = 24, 48, 50


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    draw = np.random.default_rng(1)
    kept = {}

    def dense(name: str, out: int, into: int) -> None:
        kept[f"{name}.weight"] = draw.integers(-127, 128, (out, into)).astype(np.int8)
        kept[f"{name}.scale"] = np.full(out, 0.003, np.float32)
        kept[f"{name}.bias"] = draw.normal(0, 0.1, out).astype(np.float32)

    def norm(name: str) -> None:
        kept[f"{name}.weight"], kept[f"{name}.bias"] = np.ones(SIZE, np.float32), np.zeros(SIZE, np.float32)

    kept["words.weight"] = draw.integers(-127, 128, (VOCABULARY, SIZE)).astype(np.int8)
    kept["words.scale"] = np.full(VOCABULARY, 0.01, np.float32)
    kept["places.weight"] = draw.normal(0, 0.3, (64, SIZE)).astype(np.float32)
    kept["types.weight"] = draw.normal(0, 0.3, (2, SIZE)).astype(np.float32)
    norm("norm")
    for layer in ("layers.0", "layers.1"):
        for part in ("query", "key", "value", "out"):
            dense(f"{layer}.{part}", SIZE, SIZE)
        dense(f"{layer}.up", INNER, SIZE)
        dense(f"{layer}.down", SIZE, INNER)
        norm(f"{layer}.norm1")
        norm(f"{layer}.norm2")
    dense("verdict.0", SIZE, 3 * SIZE)
    dense("verdict.3", 3, SIZE)
    dense("seek", SIZE, SIZE)
    dense("offer", SIZE, SIZE)
    dense("how", 12, SIZE)
    path = tmp_path_factory.mktemp("weights") / "encoder.npz"
    np.savez(path, **kept)
    return Encoder(path)


STORY = [1, 7, 9, 11, 13, 15, 17, 2]
POINTS = [[1, 20, 21, 2], [1, 30, 2], [1, 40, 41, 42, 43, 2]]


def test_shapes(encoder: Encoder) -> None:
    read = encoder.read([STORY, STORY[:5]], POINTS)
    assert read.verdicts.shape == (3, 3)
    assert read.evidence.shape == (3, len(STORY) + 5)
    assert read.how.shape == (12,)


def test_neither_order_nor_neighbours_of_a_point_matter(encoder: Encoder) -> None:
    together = encoder.read([STORY], POINTS)
    turned = encoder.read([STORY], POINTS[::-1])
    alone = encoder.read([STORY], POINTS[1:2])
    assert np.allclose(together.verdicts, turned.verdicts[::-1], atol=1e-4)
    assert np.allclose(together.verdicts[1], alone.verdicts[0], atol=1e-4)
    assert np.allclose(together.evidence[1], alone.evidence[0], atol=1e-4)


def test_point_and_answer_do_matter(encoder: Encoder) -> None:
    read = encoder.read([STORY], POINTS)
    assert not np.allclose(read.verdicts[0], read.verdicts[1], atol=1e-3)
    other = encoder.read([[1, 8, 10, 12, 14, 16, 18, 2]], POINTS)
    assert not np.allclose(read.verdicts, other.verdicts, atol=1e-3)


def test_weights_that_are_none_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "encoder.npz"
    path.write_bytes(b"not an archive")
    with pytest.raises((OSError, ValueError)):
        Encoder(path)
