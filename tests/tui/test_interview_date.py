"""When and what for: kept with enter or ^s, left alone with esc, removed when emptied."""

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Static

from interview_coach.paths import Paths
from interview_coach.settings import load_settings
from interview_coach.tui.screens.interview_date import InterviewDateScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.widgets.field import DayField, Field
from interview_coach.tui.widgets.title_line import TitleLine
from tests.tui.rehearsing import FIRST, home_with, press, running


def interview(paths: Paths) -> tuple[date | None, str]:
    settings, note = load_settings(paths.settings)
    assert note is None
    return settings.interview_date, settings.interview_title


@pytest.mark.parametrize("key", ["enter", "ctrl+s"])
async def test_day_and_job_are_kept_and_shown_on_today(tmp_path: Path, key: str) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        await press(pilot, "d", *"in 3 days", "down", *"Team lead", key)
        assert isinstance(app.screen, TodayScreen)
        assert "Team lead · interview in 3 days (Thu 26 Nov)" in str(app.screen.query_one(TitleLine).render())
    assert interview(paths) == (date(2026, 11, 26), "Team lead")


async def test_what_was_kept_stands_there_and_an_empty_day_removes_it(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST, interview_date="2026-11-26", interview_title="Lead")
    async with running(paths) as (app, pilot):
        await press(pilot, "d")
        assert app.screen.query_one("#day", DayField).day == date(2026, 11, 26)
        assert app.screen.query_one("#job", Field).text == "Lead"
        await press(pilot, "end", "ctrl+u", "enter")
    assert interview(paths) == (None, "Lead")


async def test_a_day_that_is_past_stays_that_day(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST, interview_date="2026-11-20")
    async with running(paths) as (app, pilot):
        await press(pilot, "d")
        assert str(app.screen.query_one(".note", Static).content) == "Fri 20 Nov, 3 days ago"
        await press(pilot, "enter")
    assert interview(paths)[0] == date(2026, 11, 20)


async def test_esc_changes_nothing(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST, interview_date="2026-11-26")
    async with running(paths) as (app, pilot):
        await press(pilot, "d", *" xx", "escape")
        assert isinstance(app.screen, TodayScreen)
    assert interview(paths)[0] == date(2026, 11, 26)


async def test_what_is_no_day_is_not_kept_and_the_form_stays(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        await press(pilot, "d", *"31 feb", "down", *"Lead", "enter")
        assert isinstance(app.screen, InterviewDateScreen)
        assert app.focused is app.screen.query_one("#day", DayField).input
        assert any("“31 feb” is not a day I know" in n.message for n in app._notifications)
    assert interview(paths) == (None, "")


async def test_leaving_the_app_keeps_both(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (_, pilot):
        await pilot.press("d", *"tomorrow", "ctrl+q")
    assert interview(paths)[0] == date(2026, 11, 24)


async def test_markup_in_the_job_is_shown_as_it_is(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST, interview_title="[@click=app.quit]x[/]\x1b[31m")
    async with running(paths) as (app, pilot):
        await press(pilot, "d")
        assert app.screen.query_one("#job", Field).text == "[@click=app.quit]x[/]␛[31m"


@pytest.mark.parametrize("size", [(20, 5), (80, 24)])
async def test_it_survives_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(home_with(tmp_path, FIRST), size=size) as (app, pilot):
        await press(pilot, "d", "down")
        assert app.focused is not None
        assert app.screen.find_widget(app.focused).visible_region.height > 0
