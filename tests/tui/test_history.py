"""The history: order, pages, search, marks, and that the cursor stays where it was."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from interview_coach.scoring.assessment import Verdict
from interview_coach.tui.app import CoachApp
from interview_coach.tui.screens.attempt import AttemptScreen
from interview_coach.tui.screens.compare import CompareScreen
from interview_coach.tui.screens.history import HistoryScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.widgets.attempt_list import AttemptList
from tests.tui.kept_answers import answered, keep
from tests.tui.rehearsing import FIRST, SECOND, home_with, press, running, settled

SIZES = [(100, 30), (80, 24)]


def history(app: CoachApp) -> HistoryScreen:
    assert isinstance(app.screen, HistoryScreen), app.screen
    return app.screen


def attempts(app: CoachApp) -> AttemptList:
    return history(app).query_one(AttemptList)


def line(app: CoachApp, row: int) -> str:
    """Return what is drawn: row 0 is the names of the columns."""
    return "".join(segment.text for segment in attempts(app).render_line(row))


def lines(app: CoachApp) -> list[str]:
    return [line(app, row) for row in range(1, attempts(app).count + 1)]


def under_cursor(app: CoachApp) -> str:
    current = attempts(app).current
    assert current is not None
    return current.id


def keys(app: CoachApp) -> dict[str, str]:
    """Return what each key does here, as the footer has it."""
    return {key: bound.binding.action for key, bound in app.screen.active_bindings.items()}


def state(app: CoachApp) -> str:
    return str(history(app).query_one("#state", Static).content)


def notes(app: CoachApp) -> list[str]:
    return [note.message for note in app._notifications]


async def test_the_newest_answer_comes_first_with_date_competency_bank_and_score(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST, SECOND), [answered("old", hours_ago=50), answered("new")])
    async with running(paths) as (app, pilot):
        await press(pilot, "h")
        newest, older = lines(app)
        assert "23 Nov 11:00" in newest
        assert "21 Nov 10:00" in older
        assert "safety" in newest
        assert "My bank" in newest
        # Found counts one, unclear half of a point: 1.5 of 4.
        assert newest.rstrip().endswith("38")


async def test_an_answer_of_another_year_shows_the_year(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("old", hours_ago=24 * 365)])
    async with running(paths) as (app, pilot):
        await press(pilot, "h")
        assert "23 Nov 2025" in line(app, 1)


@pytest.mark.parametrize(("size", "bank"), [((100, 30), True), ((80, 24), False)])
async def test_the_bank_gives_way_where_it_is_narrow(
    tmp_path: Path, size: tuple[int, int], bank: bool
) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("a")])
    async with running(paths, size=size) as (app, pilot):
        await press(pilot, "h")
        assert ("Bank" in line(app, 0)) is bank
        assert "Competency" in line(app, 0)
        assert "Score" in line(app, 0)
        assert FIRST.ask in str(history(app).query_one("#here", Static).content)


async def test_a_tiny_terminal_and_back(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered(f"{n:03}", hours_ago=n) for n in range(40)])
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "end")
        await pilot.resize_terminal(20, 5)
        await press(pilot, "up")
        assert line(app, 0).startswith("▸")
        await pilot.resize_terminal(100, 30)
        await press(pilot, "up")
        assert under_cursor(app) == "037"
        drawn = [line(app, y) for y in range(attempts(app).size.height)]
        assert any(text.startswith("▸") for text in drawn)


async def test_pages_are_read_as_the_cursor_nears_the_end(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered(f"{n:03}", hours_ago=n) for n in range(230)])
    async with running(paths) as (app, pilot):
        await press(pilot, "h")
        assert attempts(app).count == 100
        await press(pilot, "end")
        assert under_cursor(app) == "099"
        assert attempts(app).count == 200
        await press(pilot, "end", "end")
        assert attempts(app).count == 230
        assert under_cursor(app) == "229"
        shown = [loaded.id for loaded in attempts(app)._lines]
        assert shown == sorted(shown)
        assert len(set(shown)) == 230


async def test_scrolling_alone_reads_on(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered(f"{n:03}", hours_ago=n) for n in range(150)])
    async with running(paths) as (app, pilot):
        await press(pilot, "h")
        attempts(app).scroll_end(animate=False)
        await settled(pilot)
        assert attempts(app).count == 150
        assert under_cursor(app) == "000"


async def test_the_cursor_stays_and_the_score_follows_an_overruled_verdict(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered(f"{n}", hours_ago=n) for n in range(1, 5)])
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "down", "down", "enter")
        assert isinstance(app.screen, AttemptScreen)
        app.coach.overrule("3", "number", Verdict.FOUND)
        await press(pilot, "escape")
        assert under_cursor(app) == "3"
        assert line(app, 3).rstrip().endswith("62")
        assert line(app, 2).rstrip().endswith("38")


async def test_a_third_mark_replaces_the_oldest(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered(f"{n}", hours_ago=n) for n in range(1, 4)])
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "space", "down", "space")
        assert ["●" in text for text in lines(app)] == [True, True, False]
        assert "2 marked" in state(app)
        await press(pilot, "down", "space")
        assert ["●" in text for text in lines(app)] == [False, True, True]
        await press(pilot, "space")
        assert ["●" in text for text in lines(app)] == [False, True, False]
        assert "1 marked" in state(app)


async def test_two_marked_ones_are_compared_the_older_first(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered(f"{n}", hours_ago=n) for n in range(1, 4)])
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "space", "down", "down", "space", "up", "c")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert (screen._older.id, screen._newer.id) == ("3", "1")
        await press(pilot, "escape")
        assert under_cursor(app) == "2"


async def test_one_marked_is_compared_with_the_one_under_the_cursor(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered(f"{n}", hours_ago=n) for n in range(1, 4)])
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "space", "down", "down", "c")
        assert isinstance(app.screen, CompareScreen)
        assert (app.screen._older.id, app.screen._newer.id) == ("3", "1")


async def test_without_marks_it_is_compared_with_the_one_before_at_the_same_question(tmp_path: Path) -> None:
    paths = keep(
        home_with(tmp_path, FIRST, SECOND),
        [answered("1"), answered("2", hours_ago=2, question=SECOND), answered("3", hours_ago=3)],
    )
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "c")
        assert isinstance(app.screen, CompareScreen)
        assert (app.screen._older.id, app.screen._newer.id) == ("3", "1")
        await press(pilot, "escape", "down", "c")
        assert isinstance(app.screen, HistoryScreen)
        assert any("first answer to that question" in note for note in notes(app))


@pytest.mark.parametrize("size", SIZES)
async def test_search_looks_through_questions_and_answers(tmp_path: Path, size: tuple[int, int]) -> None:
    paths = keep(
        home_with(tmp_path, FIRST, SECOND),
        [
            answered("1", answer="I drove the Übung truck."),
            answered("2", hours_ago=2, question=SECOND),
            answered("3", hours_ago=3),
        ],
    )
    async with running(paths, size=size) as (app, pilot):
        await press(pilot, "h", "down", "slash", *"LATE")
        assert [found.id for found in attempts(app)._lines] == ["2"]
        assert "1 with “LATE”" in state(app)
        history(app).query_one(Input).value = "übung"
        await settled(pilot)
        assert [found.id for found in attempts(app)._lines] == ["1"]


async def test_letters_and_blanks_go_into_the_search_box_and_enter_leads_to_what_was_found(
    tmp_path: Path,
) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("1"), answered("2", hours_ago=2, answer="A c c.")])
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "ctrl+f", "c", "space", "c")
        box = history(app).query_one(Input)
        assert box.value == "c c"
        assert keys(app).get("space") != "mark"
        await press(pilot, "enter")
        assert not box.has_focus
        assert keys(app)["space"] == "mark"
        await press(pilot, "enter")
        assert isinstance(app.screen, AttemptScreen)
        assert app.screen._attempt.id == "2"


async def test_escape_ends_the_search_then_the_history(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("1"), answered("2", hours_ago=2, answer="Zebra.")])
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "slash", *"zebra", "down", "escape")
        assert attempts(app).count == 2
        assert under_cursor(app) == "2"
        assert attempts(app).has_focus
        assert not history(app).query_one(Input).display
        await press(pilot, "escape")
        assert isinstance(app.screen, TodayScreen)


async def test_marks_outlive_a_search(tmp_path: Path) -> None:
    paths = keep(
        home_with(tmp_path, FIRST),
        [answered("1", answer="An apple."), answered("2", hours_ago=2), answered("3", hours_ago=3)],
    )
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "slash", *"apple", "enter", "space", "escape", "down", "down", "space", "c")
        assert isinstance(app.screen, CompareScreen)
        assert (app.screen._older.id, app.screen._newer.id) == ("3", "1")


async def test_nothing_found_and_nothing_there_say_so_and_offer_only_what_works(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        await press(pilot, "h")
        empty = history(app).query_one("#empty", Static)
        assert empty.display
        assert "No answers yet" in str(empty.content)
        assert not {"open", "mark", "compare", "search"} & set(keys(app).values())
        assert keys(app)["escape"] == "back"
        await press(pilot, "enter", "space", "c", "slash")
        assert isinstance(app.screen, HistoryScreen)


async def test_no_match_is_said_and_escape_brings_all_back(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("1")])
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "slash", *"zzz")
        empty = history(app).query_one("#empty", Static)
        assert empty.display
        assert "contains “zzz”" in str(empty.content)
        await press(pilot, "escape")
        assert not empty.display
        assert under_cursor(app) == "1"


async def test_a_click_opens_the_line_under_it(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered(f"{n}", hours_ago=n) for n in range(1, 4)])
    async with running(paths) as (app, pilot):
        await press(pilot, "h")
        # Border, then the names of the columns, then the first line.
        await pilot.click(AttemptList, offset=(20, 3))
        await settled(pilot)
        assert isinstance(app.screen, AttemptScreen)
        assert app.screen._attempt.id == "2"


async def test_markup_and_control_characters_show_as_themselves(tmp_path: Path) -> None:
    nasty = replace(FIRST, ask="[@click=app.quit]x[/] \x1b[31m\x00 日本語", competency="[b]bold")
    paths = keep(home_with(tmp_path, FIRST), [answered("1", question=nasty)])
    async with running(paths) as (app, pilot):
        await press(pilot, "h")
        assert "[@click=app.quit]x[/] ␛[31m␀ 日本" in line(app, 1)
        assert "[b]bold" in line(app, 1)
        assert attempts(app).render_line(1).cell_length == attempts(app).render_line(0).cell_length
        await press(pilot, "enter")
        assert isinstance(app.screen, AttemptScreen)


async def test_a_journal_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("1")])
    async with running(paths) as (app, pilot):
        app.coach.journal.close()
        await press(pilot, "h")
        assert any("journal is closed" in note for note in notes(app))
