"""Text from strangers shows as itself and moves nothing on the terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.visible import one_line, visible

ANYTHING = st.text(st.characters())  # lone surrogates too: they arrive from files with the wrong encoding


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("a\x00b", "a␀b"),
        ("rub\x7fout", "rub␡out"),
        ("bell\x07", "bell␇"),
        ("over\rwritten", "over␍written"),
        ("tab\tstop", "tab stop"),
        ("c1 \x9b31m", "c1 \ufffd31m"),
        ("line\u2028end", "line␊end"),
        ("user\u202etxt.exe", "user\ufffdtxt.exe"),
        ("\ud800", "\ufffd"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
        ("שלום 面接 👷🏽\u200d♀️ é", "שלום 面接 👷🏽\u200d♀️ é"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_shows_controls_and_leaves_letters(written: str, shown: str) -> None:
    assert visible(written) == shown


@given(ANYTHING)
def test_keeps_every_position_so_that_evidence_fits(text: str) -> None:
    assert len(visible(text)) == len(text)


@given(ANYTHING)
def test_leaves_no_control_character(text: str) -> None:
    controls = [c for c in visible(text) if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} and c != "\n"]
    assert controls == []


@given(ANYTHING)
def test_can_be_written_to_a_terminal(text: str) -> None:
    visible(text).encode("utf-8")


@given(ANYTHING)
def test_twice_is_once(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(
    ("text", "width", "line"),
    [
        ("Tell me\n  about\ta time", None, "Tell me about a time"),
        ("Tell me about a time", 20, "Tell me about a time"),
        ("Tell me about a time", 19, "Tell me about a ti…"),
        ("abc", 1, "…"),
        ("", 5, ""),
    ],
)
def test_one_line_folds_and_cuts(text: str, width: int | None, line: str) -> None:
    assert one_line(text, width) == line


@given(ANYTHING, st.integers(min_value=1, max_value=60))
def test_one_line_is_one_line_no_wider_than_asked(text: str, width: int) -> None:
    line = one_line(text, width)
    assert len(line) <= width
    assert len(line.splitlines()) <= 1
