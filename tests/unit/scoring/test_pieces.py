"""What the encoder is given of an answer and its points."""

from interview_coach.banks.question import Point, PointKind
from interview_coach.scoring.core import vocabulary
from interview_coach.scoring.pieces import places_of, windows
from interview_coach.scoring.reading import odds_of, shows
from interview_coach.scoring.story import read
from interview_coach.scoring.tokens import plain_words, tokens_of

TEXT = "I stopped the belt and called the fitter. We lost an hour over it. My manager thanked me."


def test_windows_hold_every_token_once_and_in_order() -> None:
    tokens = tokens_of(TEXT, stops=True)
    for most in (512, 12):
        shown = windows(vocabulary(), tokens, most)
        assert all(len(window.pieces) == len(window.tokens) <= most for window in shown)
        told = [number for window in shown for number in window.tokens if number >= 0]
        assert list(dict.fromkeys(told)) == list(range(len(tokens)))
    assert len(windows(vocabulary(), [])) == 1


def test_each_clause_has_its_own_pieces() -> None:
    tokens = tokens_of(TEXT, stops=True)
    clauses = read(TEXT, plain_words(tokens_of(TEXT))).clauses
    shown = windows(vocabulary(), tokens, 12)
    places = places_of(shown, tokens, clauses)
    assert len(places) == len(clauses) >= 3
    assert all(places)
    everything = [place for of in places for place in of]
    assert everything == sorted(set(everything))
    assert len(everything) == sum(number >= 0 for window in shown for number in window.tokens)


def test_what_shows_an_absence_point_is_what_breaks_it() -> None:
    kept = Point(
        "calm", "Blames nobody", PointKind.ABSENCE, counts=("Fine.",), does_not_count=("His fault.",)
    )
    assert shows(kept) == (("His fault.",), ("Fine.",))
    assert odds_of(PointKind.ABSENCE, 0.75, 0.5) == (0.5, 0.25, 0.25)
    assert odds_of(PointKind.CONTENT, 0.75, 0.5) == (0.25, 0.25, 0.5)
    assert shows(Point("what", "Says what", counts=("A.",), does_not_count=("B.",))) == (("A.",), ("B.",))
