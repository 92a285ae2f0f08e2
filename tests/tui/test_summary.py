"""The end of a rehearsal."""

from pathlib import Path

from textual.widgets import OptionList, Static

from interview_coach.tui.app import CoachApp
from interview_coach.tui.screens.answer import AnswerScreen
from interview_coach.tui.screens.attempt import AttemptScreen
from interview_coach.tui.screens.summary import SummaryScreen
from interview_coach.tui.screens.today import TodayScreen
from tests.tui.rehearsing import FIRST, SECOND, STRONG, home_with, press, running


def summary(app: CoachApp) -> SummaryScreen:
    assert isinstance(app.screen, SummaryScreen), app.screen
    return app.screen


async def test_scores_skipped_ones_and_missed_points(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, SECOND)) as (app, pilot):
        await press(pilot, "enter")
        assert isinstance(app.screen, AnswerScreen)
        app.screen.box.load_text(STRONG)
        await press(pilot, "ctrl+s", "enter", "ctrl+n")
        screen = summary(app)
        assert "1 answer to 2 questions" in str(screen.query_one("#head", Static).content)
        lines = screen.query_one(OptionList)
        assert str(lines.get_option_at_index(0).prompt).split()[-4:-1] == ["✓", "✓", "✓"]
        assert "skipped" in str(lines.get_option_at_index(1).prompt)
        assert "a measurable result" in str(screen.query_one("#missed", Static).content)


async def test_an_answer_can_be_opened_and_a_change_there_shows_here(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "enter")
        assert isinstance(app.screen, AnswerScreen)
        app.screen.box.load_text(STRONG)
        await press(pilot, "ctrl+s", "enter")
        before = str(summary(app).query_one("#head", Static).content)
        await press(pilot, "enter")
        assert isinstance(app.screen, AttemptScreen)
        await press(pilot, "end", "o", "f", "escape")
        assert str(summary(app).query_one("#head", Static).content) != before


async def test_escape_goes_to_today_where_nothing_is_left_to_go_on_with(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "enter", "ctrl+n")
        assert "nothing was scored" in str(summary(app).query_one("#head", Static).content)
        await press(pilot, "escape")
        assert isinstance(app.screen, TodayScreen)
        first = app.screen.query_one("#next", OptionList).get_option_at_index(0)
        assert "Rehearse: My bank" in str(first.prompt)
