"""Ids: which are allowed, and those made from texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.banks.identity import Names, is_id, slug, title_of


@pytest.mark.parametrize("text", ["a", "A-b_9", "größe", "数字", "-", "x" * 100])
def test_allowed(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", " ", "a b", "a.b", "a/b", "..", "a\n", "a\0", "🙂", "x" * 101, "a\u0308"]
)
def test_refused(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Names a figure!", "names-a-figure"),
        ("Didn't wait; won’t wait", "didnt-wait-wont-wait"),
        ("Größe in São Paulo", "grosse-in-sao-paulo"),
        ("Donaudampfschifffahrtsgesellschaftskapitänspatent", "donaudampfschifffahrtsgesellschaftskapit"),
        ("one two three four five six seven eight nine", "one-two-three-four-five-six-seven-eight"),
        ("数字", "point"),
        ("", "point"),
    ],
)
def test_an_id_made_from_a_text(text: str, made: str) -> None:
    assert slug(text, "point") == made


@given(st.text(max_size=200))
def test_a_made_id_is_always_allowed_and_always_the_same(text: str) -> None:
    made = slug(text, "point")
    assert is_id(made)
    assert len(made) <= 40
    assert made == slug(text, "point")


def test_new_names_avoid_taken_ones() -> None:
    names = Names(["a", "a-3"])
    assert [names.new("a"), names.new("a"), names.new("b"), names.new("b"), names.new("a-2")] == [
        "a-2", "a-4", "b", "b-2", "a-2-2"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("bank_id", "title"), [("warehouse-nights", "Warehouse nights"), ("a", "A"), ("--", "--")]
)
def test_a_title_made_from_an_id(bank_id: str, title: str) -> None:
    assert title_of(bank_id) == title
