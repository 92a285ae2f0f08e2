"""Typed or spoken, a text comes to the same tokens."""

from hypothesis import given
from hypothesis import strategies as st

from interview_coach.scoring.tokens import tokens_of
from interview_coach.scoring.wordpiece import WordPiece


def texts(text: str, *, stops: bool = False) -> list[str]:
    return [token.text for token in tokens_of(text, stops=stops)]


def test_speech_and_type_are_alike() -> None:
    typed = "In March, I moved 25 boxes – it’s 12% more!"
    spoken = "um in march i moved uh twenty five boxes it's twelve percent more"
    assert texts(typed) == texts(spoken)


def test_short_forms_and_hyphens_are_read_alike() -> None:
    assert texts("I didnt say a three-day outage") == texts("I didn't say a 3 day outage")
    assert texts("the twenty-first of forty-five") == texts("the 20 first of 45")


def test_what_fills_a_pause_takes_its_commas_with_it() -> None:
    plain = "I rang the driver and Sarah agreed. In May we left"
    filled = "I rang the driver, um, and Sarah agreed. Uh... in May er we left"
    assert texts(filled, stops=True) == texts(plain, stops=True)


def test_words_that_look_like_fillers_are_kept() -> None:
    assert texts("a nurse in the ER, 3 mm off, to err on the side") == [
        "a", "nurse", "in", "the", "er", "3", "mm", "off", "to", "err", "on", "the", "side"
    ]  # fmt: skip


def test_a_line_break_ends_no_sentence_but_an_empty_line_and_a_list_do() -> None:
    assert texts("I rang the\nshop", stops=True) == ["i", "rang", "the", "shop"]
    assert texts("I rang it\n\nthen left", stops=True) == ["i", "rang", "it", ".", "then", "left"]
    assert texts("two things\n- rang it\n2. left", stops=True) == [
        "2", "things", ".", "rang", "it", ".", "2", ".", "left"
    ]  # fmt: skip


def test_stops_stand_between_words() -> None:
    assert texts("Yes, I did. We left", stops=True) == ["yes", ",", "i", "did", ".", "we", "left"]


@given(st.text(max_size=200))
def test_places_lie_in_the_text_and_ascend(text: str) -> None:
    end = 0
    for token in tokens_of(text, stops=True):
        assert token.text
        assert 0 <= token.start <= token.end <= len(text)
        assert token.end >= end
        end = token.end


def test_unknown_words_are_spelled_in_pieces() -> None:
    words = WordPiece(["[UNK]", "pallet", "##is", "##ing", "'", "m", "i"])
    assert words.spell("palletising") == (1, 2, 3)
    assert words.spell("i'm") == (6, 4, 5)
    assert words.spell("wrap") == (0,)
    assert words.knows("pallet")
    assert not words.knows("palletising")
