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
