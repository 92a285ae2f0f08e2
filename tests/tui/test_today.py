"""Home: what is offered, and that it follows what happens elsewhere."""

from pathlib import Path

from textual.widgets import OptionList, Static

from interview_coach.coaching.rehearsal import Mode
from interview_coach.tui.app import CoachApp
from interview_coach.tui.screens.answer import AnswerScreen
from interview_coach.tui.screens.choose import ChooseScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.widgets.tick_list import TickList
from interview_coach.tui.widgets.title_line import TitleLine
from tests.tui.rehearsing import FIRST, SECOND, STRONG, home_with, kept, press, running


def offered(app: CoachApp) -> list[str]:
    assert isinstance(app.screen, TodayScreen), app.screen
    following = app.screen.query_one("#next", OptionList)
    return [str(following.get_option_at_index(i).prompt) for i in range(following.option_count)]


async def test_the_preferred_bank_comes_first_with_its_minutes(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, SECOND)) as (app, _):
        assert offered(app)[0] == "Rehearse: My bank   6 min"


async def test_the_interview_stands_in_the_title(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST, interview_title="Team lead", interview_date="2026-11-26")
    async with running(paths) as (app, _):
        line = str(app.screen.query_one(TitleLine).render())
        assert "Team lead · interview in 3 days (Thu 26 Nov)" in line


async def test_where_one_stands_follows_the_answers(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, SECOND)) as (app, pilot):
        standing = app.screen.query_one("#standing", Static)
        assert "Nothing yet" in str(standing.content)
        await press(pilot, "enter")
        assert isinstance(app.screen, AnswerScreen)
        app.screen.box.load_text(STRONG)
        await press(pilot, "ctrl+s", "ctrl+b")
        assert "safety" in str(standing.content)


async def test_a_left_rehearsal_is_offered_first_and_can_be_dropped(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST, SECOND)
    async with running(paths) as (app, pilot):
        await press(pilot, "enter", "ctrl+b")
        assert offered(app)[0].startswith("Go on with question 1 of 2")
        await press(pilot, "delete")
        assert not offered(app)[0].startswith("Go on")
    with kept(paths) as journal:
        assert journal.rehearsals.latest_open() is None


async def test_a_full_interview_has_no_feedback_in_between(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, SECOND)) as (app, pilot):
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, AnswerScreen)
        assert app.screen.rehearsal.mode is Mode.INTERVIEW


async def test_a_broken_bank_is_said_and_the_others_work(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    (paths.banks / "broken.yaml").write_text("format: 1\nid: [")
    async with running(paths) as (app, _):
        assert any("broken.yaml:" in n.message for n in app._notifications)
        assert "My bank" in offered(app)[0]


async def test_a_damaged_journal_is_said_and_kept(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    paths.journal.write_bytes(b"this is not a journal" * 100)
    async with running(paths) as (app, _):
        assert any("damaged" in n.message for n in app._notifications)
    (aside,) = tmp_path.glob("journal.damaged-*.db")
    assert aside.read_bytes() == b"this is not a journal" * 100


async def test_choosing_competency_and_number(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, SECOND)) as (app, pilot):
        await press(pilot, "down", "down", "enter")
        assert isinstance(app.screen, ChooseScreen)
        assert "2 questions of 2" in str(app.screen.query_one("#plan", Static).content)
        app.screen.query_one("#number").focus()
        while "1 question of 2" not in str(app.screen.query_one("#plan", Static).content):
            await press(pilot, "left")
        app.screen.query_one("#mode").focus()
        await press(pilot, "right", "ctrl+s")
        assert isinstance(app.screen, AnswerScreen)
        assert len(app.screen.rehearsal.questions) == 1
        assert app.screen.rehearsal.mode is Mode.INTERVIEW


async def test_no_bank_ticked_does_not_start(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "down", "down", "enter")
        assert isinstance(app.screen, ChooseScreen)
        banks = app.screen.query_one(TickList)
        banks.highlighted = banks.get_option_index("mine")
        await press(pilot, "space", "ctrl+s")
        assert isinstance(app.screen, ChooseScreen)
        assert "Tick a bank" in str(app.screen.query_one("#plan", Static).content)


async def test_the_theme_changes_and_is_kept(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        await press(pilot, "f8")
        assert app.theme == "coach-light"
    async with running(paths) as (app, _):
        assert app.theme == "coach-light"


async def test_a_journal_that_fails_is_told_and_ends_nothing(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, SECOND)) as (app, pilot):
        await press(pilot, "enter", "ctrl+b")
        app.coach.journal.close()
        await press(pilot, "enter", "down", "enter", "delete")
        assert isinstance(app.screen, TodayScreen)
        assert any("journal is closed" in n.message for n in app._notifications)
