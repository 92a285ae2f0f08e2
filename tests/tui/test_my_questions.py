"""Paste questions, see how each is taken, rehearse at once; nothing pasted is lost."""

import os
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from interview_coach.banks.question import Bank, QuestionType
from interview_coach.banks.reader import read_bank
from interview_coach.banks.standard import standard_checklist
from interview_coach.paths import Paths
from interview_coach.tui.app import CoachApp
from interview_coach.tui.screens.answer import AnswerScreen
from interview_coach.tui.screens.my_questions import MyQuestionsScreen
from interview_coach.tui.screens.today import TodayScreen
from tests.tui.rehearsing import FIRST, home_with, press, running, settled

CALM = "Tell me about a time you had to calm an angry customer."
WHY = "Why do you want to work for us?"
SKIP = "What would you do if a colleague asked you to skip the check?"
INVITATION = f"Questions from the invitation:\n1. {CALM}\n2. {WHY}\n3. {SKIP}\n"


async def opened(app: CoachApp, pilot: Pilot[None], pasted: str = "") -> MyQuestionsScreen:
    await press(pilot, "m")
    screen = app.screen
    assert isinstance(screen, MyQuestionsScreen)
    if pasted:
        screen.box.post_message(events.Paste(pasted))
        await settled(pilot)
    return screen


def taken(screen: MyQuestionsScreen) -> list[str]:
    return [str(option.prompt) for option in screen.query_one("#taken", OptionList).options]


def state(screen: MyQuestionsScreen) -> str:
    return str(screen.query_one("#state", Static).content)


def kept_banks(paths: Paths) -> list[Bank]:
    return [read_bank(file) for file in sorted(paths.banks.glob("my-questions-*.yaml"))]


