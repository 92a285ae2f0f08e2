"""The encoder's arithmetic, on a small network with random weights."""

from pathlib import Path

import pytest

from interview_coach.banks.question import PointKind
from interview_coach.scoring.listening import HOW, TOLD_OTHERWISE

np = pytest.importorskip("numpy")

from interview_coach.scoring.encoder import Encoder, Read, Wanted  # noqa: E402 - after the check that numpy is there

CONTENT = list(PointKind).index(PointKind.CONTENT)
SIZE, INNER, VOCABULARY, MIXED, KIND, LOW = 24, 48, 50, 16, 4, 8


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
    kept["kinds.weight"] = draw.normal(0, 0.3, (7, KIND)).astype(np.float32)
    kept["sharp"], kept["base"] = np.float32(8.0), np.zeros(2, np.float32)
    norm("norm")
    for layer in ("layers.0", "layers.1"):
        for part in ("query", "key", "value", "out"):
            dense(f"{layer}.{part}", SIZE, SIZE)
        dense(f"{layer}.up", INNER, SIZE)
        dense(f"{layer}.down", SIZE, INNER)
        norm(f"{layer}.norm1")
        norm(f"{layer}.norm2")
    for name in ("near_clause", "near_point"):
        dense(name, SIZE, SIZE)
    dense("mix", MIXED, 5 * SIZE)
    dense("how", len(HOW), 2 * SIZE + 4)
    dense("low", LOW, MIXED + 5 + KIND + len(TOLD_OTHERWISE) + 1 + 4)
    dense("earn", 3, LOW)
    path = tmp_path_factory.mktemp("weights") / "encoder.npz"
    np.savez(path, **kept)
    return Encoder(path)


STORY = [1, 7, 9, 11, 13, 15, 17, 2]
PLACES = [[1, 2, 3], [4, 5, 6]]
TEXTS = [[1, 20, 21, 2], [1, 30, 2], [1, 40, 41, 42, 43, 2]]


def wanted(encoder: Encoder, kind: int, texts: list[list[int]]) -> Wanted:
    means = encoder.meanings(texts)
    return Wanted(kind, means[0], means[1:], means[:0])


def test_a_text_means_the_same_alone_and_in_company(encoder: Encoder) -> None:
    together = encoder.meanings(TEXTS)
    assert together.shape == (3, SIZE)
    for text, mean in zip(TEXTS, together, strict=True):
        assert np.allclose(encoder.meanings([text])[0], mean, atol=1e-4)


def test_clauses_of_several_windows_are_those_of_each(encoder: Encoder) -> None:
    alone = encoder.hear([STORY], PLACES)
    both = encoder.hear([STORY, [1, 8, 10, 2]], [*PLACES, [len(STORY) + 1, len(STORY) + 2]])
    assert both.clauses.shape == (3, SIZE)
    assert np.allclose(alone.clauses, both.clauses[:2], atol=1e-4)


ASK = [1, 12, 14, 2]


def judged(encoder: Encoder, story: list[int], *points: Wanted, ask: list[int] = ASK) -> list[Read]:
    return encoder.judge(encoder.hear([story], PLACES), encoder.meanings([ask])[0], points)


def read(encoder: Encoder, story: list[int], kind: int, texts: list[list[int]]) -> Read:
    return judged(encoder, story, wanted(encoder, kind, texts))[0]


def test_the_question_matters(encoder: Encoder) -> None:
    point = wanted(encoder, CONTENT, TEXTS)
    elsewhere = judged(encoder, STORY, point, ask=[1, 33, 35, 2])[0]
    assert elsewhere.full != pytest.approx(judged(encoder, STORY, point)[0].full, abs=1e-4)


def test_the_order_of_the_points_changes_nothing(encoder: Encoder) -> None:
    points = [wanted(encoder, n, TEXTS[n:]) for n in range(3)]
    one, other = judged(encoder, STORY, *points), judged(encoder, STORY, *points[::-1])
    for a, b in zip(one, other[::-1], strict=True):
        assert (a.some, a.full) == pytest.approx((b.some, b.full), abs=1e-4)
        assert np.allclose(a.evidence, b.evidence, atol=1e-4)


def test_what_does_not_count_matters(encoder: Encoder) -> None:
    with_both = wanted(encoder, CONTENT, TEXTS)._replace(does_not=encoder.meanings([[1, 44, 45, 2]]))
    alone = judged(encoder, STORY, wanted(encoder, CONTENT, TEXTS))[0]
    assert judged(encoder, STORY, with_both)[0].full != pytest.approx(alone.full, abs=1e-4)


def test_point_and_answer_do_matter(encoder: Encoder) -> None:
    one = read(encoder, STORY, 0, TEXTS[:1])
    for other in (
        read(encoder, STORY, 0, TEXTS[2:]),
        read(encoder, STORY, 1, TEXTS[:1]),
        read(encoder, STORY, 0, TEXTS),
        read(encoder, [1, 8, 10, 12, 14, 16, 18, 2], 0, TEXTS[:1]),
    ):
        assert other.full != pytest.approx(one.full, abs=1e-4)


def test_a_point_without_examples_is_judged_by_its_wording(encoder: Encoder) -> None:
    alone = read(encoder, STORY, 3, TEXTS[:1])
    assert np.isfinite([alone.some, alone.full, *alone.evidence]).all()
    assert alone.evidence.shape == (2,)


def test_weights_that_are_none_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "encoder.npz"
    for broken in (b"not an archive", b"PK\x03\x04 cut short"):
        path.write_bytes(broken)
        with pytest.raises((OSError, ValueError)):
            Encoder(path)
    np.savez(path, nothing=np.zeros(2))
    with pytest.raises(ValueError, match="weights"):
        Encoder(path)
