"""Settings: each change is on disk at once and can be taken back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Static

from interview_coach.settings import load_settings
from interview_coach.tui.app import CoachApp
from interview_coach.tui.screens.interview_date import InterviewDateScreen
from interview_coach.tui.screens.settings import LinkRow, SettingsScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.theme import DARK, LIGHT
from interview_coach.tui.widgets.choice_row import ChoiceRow
from interview_coach.tui.widgets.tick_list import TickList
from tests.tui.rehearsing import FIRST, SECOND, home_with, press, running


def on_disk(home: Path, name: str) -> Any:
    settings, note = load_settings(home / "settings.json")
    assert note is None
    return getattr(settings, name)


def row(app: CoachApp, name: str) -> ChoiceRow[Any]:
    return app.screen.query_one(f"#{name}", ChoiceRow)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("mode", "coach", "interview"),
        ("questions_per_rehearsal", 6, 8),
        ("think", True, False),
        ("answer_by", "type", "speak"),
        ("theme", "dark", "light"),
    ],
)
async def test_a_change_is_kept_at_once_and_taken_back(
    tmp_path: Path, name: str, before: object, after: object
) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "s")
        row(app, name).focus()
        await press(pilot, "right")
        assert on_disk(tmp_path, name) == after
        await press(pilot, "ctrl+z")
        assert on_disk(tmp_path, name) == before
        assert row(app, name).value == before


async def test_changes_are_taken_back_one_by_one_the_last_first(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "s", "right", "down", "right", "right")
        assert (on_disk(tmp_path, "mode"), on_disk(tmp_path, "questions_per_rehearsal")) == ("interview", 10)
        await press(pilot, "ctrl+z")
        assert on_disk(tmp_path, "questions_per_rehearsal") == 8
        await press(pilot, "ctrl+z", "ctrl+z")
        assert (on_disk(tmp_path, "mode"), on_disk(tmp_path, "questions_per_rehearsal")) == ("coach", 6)
        assert not app.screen.check_action("undo", ())
        await press(pilot, "ctrl+z")
        assert on_disk(tmp_path, "mode") == "coach"


async def test_the_theme_follows_here_and_by_its_own_key(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "s")
        row(app, "theme").focus()
        await press(pilot, "right")
        assert app.theme == LIGHT.name
        await press(pilot, "f8")
        assert app.theme == DARK.name
        assert row(app, "theme").value == "dark"


async def test_taking_back_another_change_leaves_the_theme_of_the_key(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (_, pilot):
        await press(pilot, "s", "right", "f8", "ctrl+z")
        assert on_disk(tmp_path, "mode") == "coach"
        assert on_disk(tmp_path, "theme") == "light"


async def test_banks_are_ticked_in_the_order_wanted(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, preferred_banks=["mine", "gone"])) as (app, pilot):
        await press(pilot, "s")
        banks = app.screen.query_one(TickList)
        assert banks.ticked == ("mine",)
        banks.focus()
        await press(pilot, "home", "space")
        first = app.library.banks[0].id
        # A bank that is not there now, on a stick perhaps, stays wanted.
        assert on_disk(tmp_path, "preferred_banks") == ("mine", "gone", first)
        await press(pilot, "end", "space")
        assert on_disk(tmp_path, "preferred_banks") == ("gone", first)
        await press(pilot, "ctrl+z", "ctrl+z")
        assert on_disk(tmp_path, "preferred_banks") == ("mine", "gone")
        assert banks.ticked == ("mine",)


async def test_a_number_of_questions_from_elsewhere_is_offered(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, questions_per_rehearsal=7)) as (app, pilot):
        await press(pilot, "s")
        assert row(app, "questions_per_rehearsal").value == 7
        await press(pilot, "down", "left")
        assert on_disk(tmp_path, "questions_per_rehearsal") == 6


async def test_the_interview_is_changed_in_its_own_form_and_taken_back(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, interview_date="2026-11-26")) as (app, pilot):
        await press(pilot, "s")
        link = app.screen.query_one(LinkRow)
        assert "Thu 26 Nov, in 3 days" in str(link.render())
        link.focus()
        await press(pilot, "enter")
        assert isinstance(app.screen, InterviewDateScreen)
        await press(pilot, "end", "ctrl+u", *"tomorrow", "enter")
        assert isinstance(app.screen, SettingsScreen)
        assert "Tue 24 Nov, tomorrow" in str(link.render())
        await press(pilot, "ctrl+z")
        assert on_disk(tmp_path, "interview_date") == date(2026, 11, 26)
        assert "Thu 26 Nov" in str(link.render())


async def test_it_says_where_everything_lies(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "s")
        places = str(app.screen.query_one("#places", Static).content)
        for path in (app.paths.journal, app.paths.banks, app.paths.settings):
            assert str(path) in places
        assert "Nothing is sent anywhere" in places
        assert "interview-coach data delete" in places


async def test_today_follows(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, SECOND, questions_per_rehearsal=6)) as (app, pilot):
        await press(pilot, "s", "escape")
        assert isinstance(app.screen, TodayScreen)


async def test_a_change_that_cannot_be_saved_is_told(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        await press(pilot, "s")
        paths.settings.unlink()
        paths.settings.mkdir()
        await press(pilot, "right")
        assert any("could not be saved" in n.message for n in app._notifications)
        # It holds until the app is left.
        assert app.settings.mode == "interview"


@pytest.mark.parametrize("size", [(20, 5), (80, 24), (100, 30)])
async def test_every_row_can_be_reached_and_seen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(home_with(tmp_path, FIRST), size=size) as (app, pilot):
        await press(pilot, "s")
        assert app.screen.query_one("#page").scroll_y == 0 or size == (20, 5)
        seen = set()
        for _ in range(8):
            focused = app.focused
            assert focused is not None
            assert app.screen.find_widget(focused).visible_region.height > 0
            seen.add(focused)
            await press(pilot, "tab")
        assert len(seen) == 8