async def test_each_question_shows_its_type_and_its_points(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        screen = await opened(app, pilot, INVITATION)
        points = len(standard_checklist(QuestionType.MOTIVATIONAL))
        assert len(taken(screen)) == 3
        assert taken(screen)[1] == f" 2  {WHY}\n    motivational: why you want it · {points} points"
        assert state(screen).startswith("3 questions, about ")
        assert "1 line left out" in state(screen)


async def test_they_are_kept_and_rehearsed_in_their_order(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        await opened(app, pilot, INVITATION)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, AnswerScreen)
        assert [p.question.ask for p in app.screen.rehearsal.questions] == [CALM, WHY, SKIP]
        assert app.library.bank("my-questions-2026-11-23").title == "My questions, 23 Nov"
    (bank,) = kept_banks(paths)
    assert [q.ask for q in bank.questions] == [CALM, WHY, SKIP]
    assert paths.banks.joinpath("my-questions-2026-11-23.yaml").stat().st_mode & 0o077 == 0


async def test_one_question_is_enough(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await opened(app, pilot, WHY)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, AnswerScreen)


@pytest.mark.parametrize("key", ["f4", "ctrl+r"])
async def test_the_type_at_the_cursor_is_changed_with_its_checklist(tmp_path: Path, key: str) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        screen = await opened(app, pilot, INVITATION)
        screen.box.move_cursor((2, 5))
        await press(pilot, key)
        assert screen.query_one("#taken", OptionList).highlighted == 1
        assert "technical (yours)" in taken(screen)[1]
        assert "yours" not in taken(screen)[0] + taken(screen)[2]
        await press(pilot, "ctrl+s")
    question = kept_banks(paths)[0].questions[1]
    assert question.type is QuestionType.TECHNICAL
    assert question.checklist == standard_checklist(QuestionType.TECHNICAL)


async def test_the_types_come_round(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        screen = await opened(app, pilot, WHY)
        seen = []
        for _ in QuestionType:
            await press(pilot, "f4")
            seen.append(taken(screen)[0].split("\n")[1].split()[0])
        assert set(seen) == {kind.value for kind in QuestionType}


async def test_a_chosen_type_stays_while_the_question_is_written_on(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        screen = await opened(app, pilot, WHY)
        await press(pilot, "f4", *" Now")
        assert "technical (yours)" in taken(screen)[0]
        assert "us? Now" in taken(screen)[0]


async def test_a_click_on_a_question_changes_its_type(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        screen = await opened(app, pilot, INVITATION)
        await pilot.click("#taken", offset=(6, 1))
        await settled(pilot)
        assert "(yours)" in taken(screen)[0]
        assert app.focused is screen.box


async def test_the_cursor_moves_the_mark(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        screen = await opened(app, pilot, INVITATION)
        options = screen.query_one("#taken", OptionList)
        for row, expected in ((0, 0), (1, 0), (2, 1), (3, 2), (4, 2)):
            screen.box.move_cursor((row, 0))
            await pilot.pause()
            assert options.highlighted == expected, row


async def test_nothing_and_no_question_start_nothing(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        screen = await opened(app, pilot)
        assert "One question a line" in state(screen)
        await press(pilot, "ctrl+s", "f4")
        assert app.screen is screen
        await press(pilot, *"12")
        assert "No question in this yet" in state(screen)
        await press(pilot, "ctrl+s")
        assert app.screen is screen
    assert kept_banks(paths) == []


async def test_more_than_fifty_are_too_many_and_stay_on_the_screen(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    many = "\n".join(f"Tell me about time number {i}" for i in range(51))
    async with running(paths) as (app, pilot):
        screen = await opened(app, pilot, many)
        assert "These are 51 questions. Paste at most 50" in state(screen)
        assert screen.query_one("#state").has_class("bad")
        await press(pilot, "ctrl+s")
        assert app.screen is screen
        assert screen.box.text == many
        # Leaving would lose them, so it takes a second key press.
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert app.is_running
    assert kept_banks(paths) == []


async def test_the_same_questions_are_not_kept_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        await opened(app, pilot, INVITATION)
        with monkeypatch.context() as patch:
            patch.setattr(app, "start_rehearsal", lambda _: None)
            await press(pilot, "ctrl+s", "ctrl+s")
        assert len(kept_banks(paths)) == 1
        await press(pilot, "x", "ctrl+s")
        assert isinstance(app.screen, AnswerScreen)
    assert {bank.id for bank in kept_banks(paths)} == {"my-questions-2026-11-23", "my-questions-2026-11-23-2"}


async def test_a_file_of_the_day_is_never_written_over(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    mine = paths.banks / "my-questions-2026-11-23.yaml"
    mine.write_text("not a bank\n")
    async with running(paths) as (app, pilot):
        await opened(app, pilot, WHY)
        await press(pilot, "ctrl+s")
        assert app.library.bank("my-questions-2026-11-23-2").title == "My questions, 23 Nov (2)"
    assert mine.read_text() == "not a bank\n"


async def test_what_cannot_be_saved_stays_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = home_with(tmp_path, FIRST)
    before = sorted(paths.banks.iterdir())
    async with running(paths) as (app, pilot):
        screen = await opened(app, pilot, INVITATION)

        def full(_: int) -> None:
            raise OSError(28, os.strerror(28))

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            await press(pilot, "ctrl+s")
        assert app.screen is screen
        assert screen.box.text == INVITATION
        (message,) = [n.message for n in app._notifications]
        assert "No space left on device" in message
        assert "Check that the disk has room" in message
        assert sorted(paths.banks.iterdir()) == before
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, AnswerScreen)


async def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    paths = home_with(tmp_path)
    paths.banks.write_text("a file where the folder should be")
    async with running(paths) as (app, pilot):
        screen = await opened(app, pilot, WHY)
        await press(pilot, "ctrl+s")
        assert app.screen is screen
        assert any("They are still on the screen" in n.message for n in app._notifications)


async def test_leaving_the_app_keeps_them(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        await opened(app, pilot, INVITATION)
        await pilot.press("ctrl+q")
        await settled(pilot)
    (bank,) = kept_banks(paths)
    assert [q.ask for q in bank.questions] == [CALM, WHY, SKIP]


async def test_esc_asks_before_it_drops_them(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        screen = await opened(app, pilot, WHY)
        await press(pilot, "escape")
        assert app.screen is screen
        # Whoever types on has changed their mind.
        await press(pilot, "x", "escape")
        assert app.screen is screen
        await press(pilot, "escape")
        assert isinstance(app.screen, TodayScreen)
    assert kept_banks(paths) == []


async def test_esc_leaves_at_once_where_nothing_is_typed(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await opened(app, pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, TodayScreen)


async def test_markup_and_control_characters_are_shown_as_they_are(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    nasty = "Why [@click=app.quit]us[/]? \x1b[31mr\x00\u202eb"
    async with running(paths) as (app, pilot):
        screen = await opened(app, pilot, nasty)
        assert taken(screen)[0].startswith(" 1  Why [@click=app.quit]us[/]? ␛[31mr␀�b\n")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, AnswerScreen)
        assert "[@click=app.quit]us[/]" in str(app.screen.query_one("#ask", Static).content)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_each_question_takes_two_lines(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(home_with(tmp_path, FIRST), size=size) as (app, pilot):
        screen = await opened(app, pilot, INVITATION)
        await press(pilot, "f4")
        options = screen.query_one("#taken", OptionList)
        width = options.scrollable_content_region.width
        assert all(len(line) <= width for prompt in taken(screen) for line in prompt.split("\n"))
        assert options.virtual_size.height == 6


async def test_it_survives_a_tiny_terminal_and_comes_back(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        screen = await opened(app, pilot, INVITATION)
        wide = taken(screen)
        await pilot.resize_terminal(20, 5)
        await settled(pilot)
        await press(pilot, "f4")
        await pilot.resize_terminal(100, 30)
        await settled(pilot)
        assert taken(screen)[:2] == wide[:2]
        assert screen.box.text == INVITATION


async def test_what_is_pasted_is_there_again_after_a_kill(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        screen = await opened(app, pilot, INVITATION)
        await screen._save_pasted()
        # Nothing is told to the app: this is where it is killed.
        assert paths.pasted.read_text() == screen.box.text
    async with running(paths) as (app, pilot):
        screen = await opened(app, pilot)
        assert len(taken(screen)) == 3


async def test_nothing_is_left_of_it_once_it_is_a_bank_or_dropped(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        await (await opened(app, pilot, INVITATION))._save_pasted()
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, AnswerScreen)
        assert not paths.pasted.exists()
        await press(pilot, "ctrl+b")
        await (await opened(app, pilot, INVITATION))._save_pasted()
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, TodayScreen)
        assert not paths.pasted.exists()
