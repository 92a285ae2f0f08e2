"""Limits and quotes are fitted to what readers said."""

import numpy as np
import pytest

from interview_coach.banks.question import Point, PointKind, Question
from interview_coach.scoring.story import read
from training.calibrate import Limits, Quotes, absence_of, curves, levels_of, limits_of, quotes
from training.corpus import Answer, Mark

ABSENT = np.array([False, True])


def odds(*given: float) -> np.ndarray:
    return np.array([[1 - c, 0.0, c] for c in given])


def test_an_absence_point_has_limits_of_its_own() -> None:
    limits = Limits(others=(0.3, 0.6), absence=(0.6, 0.9))
    assert list(levels_of(odds(0.7, 0.7), ABSENT, limits)) == [2, 1]
    assert list(levels_of(odds(0.2, 0.95), ABSENT, limits)) == [0, 2]


def test_limits_are_those_that_agree_with_the_reader() -> None:
    credit = np.concatenate(
        [np.full(20, 0.25), np.full(20, 0.5), np.full(20, 0.75), np.full(9, 0.7), np.full(9, 0.95)]
    )
    level = np.array([0] * 20 + [1] * 20 + [2] * 20 + [0] * 9 + [2] * 9)
    absent = np.arange(len(level)) >= 60
    given = odds(*credit)
    limits = limits_of(given, level, absent)
    assert (levels_of(given, absent, limits) == level).all()


def test_curves_hold_the_limits_and_how_often_verdicts_were_right() -> None:
    pytest.importorskip("sklearn")
    credit = np.repeat([0.05, 0.95], 40)
    kept = curves(odds(*credit), np.repeat([0, 2], 40), np.arange(80) % 2 == 0)
    assert kept.keys() == {"limits", "limits_of_absence", "missed", "unclear", "found"}
    found = kept["found"]
    assert isinstance(found, list)
    assert all(right > 0.9 for _, right in found)


def test_quotes_are_shown_so_that_enough_of_them_are_right() -> None:
    some = Quotes(np.array([0.9, 0.8, 0.7, 0.6, 0.5]), np.array([True, True, True, False, False]))
    assert some.shown_from(1.0) == 0.7
    assert some.shown_from(0.75) == 0.6
    assert some.shown_from(0.1) == 0.5
    assert Quotes(np.array([0.9]), np.array([False])).shown_from(0.5) == 1.0


def test_a_quote_is_right_where_it_is_what_was_underlined() -> None:
    text = "The belt on line three had come off again. I stopped the line and called the fitter at once."
    question = Question("q", "?", (Point("me", "Did it", kind=PointKind.OWNERSHIP), Point("no", "Says why")))
    marks = {"me": Mark(2, "I stopped the line"), "no": Mark(0)}
    answer = Answer(question, "strong", text, "h", "h", {"first": marks})
    count = len(read(text).clauses)
    last = [0.0] * (count - 1) + [1.0]
    first = [1.0] + [0.0] * (count - 1)
    assert list(quotes([answer], [[last, last]]).right) == [True]
    assert list(quotes([answer], [[first, first]]).right) == [False]
    assert list(absence_of([answer])) == [False, False]
