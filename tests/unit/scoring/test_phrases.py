"""The notation of phrases."""

from interview_coach.scoring.phrases import Mark, Phrases
from interview_coach.scoring.words import words_of


def find(listed: str, text: str) -> list[Mark]:
    return list(Phrases({"x": listed}).find(words_of(text)))


def test_a_phrase_is_found_where_its_words_stand_together() -> None:
    assert find("in the end", "In the end, in the long end") == [Mark("x", 0, 2)]


def test_choices_and_forms() -> None:
    assert find("we/they met", "they met us") == [Mark("x", 0, 1)]
    assert find("apologise~", "he apologised") == [Mark("x", 1, 1)]


def test_phrases_that_begin_alike_are_both_found() -> None:
    found = find("last week, last week on monday", "last week on Monday")
    assert {(m.first, m.last) for m in found} == {(0, 1), (0, 3)}


def test_a_phrase_cut_short_by_the_end_is_not_found() -> None:
    assert find("as a result", "as a") == []
