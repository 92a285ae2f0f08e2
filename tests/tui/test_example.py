"""The one-minute example says what the marks, the interval and the user's own verdict mean."""

from pathlib import Path

import pytest
from textual.widgets import Static

from interview_coach.coaching.example import example_attempt
from interview_coach.scoring.assessment import Verdict
from interview_coach.tui.screens.example import ExampleScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.widgets.checklist_view import ChecklistView
from interview_coach.tui.widgets.marked_answer import MarkedAnswer
from tests.tui.rehearsing import FIRST, home_with, press, running


def test_the_example_shows_each_verdict_with_words_that_stand_in_the_answer() -> None:
    attempt = example_attempt()
    assert attempt.assessment is not None
    points = attempt.assessment.points
    assert {p.verdict for p in points} == set(Verdict)
    assert [p.id for p in points] == [p.id for p in attempt.question.checklist]
    for point in points:
        if point.verdict is Verdict.MISSED:
            assert point.evidence is None
        else:
            assert point.evidence is not None
            assert attempt.answer[point.evidence.start : point.evidence.end] == point.evidence.text
        assert bool(point.advice) == (point.verdict is not Verdict.FOUND)


def test_its_score_lies_in_an_interval_that_is_neither_certain_nor_empty_talk() -> None:
    assessment = example_attempt().assessment
    assert assessment is not None
    assert assessment.score is not None
    assert assessment.interval is not None
    low, high = assessment.interval
    assert low < assessment.score < high
    assert 10 < high - low < 50


async def test_the_key_explains_marks_interval_and_overruling(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "e")
        assert isinstance(app.screen, ExampleScreen)
        key = str(app.screen.query_one("#key Static", Static).content)
        assert "✓ found" in key
        assert "~ unclear" in key
        assert "✗ missed" in key
        assessment = example_attempt().assessment
        assert assessment is not None
        assert assessment.interval is not None
        low, high = assessment.interval
        assert f"8 times out of 10, between {low:.0f} and {high:.0f}" in key
        assert "your verdict above the scorer's" in key
        assert f"likely {low:.0f}–{high:.0f}" in str(app.screen.query_one("#score", Static).content)
        assert "an example, not yours" in str(app.screen.query_one("#score", Static).content)


async def test_the_cursor_in_the_checklist_shows_its_words_in_the_answer(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "e", "home")
        assert app.focused is app.screen.query_one(ChecklistView)
        assert app.screen.query_one(MarkedAnswer).chosen == 1
        await press(pilot, "down")
        assert app.screen.query_one(MarkedAnswer).chosen == 2


@pytest.mark.parametrize("key", ["escape", "enter"])
async def test_it_is_left_with_one_key(tmp_path: Path, key: str) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "e", key)
        assert isinstance(app.screen, TodayScreen)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_the_whole_key_is_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(home_with(tmp_path, FIRST), size=size) as (app, pilot):
        await press(pilot, "e")
        assert app.screen.query_one("#key").max_scroll_y == 0


async def test_nothing_of_it_reaches_the_journal(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "e", "escape")
        assert app.coach.journal.attempts.count() == 0
