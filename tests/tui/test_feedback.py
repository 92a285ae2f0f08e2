"""Feedback: evidence in the answer, one point unfolded, the user's verdict, what comes next."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from interview_coach.scoring.assessment import Verdict
from interview_coach.tui.app import CoachApp
from interview_coach.tui.screens.answer import AnswerScreen
from interview_coach.tui.screens.feedback import FeedbackScreen
from interview_coach.tui.screens.summary import SummaryScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.widgets.checklist_view import ChecklistView
from interview_coach.tui.widgets.marked_answer import MarkedAnswer
from tests.tui.rehearsing import FIRST, SECOND, STRONG, home_with, kept, press, running


def feedback(app: CoachApp) -> FeedbackScreen:
    assert isinstance(app.screen, FeedbackScreen), app.screen
    return app.screen


async def answer(app: CoachApp, pilot: Pilot[None], text: str = STRONG) -> FeedbackScreen:
    assert isinstance(app.screen, AnswerScreen)
    app.screen.box.load_text(text)
    await press(pilot, "ctrl+s")
    return feedback(app)


def shown_answer(screen: FeedbackScreen) -> str:
    return str(screen.query_one(MarkedAnswer).query_one(Static).content)


def entry(screen: FeedbackScreen, index: int) -> str:
    """Return what one point of the checklist shows, white space folded."""
    return " ".join(str(screen.query_one(ChecklistView).get_option_at_index(index).prompt).split())


def score(screen: FeedbackScreen) -> str:
    return str(screen.query_one("#score", Static).content)


async def test_evidence_is_marked_in_the_answer_with_the_number_of_its_point(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "enter")
        screen = await answer(app, pilot)
        assessment = screen._attempt.assessment
        assert assessment is not None
        for number, point in enumerate(assessment.points, 1):
            if point.evidence is not None:
                assert point.evidence.text in shown_answer(screen).replace("]", "")
                assert any(f"{number}" in part for part in shown_answer(screen).split("[")[1:])
        assert "[1" in shown_answer(screen)


async def test_the_first_gap_is_unfolded_with_its_probe(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "enter")
        screen = await answer(app, pilot)
        assert "✓ Gives a number" not in entry(screen, 3)
        assert "How many were there?" in entry(screen, 3)
        assert "An interviewer would ask" not in entry(screen, 0)


async def test_a_changed_verdict_counts_at_once_is_marked_kept_and_undone(tmp_path: Path) -> None:
    paths = home_with(tmp_path, FIRST)
    async with running(paths) as (app, pilot):
        await press(pilot, "enter")
        screen = await answer(app, pilot)
        before, said = score(screen), entry(screen, 3)
        assert "✓ Gives a number" not in said
        await press(pilot, "end", "o", "f")
        assert "✓ Gives a number" in entry(screen, 3)
        assert "(yours)" in entry(screen, 3)
        assert score(screen) != before
        with kept(paths) as journal:
            attempt = journal.attempts.get(screen._attempt.id)
        assert attempt is not None
        assert attempt.overrules == {"number": Verdict.FOUND}
        await press(pilot, "u")
        assert entry(screen, 3).split()[:5] == said.split()[:5]
        assert score(screen) == before


async def test_no_change_on_escape(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "enter")
        screen = await answer(app, pilot)
        before = entry(screen, 3)
        await press(pilot, "o", "escape")
        assert entry(feedback(app), 3) == before


async def test_again_asks_the_same_question_and_then_says_the_score_of_last_time(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, SECOND)) as (app, pilot):
        await press(pilot, "enter")
        first = (await answer(app, pilot))._attempt
        await press(pilot, "r")
        screen = await answer(app, pilot, STRONG + " It was 12 boxes.")
        assert screen._attempt.question == first.question
        assert first.assessment is not None
        assert f"last time {first.assessment.score:.0f}" in score(screen)


async def test_enter_goes_on_and_the_last_one_ends_on_the_summary(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, SECOND)) as (app, pilot):
        await press(pilot, "enter")
        await answer(app, pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, AnswerScreen)
        assert (app.screen.rehearsal.position, app.screen.box.text) == (1, "")
        await answer(app, pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, SummaryScreen)


async def test_leaving_comes_back_to_the_same_feedback(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, SECOND)) as (app, pilot):
        await press(pilot, "enter")
        attempt = (await answer(app, pilot))._attempt
        await press(pilot, "ctrl+b")
        assert isinstance(app.screen, TodayScreen)
        await press(pilot, "enter")
        assert feedback(app)._attempt == attempt


async def test_what_cannot_be_scored_has_a_reason_and_no_number(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "enter")
        screen = await answer(app, pilot, "No idea.")
        assert score(screen).startswith("not scored")
        assert "likely" not in score(screen)
        assert not screen.query(ChecklistView)
        assert "No idea." in shown_answer(screen)
        await press(pilot, "o")
        assert app.screen is screen


async def test_the_sample_answer_is_shown_on_demand(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "enter")
        screen = await answer(app, pilot)
        await press(pilot, "a")
        assert shown_answer(screen) == "A sample answer to read."
        await press(pilot, "a")
        assert "Tulsa depot" in shown_answer(screen)


async def test_hostile_text_is_shown_as_itself(tmp_path: Path) -> None:
    hostile = (
        "Last March I said [@click=app.quit]x[/] and [red]stop[/red] to \x1b[31mhim, then I left the depot."
    )
    async with running(home_with(tmp_path, FIRST)) as (app, pilot):
        await press(pilot, "enter")
        assert isinstance(app.screen, AnswerScreen)
        app.screen.box.insert(hostile)
        await press(pilot, "ctrl+s")
        text = shown_answer(feedback(app))
        assert "[@click=app.quit]x[/]" in text
        assert "\x1b" not in text
