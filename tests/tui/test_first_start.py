"""First start: two keys to the first question; everything can be skipped and nothing filled in is lost."""

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import OptionList, Static

from interview_coach.coaching.rehearsal import Mode
from interview_coach.paths import Paths
from interview_coach.settings import Settings, load_settings
from interview_coach.tui.app import CoachApp
from interview_coach.tui.screens.answer import AnswerScreen
from interview_coach.tui.screens.example import ExampleScreen
from interview_coach.tui.screens.first_start import FirstStartScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.widgets.field import DayField, Field
from tests.tui.rehearsing import FIRST, SECOND, home_with, press, running


def first_home(tmp_path: Path) -> Paths:
    return home_with(tmp_path, FIRST, SECOND, first_start_done=False, preferred_banks=[])


def settings_of(paths: Paths) -> Settings:
    settings, note = load_settings(paths.settings)
    assert note is None
    return settings


def note_below_day(app: CoachApp) -> str:
    return str(app.screen.query_one("#day .note", Static).content)


async def test_two_keys_lead_to_the_first_question(tmp_path: Path) -> None:
    async with running(first_home(tmp_path)) as (app, pilot):
        assert isinstance(app.screen, FirstStartScreen)
        await pilot.press("enter", "ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, AnswerScreen)
        assert app.screen.rehearsal.mode is Mode.COACH


async def test_one_key_is_enough_and_takes_the_highlighted_bank(tmp_path: Path) -> None:
    paths = first_home(tmp_path)
    async with running(paths) as (app, pilot):
        banks = [bank.id for bank in app.library.banks]
        await press(pilot, "down", "ctrl+s")
        assert isinstance(app.screen, AnswerScreen)
        assert {p.bank_id for p in app.screen.rehearsal.questions} == {banks[1]}
        assert settings_of(paths).preferred_banks == (banks[1],)
        assert settings_of(paths).first_start_done


async def test_a_mark_shows_which_bank_is_taken(tmp_path: Path) -> None:
    async with running(first_home(tmp_path)) as (app, pilot):
        banks = app.screen.query_one(OptionList)
        await press(pilot, "down", "enter")
        assert [str(option.prompt)[0] for option in banks.options[:3]] == ["○", "●", "○"]


async def test_everything_filled_in_is_kept(tmp_path: Path) -> None:
    paths = first_home(tmp_path)
    async with running(paths) as (app, pilot):
        await press(pilot, "end", "enter", *"thu", "enter", *"Nights", "enter", "right")
        await press(pilot, "enter")
        assert isinstance(app.screen, AnswerScreen)
        assert {p.bank_id for p in app.screen.rehearsal.questions} == {"mine"}
    kept = settings_of(paths)
    assert kept.interview_date == date(2026, 11, 26)
    assert kept.interview_title == "Nights"
    assert kept.answer_by == "speak"


async def test_the_day_is_read_back_while_it_is_typed(tmp_path: Path) -> None:
    async with running(first_home(tmp_path)) as (app, pilot):
        await press(pilot, "enter", *"thu")
        assert note_below_day(app) == "Thu 26 Nov, in 3 days"
        await press(pilot, *"xx")
        assert "Not a day I know yet" in note_below_day(app)
        await press(pilot, "ctrl+u", *"3 jan 2027")
        assert note_below_day(app) == "Sun 3 Jan 2027, in 41 days"


async def test_a_day_that_is_none_does_not_stand_in_the_way(tmp_path: Path) -> None:
    paths = first_home(tmp_path)
    async with running(paths) as (app, pilot):
        await press(pilot, "enter", *"soonish", "ctrl+s")
        assert isinstance(app.screen, AnswerScreen)
        messages = [n.message for n in app._notifications]
        assert any("“soonish” is not a day I know" in m for m in messages)
    assert settings_of(paths).interview_date is None


async def test_skipping_leads_to_today_and_chooses_nothing(tmp_path: Path) -> None:
    paths = first_home(tmp_path)
    async with running(paths) as (app, pilot):
        await press(pilot, "escape")
        assert isinstance(app.screen, TodayScreen)
    assert settings_of(paths) == Settings(first_start_done=True)


async def test_skipping_keeps_what_was_filled_in(tmp_path: Path) -> None:
    paths = first_home(tmp_path)
    async with running(paths) as (app, pilot):
        await press(pilot, "end", "enter", *"thu", "escape")
        assert isinstance(app.screen, TodayScreen)
        assert "My bank" in str(app.screen.query_one("#next", OptionList).get_option_at_index(0).prompt)
    kept = settings_of(paths)
    assert kept.interview_date == date(2026, 11, 26)
    assert kept.preferred_banks == ("mine",)


async def test_leaving_keeps_what_was_filled_in_and_asks_again(tmp_path: Path) -> None:
    paths = first_home(tmp_path)
    async with running(paths) as (_, pilot):
        await pilot.press("enter", *"thu", "ctrl+q")
    kept = settings_of(paths)
    assert kept.interview_date == date(2026, 11, 26)
    assert not kept.first_start_done


async def test_it_comes_only_once(tmp_path: Path) -> None:
    paths = first_home(tmp_path)
    async with running(paths) as (_, pilot):
        await press(pilot, "escape")
    async with running(paths) as (app, _):
        assert isinstance(app.screen, TodayScreen)


@pytest.mark.parametrize("key", ["e", "f4", "ctrl+r"])
async def test_the_example_is_one_key_away_and_leads_back(tmp_path: Path, key: str) -> None:
    async with running(first_home(tmp_path)) as (app, pilot):
        await press(pilot, key)
        assert isinstance(app.screen, ExampleScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, FirstStartScreen)


async def test_a_letter_typed_into_a_field_is_no_key(tmp_path: Path) -> None:
    async with running(first_home(tmp_path)) as (app, pilot):
        await press(pilot, "enter", "enter", "e")
        assert isinstance(app.screen, FirstStartScreen)
        assert app.screen.query_one("#job", Field).text == "e"


async def test_speaking_says_that_it_is_not_there_yet(tmp_path: Path) -> None:
    async with running(first_home(tmp_path)) as (app, pilot):
        row = app.screen.query_one("#answer_by")
        row.focus()
        await press(pilot, "right")
        assert "in a later version: until then, typed" in str(row.render())


async def test_without_any_bank_it_says_what_to_do(tmp_path: Path) -> None:
    async with running(home_with(tmp_path)) as (app, pilot):
        await app.push_screen(FirstStartScreen((), date(2026, 11, 23)))
        assert app.focused is app.screen.query_one("#day", DayField).input
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, FirstStartScreen)
        assert any("paste questions of your own" in n.message for n in app._notifications)


@pytest.mark.parametrize("size", [(20, 5), (80, 24), (100, 30)])
async def test_the_focused_field_is_in_sight_at_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(first_home(tmp_path), size=size) as (app, pilot):
        for _ in range(4):
            await press(pilot, "tab")
            focused = app.focused
            assert focused is not None
            assert app.screen.find_widget(focused).visible_region.height > 0
