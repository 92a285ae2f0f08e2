"""Words and their places; stems."""

import pytest

from interview_coach.scoring.words import is_past, stem, words_of


def test_words_keep_their_places_in_the_original() -> None:
    text = "  I’d told “Ana”: 12.5% less — again!"
    words = words_of(text)
    assert [text[w.start : w.end] for w in words] == ["I’d", "told", "Ana", "12.5%", "less", "again"]
    assert words[0].text == "i'd"


def test_words_whose_lower_case_is_longer_keep_their_places() -> None:
    text = "İİ then İstanbul"
    assert [text[w.start : w.end] for w in words_of(text)] == ["İİ", "then", "İstanbul"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("told", "tells"), ("managing", "managed"), ("stopped", "stop"), ("parties", "party"), ("boxes", "box")],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("order", "ordinary"), ("miss", "mist"), ("call", "calm")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_past_forms() -> None:
    assert all(map(is_past, ("went", "fixed", "rebuilt", "overtook")))
    assert not any(map(is_past, ("need", "speed", "tired", "go", "hundred")))
