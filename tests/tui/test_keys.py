"""The keys screen holds every command, and the editing keys it names do what it says."""

from pathlib import Path

import pytest

from interview_coach.tui.app import CoachApp
from interview_coach.tui.commands import COMMANDS, EVERYWHERE, shown
from interview_coach.tui.screens import keys
from interview_coach.tui.screens.keys import EDITING, KeysScreen, KeyTable, groups
from interview_coach.tui.screens.my_questions import MyQuestionsScreen
from interview_coach.tui.screens.today import TodayScreen
from tests.tui.rehearsing import FIRST, home_with, press, running

SCREENS = sorted({command.screen for command in COMMANDS} - {EVERYWHERE})


def text_of(app: CoachApp) -> str:
    return "\n".join(str(table.render()) for table in app.screen.query(KeyTable))


@pytest.mark.parametrize("screen", SCREENS)
def test_every_command_is_there_once_and_those_of_the_screen_first(screen: str) -> None:
    found = groups(screen)
    rows = [row for group in found for row in group.rows]
    for command in COMMANDS:
        assert rows.count(("  ".join(command.key_names), command.help)) >= 1
    assert len({group.title for group in found}) == len(found)
    assert sum(len(g.rows) for g in found) == len(COMMANDS) + len(EDITING) + len(keys.MOVING)
    first = next(c for c in COMMANDS if c.screen == screen)
    assert found[0].rows[0] == ("  ".join(first.key_names), first.help)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_has_a_name_for_people(screen: str) -> None:
    assert not any("_" in group.title for group in groups(screen))


async def test_f1_shows_them_and_esc_leads_back(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "f1")
        assert isinstance(app.screen, KeysScreen)
        assert text_of(app).startswith("Here: Today\nh ")
        await press(pilot, "escape")
        assert isinstance(app.screen, TodayScreen)


async def test_question_mark_shows_them_where_no_text_is_typed_only(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "question_mark")
        assert isinstance(app.screen, KeysScreen)
        await press(pilot, "q", "m", "question_mark")
        assert isinstance(app.screen, MyQuestionsScreen)
        assert app.screen.box.text == "?"
        await press(pilot, "f1")
        assert isinstance(app.screen, KeysScreen)
        assert text_of(app).startswith("Here: My questions")
        assert "Here, in the text" in text_of(app)


@pytest.mark.parametrize(("size", "columns"), [((100, 30), 2), ((80, 24), 1), ((20, 5), 1)])
async def test_two_columns_where_there_is_room_and_nothing_is_cut(
    tmp_path: Path, size: tuple[int, int], columns: int
) -> None:
    async with running(home_with(tmp_path, FIRST), size=size) as (app, pilot):
        await press(pilot, "f1")
        tables = list(app.screen.query(KeyTable))
        assert len({table.region.x for table in tables}) == columns
        for table in tables:
            lines = str(table.render()).split("\n")
            assert len(lines) == table.content_size.height
            assert max(map(len, lines)) <= table.content_size.width
        words = " ".join(text_of(app).split())
        everywhere = [c for c in COMMANDS if c.screen == EVERYWHERE]
        assert all(shown(c.keys.split(",")[0]) in words for c in everywhere)
        assert "Leave. Everything you typed is saved." in words


async def test_it_scrolls_by_keys(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST), size=(80, 24)) as (app, pilot):
        await press(pilot, "f1", "down", "down")
        scroll = app.screen.query_one("#scroll")
        assert scroll.scroll_target_y == 2


TEXT = "one two three\nfour five six"

# (keys named by the screen, what is pressed, text after it, selection after it); from (0, 7), after "two".
EDITS: list[tuple[str, tuple[str, ...], str, str]] = [
    ("^z", ("x", "ctrl+z"), TEXT, ""),
    ("^y", ("x", "ctrl+z", "ctrl+y"), "one twox three\nfour five six", ""),
    ("^a  F7", ("ctrl+a",), TEXT, TEXT),
    ("^a  F7", ("f7",), TEXT, TEXT),
    ("^x  ^c  ^v", ("ctrl+x",), "four five six", ""),
    ("^x  ^c  ^v", ("shift+end", "ctrl+x", "home", "ctrl+v"), " threeone two\nfour five six", ""),
    ("^x  ^c  ^v", ("shift+end", "ctrl+c", "home", "ctrl+v"), " threeone two three\nfour five six", ""),
    ("shift+arrows", ("shift+left", "shift+left"), TEXT, "wo"),
    ("shift+arrows", ("shift+down", "shift+right"), TEXT, " three\nfour fiv"),
    ("F6", ("f6",), TEXT, "one two three"),
    ("^←  ^→", ("ctrl+left", "x"), "one xtwo three\nfour five six", ""),
    ("^←  ^→", ("ctrl+right", "x"), "one two threex\nfour five six", ""),
    ("^←  ^→", ("ctrl+shift+left",), TEXT, "two"),
    ("^←  ^→", ("ctrl+shift+right",), TEXT, " three"),
    ("home  end", ("home", "x"), "xone two three\nfour five six", ""),
    ("home  end", ("end", "x"), "one two threex\nfour five six", ""),
    ("^home  ^end", ("ctrl+home", "x"), "xone two three\nfour five six", ""),
    ("^home  ^end", ("ctrl+end", "x"), TEXT + "x", ""),
    ("pgup  pgdn", ("pagedown", "end", "x"), TEXT + "x", ""),
    ("pgup  pgdn", ("pagedown", "pageup", "home", "x"), "xone two three\nfour five six", ""),
    ("^w  ^del", ("ctrl+w",), "one  three\nfour five six", ""),
    ("^w  ^del", ("ctrl+delete",), "one two\nfour five six", ""),
    ("^u  ^k", ("ctrl+u",), " three\nfour five six", ""),
    ("^u  ^k", ("ctrl+k",), "one two\nfour five six", ""),
]


def test_each_editing_key_is_tried() -> None:
    assert {name for name, *_ in EDITS} == {name for name, _ in EDITING}


async def test_editing_keys_do_what_the_screen_says(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "m")
        assert isinstance(app.screen, MyQuestionsScreen)
        box = app.screen.box
        for name, pressed, text, selected in EDITS:
            box.load_text(TEXT)
            box.move_cursor((0, 7))
            await pilot.press(*pressed)
            await pilot.pause()
            assert (box.text, box.selected_text) == (text, selected), (name, pressed)
