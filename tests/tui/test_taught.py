"""Overruling teaches: said on the spot, listed behind the settings, forgotten and taken back there."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from interview_coach.banks.question import Point, PointKind
from interview_coach.journal.journal import Journal
from interview_coach.journal.records import TaughtSentence
from interview_coach.paths import Paths
from interview_coach.tui.app import CoachApp
from interview_coach.tui.screens.settings import LinkRow, SettingsScreen
from interview_coach.tui.screens.taught import TaughtList, TaughtScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.widgets.checklist_view import ChecklistView
from interview_coach.tui.widgets.key_line import KeyLine
from tests.tui.kept_answers import answered, keep
from tests.tui.rehearsing import FIRST, NOON, home_with, kept, press, running

SENTENCES = ("I stopped the truck.", "We had a meeting.", "Nobody was hurt.")


def taught(number: int, sentence: str, *, point_id: str = "own", counts: bool = True) -> TaughtSentence:
    """Return what attempt `number` taught, so many minutes before noon."""
    return TaughtSentence(
        "mine", FIRST.id, point_id, f"attempt-{number}", sentence, counts, NOON - timedelta(minutes=number)
    )


def home_taught(home: Path, *sentences: str) -> Paths:
    """Return a home folder with these sentences taught, newest first, every second one as not counting."""
    paths = home_with(home, FIRST)
    keep(paths, [answered(f"attempt-{n}") for n, _ in enumerate(sentences)])
    with kept(paths) as journal:
        for number, sentence in enumerate(sentences):
            journal.taught.put(taught(number, sentence, counts=number % 2 == 0))
    return paths


def in_journal(paths: Paths) -> list[str]:
    with Journal.open(paths.journal) as journal:
        return [line.taught.sentence for line in journal.taught.all()]


def link(app: CoachApp) -> LinkRow:
    return app.screen.query_one("#taught", LinkRow)


def shown(app: CoachApp) -> list[str]:
    """Return the entries of the list, white space folded."""
    assert isinstance(app.screen, TaughtScreen), app.screen
    found = app.screen.query_one(TaughtList)
    return [" ".join(str(found.get_option_at_index(i).prompt).split()) for i in range(found.option_count)]


def cursor(app: CoachApp) -> int | None:
    return app.screen.query_one(TaughtList).highlighted


def key_line(app: CoachApp) -> str:
    return str(app.screen.query_one(KeyLine).render())


async def open_it(app: CoachApp, pilot: Pilot[None]) -> None:
    await press(pilot, "s")
    link(app).focus()
    await press(pilot, "enter")
    assert isinstance(app.screen, TaughtScreen)


# --- On the spot ----------------------------------------------------------------------------------


async def test_overruling_says_what_is_remembered_and_undo_forgets_it(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("one", verdicts="fumm")])
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "enter")

        def details() -> str:
            return " ".join(str(app.screen.query_one(ChecklistView).get_option_at_index(0).prompt).split())

        await press(pilot, "home", "o", "m")
        assert "the scorer said found remembered: “Last March” does not count" in details()
        assert in_journal(paths) == ["Last March"]
        await press(pilot, "o", "f")
        assert "remembered: “Last March” counts" in details()
        await press(pilot, "o", "u")
        assert "remembered" not in details()
        await press(pilot, "u")
        assert "remembered: “Last March” counts" in details()
        await press(pilot, "u", "u")
        assert "remembered" not in details()
        assert in_journal(paths) == []


async def test_what_an_attempt_taught_is_said_when_it_is_looked_at_again(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("one", verdicts="fumm")])
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "enter", "home", "o", "m", "escape", "enter", "home")
        entry = app.screen.query_one(ChecklistView).get_option_at_index(0)
        assert "remembered: “Last March” does not count" in " ".join(str(entry.prompt).split())


async def test_nothing_is_said_where_nothing_is_taught(tmp_path: Path) -> None:
    question = replace(FIRST, checklist=(Point("blame", "Blames nobody", PointKind.ABSENCE),))
    paths = keep(home_with(tmp_path, FIRST), [answered("one", question=question, verdicts="f")])
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "enter", "o", "m")
        entry = str(app.screen.query_one(ChecklistView).get_option_at_index(0).prompt)
        assert "your verdict" in entry
        assert "remembered" not in entry


# --- The list -------------------------------------------------------------------------------------


async def test_settings_lead_to_the_list_and_back(tmp_path: Path) -> None:
    async with running(home_taught(tmp_path, *SENTENCES)) as (app, pilot):
        await press(pilot, "s")
        assert "Taught by you" in str(link(app).render())
        assert "3 sentences" in str(link(app).render())
        await press(pilot, "escape")
        await open_it(app, pilot)
        point = "Says what you did yourself · Tell me about a time a load was not safe."
        assert shown(app) == [
            f"✓ “I stopped the truck.” {point}",
            f"✗ “We had a meeting.” {point}",
            f"✓ “Nobody was hurt.” {point}",
        ]
        assert "del remove" in key_line(app)
        assert "undo" not in key_line(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, SettingsScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, TodayScreen)


@pytest.mark.parametrize("key", ["delete", "x"])
async def test_one_is_removed_at_once_and_the_settings_count_it(tmp_path: Path, key: str) -> None:
    paths = home_taught(tmp_path, *SENTENCES)
    async with running(paths) as (app, pilot):
        await open_it(app, pilot)
        await press(pilot, "down", key)
        assert in_journal(paths) == ["I stopped the truck.", "Nobody was hurt."]
        assert len(shown(app)) == 2
        assert cursor(app) == 1
        await press(pilot, "escape")
        assert "2 sentences" in str(link(app).render())
        await press(pilot, "ctrl+z")
        assert in_journal(paths) == ["I stopped the truck.", "Nobody was hurt."]


async def test_removals_are_taken_back_one_by_one_the_last_first(tmp_path: Path) -> None:
    paths = home_taught(tmp_path, *SENTENCES)
    async with running(paths) as (app, pilot):
        await open_it(app, pilot)
        before = shown(app)
        await press(pilot, "x", "end", "x")
        assert in_journal(paths) == ["We had a meeting."]
        assert "u undo" in key_line(app)
        await press(pilot, "u")
        assert in_journal(paths) == ["We had a meeting.", "Nobody was hurt."]
        assert cursor(app) == 1
        await press(pilot, "ctrl+z")
        assert cursor(app) == 0
        assert shown(app) == before
        assert in_journal(paths) == list(SENTENCES)
        assert "undo" not in key_line(app)
        await press(pilot, "u")
        assert in_journal(paths) == list(SENTENCES)


async def test_nothing_can_be_taken_back_once_the_list_was_left(tmp_path: Path) -> None:
    paths = home_taught(tmp_path, *SENTENCES)
    async with running(paths) as (app, pilot):
        await open_it(app, pilot)
        await press(pilot, "x", "escape")
        link(app).focus()
        await press(pilot, "enter", "u")
        assert len(in_journal(paths)) == 2


async def test_an_empty_list_says_how_to_teach(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "s")
        assert "0 sentences" in str(link(app).render())
        await press(pilot, "escape")
        await open_it(app, pilot)
        assert app.screen.query_one("#empty").display
        assert "Nothing yet." in str(app.screen.query_one("#empty", Static).content)
        assert not app.screen.query_one(TaughtList).display
        await press(pilot, "x", "u")
        assert "remove" not in key_line(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, SettingsScreen)


async def test_the_last_one_removed_comes_back_under_the_cursor(tmp_path: Path) -> None:
    paths = home_taught(tmp_path, SENTENCES[0])
    async with running(paths) as (app, pilot):
        await open_it(app, pilot)
        await press(pilot, "x")
        assert app.screen.query_one("#empty").display
        await press(pilot, "u")
        assert not app.screen.query_one("#empty").display
        await press(pilot, "x")
        assert in_journal(paths) == []


@pytest.mark.parametrize("size", [(20, 5), (80, 24), (100, 30)])
async def test_a_long_sentence_is_there_in_full_and_hangs_below_its_mark(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    long = "I " + "carefully " * 30 + "restacked it."
    async with running(home_taught(tmp_path, long), size=size) as (app, pilot):
        await open_it(app, pilot)
        assert f"“{long}”" in shown(app)[0]
        prompt = app.screen.query_one(TaughtList).get_option_at_index(0).prompt
        first, *others = str(prompt).split("\n")
        assert first.startswith("✓ “")
        assert all(line.startswith("  ") for line in others)


async def test_hostile_text_is_shown_as_itself(tmp_path: Path) -> None:
    hostile = "[@click=app.quit]press[/] \x1b[2J"
    async with running(home_taught(tmp_path, hostile)) as (app, pilot):
        await open_it(app, pilot)
        assert "“[@click=app.quit]press[/] ␛[2J”" in shown(app)[0]


async def test_a_journal_that_cannot_be_written_is_told_and_keeps_the_sentence(tmp_path: Path) -> None:
    paths = home_taught(tmp_path, *SENTENCES)
    async with running(paths) as (app, pilot):
        await open_it(app, pilot)
        moved = paths.journal.with_name("elsewhere.db")
        paths.journal.rename(moved)
        await press(pilot, "x")
        assert app._notifications
        assert len(shown(app)) == 3
        moved.rename(paths.journal)
