"""Scores as bars."""

from interview_coach.tui.widgets.sparkline import sparkline


def test_lowest_to_highest() -> None:
    assert sparkline([0, 50, 100]) == "▁▅█"


def test_only_the_last_ones_are_shown() -> None:
    assert sparkline([0, 0, 100, 100], most=2) == "██"


def test_figures_outside_the_range_do_not_break_it() -> None:
    assert sparkline([-5, 250]) == "▁█"
