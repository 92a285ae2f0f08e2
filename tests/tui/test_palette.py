"""The search over everything: what works here, banks, questions, answers; nothing typed is lost."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from interview_coach.tui.app import CoachApp
from interview_coach.tui.palette import Palette, likeness
from interview_coach.tui.screens.answer import AnswerScreen
from interview_coach.tui.screens.attempt import AttemptScreen
from interview_coach.tui.screens.history import HistoryScreen
from interview_coach.tui.screens.settings import SettingsScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.widgets.attempt_list import AttemptList
from tests.tui.kept_answers import answered, keep
from tests.tui.rehearsing import FIRST, SECOND, home_with, kept, press, running, settled


@pytest.fixture
def no_timed_drafts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be saved by the passing of time, so that only what the palette does can save it."""
    monkeypatch.setattr("interview_coach.tui.screens.answer._DRAFT_EVERY", 3600.0)


def hits(app: CoachApp) -> list[str]:
    """Return the lines of the palette, white space folded."""
    assert isinstance(app.screen, Palette), app.screen
    found = app.screen.query_one(OptionList)
    return [" ".join(str(found.get_option_at_index(i).prompt).split()) for i in range(found.option_count)]


async def search(app: CoachApp, pilot: Pilot[None], text: str) -> list[str]:
    """Open the palette, type and return what is found."""
    await press(pilot, "ctrl+p")
    for key in text:
        await pilot.press("space" if key == " " else key)
    await settled_palette(app, pilot)
    return hits(app)


async def settled_palette(app: CoachApp, pilot: Pilot[None]) -> None:
    # Each further letter cancels the search before it, so only the palette's own last worker counts.
    await pilot.pause()
    while any(not worker.is_finished for worker in app.workers):
        await pilot.pause(0.01)
    await pilot.pause()


async def choose(app: CoachApp, pilot: Pilot[None], text: str, line: str) -> None:
    """Search for `text` and run the hit that contains `line`."""
    found = await search(app, pilot, text)
    (index,) = [i for i, hit in enumerate(found) if line in hit]
    for _ in range(index):
        await pilot.press("down")
    await press(pilot, "enter")
    # The app runs its messages one after the other, and what was chosen was sent before this one.
    ran = asyncio.Event()
    app.call_later(ran.set)
    await ran.wait()
    await settled(pilot)


async def test_an_empty_search_lists_what_works_here_with_its_keys(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("1", verdicts="")])
    async with running(paths) as (app, pilot):
        assert await search(app, pilot, "") == [
            "history h Look at your answers so far.",
            *[hit for hit in hits(app) if not hit.startswith("history")],
        ]
        assert "light or dark F8 Switch between the light and the dark theme." in hits(app)
        assert not any(hit.startswith("drop") for hit in hits(app))
        await press(pilot, "escape", "h", "enter")
        assert isinstance(app.screen, AttemptScreen)
        offered = await search(app, pilot, "")
        assert any(hit.startswith("sample a ") for hit in offered)
        assert any(hit.startswith("settings Change") for hit in offered)
        # There is no verdict to overrule and no attempt before it.
        assert not any(hit.startswith(("overrule", "compare", "undo")) for hit in offered)


@pytest.mark.parametrize("screen", ["today", "answer", "feedback", "history", "search box"])
async def test_it_opens_everywhere(tmp_path: Path, screen: str) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("1")])
    ways = {
        "today": [],
        "answer": ["enter"],
        "feedback": ["enter", *"Last March I ran", "ctrl+s"],
        "history": ["h"],
        "search box": ["h", "slash"],
    }
    async with running(paths) as (app, pilot):
        await press(pilot, *("space" if key == " " else key for key in ways[screen]))
        before = app.screen
        await press(pilot, "ctrl+p", "ctrl+p")
        assert hits(app)
        await press(pilot, "escape")
        assert app.screen is before


async def test_a_command_is_run_on_its_screen(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        theme = app.theme
        await choose(app, pilot, "dark", "light or dark")
        assert app.theme != theme
        await choose(app, pilot, "history", "Look at your answers")
        assert isinstance(app.screen, HistoryScreen)
        await choose(app, pilot, "back", "esc Go back.")
        assert isinstance(app.screen, TodayScreen)


@pytest.mark.usefixtures("no_timed_drafts")
async def test_todays_commands_are_reached_from_elsewhere_and_keep_what_is_typed(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        await press(pilot, "enter", "a", "b")
        await choose(app, pilot, "settings", "Change how")
        assert isinstance(app.screen, SettingsScreen)
        assert not any(isinstance(screen, AnswerScreen) for screen in app.screen_stack)
    with kept(paths) as journal:
        record = journal.rehearsals.latest_open()
        assert record is not None
        draft = journal.drafts.get(record.id, 0)
        assert draft is not None
        assert draft.text == "ab"


async def test_a_bank_is_rehearsed(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, SECOND)) as (app, pilot):
        await choose(app, pilot, "my bank", "rehearse My bank 2 questions")
        assert isinstance(app.screen, AnswerScreen)
        assert {p.question.id for p in app.screen.rehearsal.questions} == {"first", "second"}


async def test_one_question_is_asked_alone(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, SECOND)) as (app, pilot):
        await choose(app, pilot, "you late", SECOND.ask)
        assert isinstance(app.screen, AnswerScreen)
        assert [p.question.id for p in app.screen.rehearsal.questions] == ["second"]
        assert app.screen.rehearsal.questions[0].bank_title == "My bank"


