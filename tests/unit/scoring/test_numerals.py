"""Numbers in words and digits come to one form."""

import pytest

from interview_coach.scoring.numerals import canonical


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("twenty-five pallets", "25 pallets"),
        ("two hundred and fifty kilos", "250 kilos"),
        ("one thousand two hundred", "1200"),
        ("1,200", "1200"),
        ("12%", "12 percent"),
        ("twelve per cent", "12 percent"),
        ("4:30", "4 30"),
        ("four thirty", "4 30"),
        ("seventy two", "72"),
        ("three and a half", "3 and a half"),
        ("one of them", "one of them"),
        ("1 of them", "one of them"),
        ("ten to fifteen", "10 to 15"),
        ("a hundred", "a hundred"),
        ("five five five", "5 5 5"),
        ("two million", "2000000"),
        ("1,250.50", "1250.50"),
        ("in twenty nineteen", "in 2019"),
        ("twenty nineteen pallets", "20 19 pallets"),
    ],
)
def test_canonical(said: str, read: str) -> None:
    assert " ".join(text for text, _, _ in canonical(said.split())) == read


def test_places_cover_the_words_in_order() -> None:
    words = ["we", "had", "two", "hundred", "and", "six", "per", "cent", "more"]
    places = [place for _, first, last in canonical(words) for place in range(first, last + 1)]
    assert places == list(range(len(words)))
