"""Clauses, with and without punctuation."""

from hypothesis import given
from hypothesis import strategies as st

from interview_coach.scoring.sentences import clauses
from interview_coach.scoring.words import words_of


def said(text: str) -> list[str]:
    return [text[c.start : c.end] for c in clauses(text)]


def test_sentences_end_at_full_stops_but_not_within_names_and_numbers() -> None:
    text = "Dr. Ruiz called at 2.30. We met Mr. Lee. It was late"
    assert said(text) == ["Dr. Ruiz called at 2.30", "We met Mr. Lee", "It was late"]


def test_words_that_end_like_titles_end_sentences() -> None:
    text = "I rang all the customers. They were late by two hours. I said no. Then we took bay no. 5"
    assert said(text) == [
        "I rang all the customers", "They were late by two hours", "I said no", "Then we took bay no. 5"
    ]  # fmt: skip


def test_initials_and_short_forms_end_no_sentence() -> None:
    text = "At 9 a.m. on Monday I rang St. Mary's. They had approx. 20 beds, e.g. the ones upstairs"
    assert said(text) == [
        "At 9 a.m. on Monday I rang St. Mary's",
        "They had approx. 20 beds, e.g. the ones upstairs",
    ]


def test_speech_without_punctuation_is_cut_at_joining_words() -> None:
    text = "the belt was stuck again and i switched it off at the wall so we lost about an hour of work"
    assert said(text) == [
        "the belt was stuck again",
        "and i switched it off at the wall",
        "so we lost about an hour of work",
    ]


def test_an_endless_run_of_words_is_cut_all_the_same() -> None:
    assert max(len(c.words) for c in clauses("pallet " * 500)) <= 40


@given(st.text(alphabet=st.sampled_from("abcI and.but,!?\n’' 1"), max_size=300))
def test_clauses_hold_every_word_once_and_in_order(text: str) -> None:
    found = clauses(text)
    assert [word for clause in found for word in clause.words] == words_of(text)
    assert all(clause.words for clause in found)