async def test_answers_are_found_by_what_was_said_and_opened(tmp_path: Path) -> None:
    paths = keep(
        home_with(tmp_path, FIRST),
        [answered("1"), answered("2", hours_ago=30, answer="We had a zebra on the dock.")],
    )
    async with running(paths) as (app, pilot):
        assert await search(app, pilot, "zebra") == [
            f"22 Nov 06:00 38 {FIRST.ask}",
            "history Search all answers for “zebra”",
        ]
        await press(pilot, "enter")
        assert isinstance(app.screen, AttemptScreen)
        assert app.screen._attempt.id == "2"


async def test_the_search_goes_on_in_the_history(tmp_path: Path) -> None:
    paths = keep(
        home_with(tmp_path, FIRST),
        [answered(f"{n:02}", hours_ago=n + 1, answer="A zebra again.") for n in range(15)],
    )
    async with running(paths) as (app, pilot):
        await choose(app, pilot, "zebra", "Search all answers")
        assert isinstance(app.screen, HistoryScreen)
        await settled(pilot)
        assert app.screen.query_one(AttemptList).count == 15
        await press(pilot, "escape")
        assert isinstance(app.screen, HistoryScreen)


async def test_commands_come_before_banks_banks_before_questions_and_questions_before_answers(
    tmp_path: Path,
) -> None:
    asked = replace(FIRST, ask="What is my history with banks?")
    paths = keep(home_with(tmp_path, asked), [answered("1", question=asked)])
    async with running(paths) as (app, pilot):
        found = await search(app, pilot, "history")
        kinds = [hit.split()[0] for hit in found]
        assert kinds.index("history") < kinds.index("question") < kinds.index("23")
        found = await search_again(app, pilot, "bank")
        kinds = [hit.split()[0] for hit in found]
        assert kinds.index("rehearse") < kinds.index("question") < kinds.index("23")


async def search_again(app: CoachApp, pilot: Pilot[None], text: str) -> list[str]:
    await press(pilot, "escape")
    return await search(app, pilot, text)


@pytest.mark.usefixtures("no_timed_drafts")
async def test_starting_something_else_keeps_the_answer_that_is_being_typed(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST, SECOND)
    async with running(paths) as (app, pilot):
        await press(pilot, "enter")
        assert isinstance(app.screen, AnswerScreen)
        left = app.screen.rehearsal.id
        await pilot.press(*"half")
        await choose(app, pilot, "you late", "question Tell")
        assert isinstance(app.screen, AnswerScreen)
        assert app.screen.rehearsal.id != left
    with kept(paths) as journal:
        draft = journal.drafts.get(left, 0)
        assert draft is not None
        assert draft.text == "half"


async def test_nothing_is_started_where_the_answer_cannot_be_kept(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, SECOND)) as (app, pilot):
        await press(pilot, "enter")
        answering = app.screen
        assert isinstance(answering, AnswerScreen)
        app.coach.journal.close()
        await pilot.press(*"half")
        await choose(app, pilot, "you late", "question Tell")
        now: object = app.screen
        assert now is answering
        assert answering.box.text == "half"
        assert any("nothing else was started" in note.message for note in app._notifications)


async def test_time_stands_still_while_an_older_answer_is_looked_at(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("1", answer="A zebra.")])
    async with running(paths) as (app, pilot):
        await press(pilot, "enter")
        answering = app.screen
        assert isinstance(answering, AnswerScreen)
        await pilot.press(*"half")
        await choose(app, pilot, "zebra", "23 Nov")
        assert isinstance(app.screen, AttemptScreen)
        assert answering.rehearsal.paused
        await press(pilot, "escape", "escape")
        back: object = app.screen
        assert back is answering
        assert not answering.rehearsal.paused
        assert answering.box.text == "half"


async def test_markup_in_banks_and_answers_shows_as_itself(tmp_path: Path) -> None:
    nasty = replace(FIRST, ask="[@click=app.quit]x[/] zebra [b", competency="[red]c[/]")
    paths = keep(home_with(tmp_path, nasty), [answered("1", question=replace(nasty, ask="zebra \x1b[31m"))])
    async with running(paths) as (app, pilot):
        found = await search(app, pilot, "zebra")
        assert found[0].startswith("question [@click=app.quit]x[/] zebra [b [red]c[/] · My bank")
        assert "zebra ␛[31m" in found[1]
        await press(pilot, "enter")
        assert isinstance(app.screen, AnswerScreen)


async def test_a_match_far_to_the_right_is_brought_into_view(tmp_path: Path) -> None:
    long = replace(FIRST, ask="word " * 40 + "zebra at the end")
    async with running(home_with(tmp_path, long), size=(80, 24)) as (app, pilot):
        found = await search(app, pilot, "zebra")
        assert found[0].startswith("question …word")
        assert found[0].index("zebra") < 70


async def test_a_journal_that_cannot_be_searched_is_told_and_the_rest_is_found(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        app.coach.journal.close()
        found = await search(app, pilot, "safe")
        assert any(hit.startswith("question") and FIRST.ask in hit for hit in found)
        assert any("journal is closed" in note.message for note in app._notifications)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("forklift truck", "a forklift"),
        ("a forklift", "reforklifted"),
        ("reforklifted", "fork and lift"),
    ],
)
def test_a_beginning_fits_better_than_a_word_and_a_word_better_than_a_part(better: str, worse: str) -> None:
    assert likeness("Forklift", better) > likeness("Forklift", worse)


def test_every_word_has_to_be_there() -> None:
    assert likeness("safe load", "A load that was not safe") > 0
    assert likeness("safe zebra", "A load that was not safe") == 0
    assert likeness("  ", "anything") == 0
