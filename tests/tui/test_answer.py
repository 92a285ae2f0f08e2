"""Thinking and answering: what each key does, what is on disk, what happens when it cannot be."""

import sqlite3
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from interview_coach.coaching.rehearsal import Mode, Phase
from interview_coach.tui.app import CoachApp, Opening
from interview_coach.tui.screens.answer import AnswerScreen
from interview_coach.tui.screens.feedback import FeedbackScreen
from interview_coach.tui.screens.summary import SummaryScreen
from interview_coach.tui.screens.today import TodayScreen
from tests.tui.rehearsing import (
    FIRST,
    SECOND,
    STRONG,
    THOUGHTFUL,
    StandingClock,
    home_with,
    kept,
    press,
    running,
    settled,
)


def answering(app: CoachApp) -> AnswerScreen:
    assert isinstance(app.screen, AnswerScreen), app.screen
    return app.screen


def state(app: CoachApp) -> str:
    return str(answering(app).query_one("#state", Static).content)


async def write(app: CoachApp, pilot: Pilot[None], text: str) -> None:
    answering(app).box.insert(text)
    await settled(pilot)


async def test_a_bank_from_today_asks_its_first_question(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "enter")
        assert str(answering(app).query_one("#ask", Static).content) == FIRST.ask


async def test_thinking_time_counts_down_and_any_letter_begins(tmp_path: Path) -> None:
    clock = StandingClock()
    async with running(home_with(tmp_path, THOUGHTFUL), clock=clock) as (app, pilot):
        await press(pilot, "enter")
        assert answering(app).rehearsal.phase is Phase.THINKING
        clock.seconds += 12
        await press(pilot, "L", "a")
        assert (answering(app).box.text, answering(app).rehearsal.phase) == ("La", Phase.ANSWERING)
        assert answering(app).rehearsal.seconds == 0


async def test_enter_ends_the_thinking_time_and_writes_nothing(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, THOUGHTFUL)) as (app, pilot):
        await press(pilot, "enter", "enter")
        assert (answering(app).box.text, answering(app).rehearsal.phase) == ("", Phase.ANSWERING)
        assert answering(app).box.has_focus


async def test_ctrl_s_saves_scores_and_shows_the_feedback(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        await press(pilot, "enter")
        await write(app, pilot, STRONG)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, FeedbackScreen)
    with kept(paths) as journal:
        (line,) = journal.attempts.page()
        attempt = journal.attempts.get(line.id)
    assert attempt is not None
    assert (attempt.answer, attempt.bank_id, attempt.question.id) == (STRONG, "mine", "first")
    assert attempt.assessment is not None


