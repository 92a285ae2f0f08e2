"""One attempt of the history: its title, its verdicts, and the way to the one before it."""

from pathlib import Path

from textual.widgets import Static

from interview_coach.scoring.assessment import Verdict
from interview_coach.tui.app import CoachApp
from interview_coach.tui.screens.attempt import AttemptScreen
from interview_coach.tui.screens.compare import CompareScreen
from interview_coach.tui.screens.history import HistoryScreen
from interview_coach.tui.widgets.title_line import TitleLine
from tests.tui.kept_answers import answered, keep
from tests.tui.rehearsing import FIRST, SECOND, home_with, kept, press, running


def actions(app: CoachApp) -> set[str]:
    return {bound.binding.action for bound in app.screen.active_bindings.values()}


def score(app: CoachApp) -> str:
    return str(app.screen.query_one("#score", Static).content)


async def test_the_title_tells_when_it_was_and_of_which_bank(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("1")])
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "enter")
        title = str(app.screen.query_one(TitleLine).render())
        assert "Attempt, 23 Nov 2026 11:00 · My bank" in title


async def test_an_overruled_verdict_is_kept_and_can_be_taken_back(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("1", verdicts="mmmm")])
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "enter")
        assert score(app).startswith("0")
        await press(pilot, "home", "o", "f")
        assert score(app).startswith("25")
        with kept(paths) as journal:
            attempt = journal.attempts.get("1")
            assert attempt is not None
            assert attempt.overrules == {"situation": Verdict.FOUND}
        await press(pilot, "u")
        assert score(app).startswith("0")
        with kept(paths) as journal:
            attempt = journal.attempts.get("1")
            assert attempt is not None
            assert attempt.overrules == {}


async def test_compare_is_offered_only_where_there_is_one_before(tmp_path: Path) -> None:
    paths = keep(
        home_with(tmp_path, FIRST, SECOND),
        [answered("1"), answered("2", hours_ago=2), answered("3", hours_ago=3, question=SECOND)],
    )
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "enter")
        assert "compare" in actions(app)
        assert "last time 38" in score(app)
        await press(pilot, "c")
        assert isinstance(app.screen, CompareScreen)
        assert (app.screen._older.id, app.screen._newer.id) == ("2", "1")
        await press(pilot, "escape", "escape", "down", "enter")
        assert "compare" not in actions(app)
        await press(pilot, "c")
        assert isinstance(app.screen, AttemptScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HistoryScreen)


async def test_a_comparison_shows_the_verdict_that_was_just_overruled(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("1", verdicts="mmmm"), answered("2", hours_ago=2)])
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "enter", "home", "o", "f", "c")
        assert isinstance(app.screen, CompareScreen)
        assert "38 → 25" in str(app.screen.query_one("#scores", Static).content)


async def test_an_answer_that_is_not_scored_says_why_and_cannot_be_overruled(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("1", verdicts="")])
    async with running(paths, size=(80, 24)) as (app, pilot):
        await press(pilot, "h", "enter")
        assert "not scored: too short to judge." in score(app)
        assert "overrule" not in actions(app)
        assert "sample" in actions(app)


async def test_a_damaged_older_attempt_does_not_hide_the_newer_one(tmp_path: Path) -> None:
    paths = keep(home_with(tmp_path, FIRST), [answered("1"), answered("2", hours_ago=2)])
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(paths.journal)) as connection, connection:
        connection.execute("UPDATE attempt SET assessment = '{' WHERE id = '2'")
    async with running(paths) as (app, pilot):
        await press(pilot, "h", "enter")
        assert isinstance(app.screen, AttemptScreen)
        assert "compare" not in actions(app)
        await press(pilot, "escape", "down", "enter")
        assert isinstance(app.screen, HistoryScreen)
        assert any("is damaged" in note.message for note in app._notifications)