async def test_an_empty_answer_is_not_taken(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        await press(pilot, "enter", "space", "ctrl+s")
        assert answering(app).rehearsal.phase is Phase.ANSWERING
    with kept(paths) as journal:
        assert journal.attempts.page() == []


async def test_a_draft_is_on_disk_after_a_moment(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        await press(pilot, "enter")
        await write(app, pilot, "Last March")
        assert "saving" in state(app)
        await answering(app)._keep_draft()
        assert "all saved" in state(app)
        with kept(paths) as journal:
            record = journal.rehearsals.latest_open()
            assert record is not None
            draft = journal.drafts.get(record.id, 0)
    assert draft is not None
    assert draft.text == "Last March"


async def test_pause_stops_the_time_and_a_letter_goes_on(tmp_path: Path) -> None:
    clock = StandingClock()
    async with running(home_with(tmp_path, FIRST), clock=clock) as (app, pilot):
        await press(pilot, "enter")
        clock.seconds += 10
        await press(pilot, "escape")
        clock.seconds += 500
        assert "Paused" in state(app)
        await press(pilot, "x")
        assert (answering(app).box.text, answering(app).rehearsal.seconds) == ("x", 10)


async def test_peek_shows_and_hides_the_checklist(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "enter")
        peek = answering(app).query_one("#peek", Static)
        assert not peek.display
        await press(pilot, "f3")
        assert peek.display
        assert "Says how it ended" in str(peek.content)
        await press(pilot, "ctrl+l")
        assert not peek.display


async def test_skipping_goes_on_and_keeps_what_was_typed(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST, SECOND)
    async with running(paths) as (app, pilot):
        await press(pilot, "enter")
        await write(app, pilot, "half an answer")
        await press(pilot, "ctrl+n")
        assert (answering(app).rehearsal.position, answering(app).box.text) == (1, "")
        await press(pilot, "ctrl+n")
        assert isinstance(app.screen, SummaryScreen)
        await press(pilot, "b")
        assert answering(app).box.text == "half an answer"


async def test_leaving_for_today_and_going_on_with_the_same_words(tmp_path: Path) -> None:
    clock = StandingClock()
    async with running(home_with(tmp_path, FIRST, SECOND), clock=clock) as (app, pilot):
        await press(pilot, "enter")
        asked = answering(app).rehearsal.current.question.id
        await write(app, pilot, "Last March")
        clock.seconds += 30
        await press(pilot, "ctrl+b")
        assert isinstance(app.screen, TodayScreen)
        clock.seconds += 900
        await press(pilot, "enter")
        screen = answering(app)
        assert (screen.box.text, screen.rehearsal.current.question.id) == ("Last March", asked)
        assert (screen.rehearsal.seconds, screen.rehearsal.paused) == (30, True)


async def test_interview_mode_asks_all_and_shows_feedback_at_the_end(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST, SECOND, mode="interview")
    async with running(paths) as (app, pilot):
        await press(pilot, "down", "enter")
        for _ in range(2):
            await write(app, pilot, STRONG)
            await press(pilot, "ctrl+s")
        assert isinstance(app.screen, SummaryScreen)
    with kept(paths) as journal:
        assert [line.scored for line in journal.attempts.page()] == [True, True]


async def test_a_rehearsal_can_be_asked_for_from_outside(tmp_path: Path) -> None:
    from interview_coach.journal.records import PlannedQuestion

    opening = Opening((PlannedQuestion("mine", "My bank", "en", SECOND),), Mode.COACH, think=False)
    async with running(home_with(tmp_path), opening) as (app, _):
        assert answering(app).rehearsal.current.question == SECOND


async def test_a_locked_journal_is_said_and_the_answer_stays_until_it_can_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        await press(pilot, "enter")
        await write(app, pilot, STRONG)
        connection = app.coach.journal._db._connection
        assert connection is not None
        connection.execute("PRAGMA busy_timeout = 50")
        other = sqlite3.connect(paths.journal, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await press(pilot, "ctrl+s")
        assert answering(app).box.text == STRONG
        assert "Not saved" in state(app)
        other.execute("ROLLBACK")
        other.close()
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, FeedbackScreen)
    with kept(paths) as journal:
        assert len(journal.attempts.page()) == 1


async def test_pasted_escape_codes_become_pictures(tmp_path: Path) -> None:
    from textual import events

    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "enter")
        answering(app).box.post_message(events.Paste("a\x1b[31mb\r\nc\x00d\te"))
        await settled(pilot)
        assert answering(app).box.text == "a␛[31mb\nc␀d e"


async def test_escape_codes_in_a_draft_become_pictures(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, SECOND)) as (app, pilot):
        await press(pilot, "enter")
        # As plain lines would have kept it.
        app.coach.keep_draft(answering(app).rehearsal, "a\x1b[31mb\tc")
        await press(pilot, "ctrl+n", "ctrl+n", "b")
        assert answering(app).box.text == "a␛[31mb c"
        await press(pilot, "ctrl+b", "enter")
        assert (answering(app).box.text, answering(app).rehearsal.paused) == ("a␛[31mb c", True)
        answering(app).box.load_text("\x1b[2J")
        assert answering(app).box.text == "␛[2J"


async def test_undo_and_redo_in_the_answer(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "enter")
        await write(app, pilot, "Last March")
        await press(pilot, "ctrl+a", "delete")
        assert answering(app).box.text == ""
        await press(pilot, "ctrl+z")
        assert answering(app).box.text == "Last March"
        await press(pilot, "ctrl+y")
        assert answering(app).box.text == ""


@pytest.mark.parametrize("size", [(20, 5), (40, 10), (200, 60)])
async def test_any_size_of_terminal_is_survived(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "enter")
        await write(app, pilot, STRONG)
        await pilot.resize_terminal(*size)
        await press(pilot, "x")
        await pilot.resize_terminal(100, 30)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, FeedbackScreen)
