"""Two answers side by side: scores, points gained and lost in words, and texts that share nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from interview_coach.banks.question import Point
from interview_coach.journal.records import Attempt
from interview_coach.tui.screens.compare import CompareScreen
from interview_coach.tui.widgets.marked_answer import MarkedAnswer
from tests.tui.kept_answers import answered
from tests.tui.rehearsing import FIRST, SECOND, home_with, press, running, settled


async def show(pilot: Pilot[None], older: Attempt, newer: Attempt) -> CompareScreen:
    screen = CompareScreen(older, newer)
    await pilot.app.push_screen(screen)
    await settled(pilot)
    return screen


def rows(screen: CompareScreen) -> list[str]:
    points = screen.query_one("#points", OptionList)
    return [" ".join(str(points.get_option_at_index(i).prompt).split()) for i in range(points.option_count)]


def scores(screen: CompareScreen) -> str:
    return str(screen.query_one("#scores", Static).content)


def answers(screen: CompareScreen) -> list[str]:
    return [str(pane.query_one(Static).content) for pane in screen.query(MarkedAnswer)]


async def test_what_was_gained_and_lost_is_said_in_words_and_marks(tmp_path: Path) -> None:
    older = answered("old", hours_ago=5, verdicts="fmum")
    newer = answered("new", verdicts="ufum")
    async with running(home_with(tmp_path, FIRST)) as (_, pilot):
        screen = await show(pilot, older, newer)
        assert rows(screen) == [
            "1 ✓ found → ~ unclear − lost Names a specific occasion",
            "2 ✗ missed → ✓ found + gained Says what you did yourself",
            "3 ~ unclear → ~ unclear as before Says how it ended",
            "4 ✗ missed → ✗ missed as before Gives a number",
        ]
        assert " ".join(scores(screen).split()) == "Score 38 → 50 +12 1 gained · 1 lost · 2 as before"


async def test_the_older_answer_stands_first_with_its_date_and_score(tmp_path: Path) -> None:
    older = answered("old", hours_ago=24, answer="The older words.")
    newer = answered("new", answer="The newer words.", verdicts="ffff")
    async with running(home_with(tmp_path, FIRST)) as (_, pilot):
        screen = await show(pilot, older, newer)
        left, right = screen.query(MarkedAnswer)
        assert "Before: 22 Nov 2026 12:00 · 38" in str(left.border_title)
        assert "After: 23 Nov 2026 11:00 · 100" in str(right.border_title)
        assert answers(screen)[0] == "[1 The older] words."
        assert answers(screen)[1] == "[1,2,3,4 The newer] words."


@pytest.mark.parametrize(("width", "stacked"), [(100, False), (80, False), (60, True)])
async def test_answers_lie_side_by_side_or_one_above_the_other(
    tmp_path: Path, width: int, stacked: bool
) -> None:
    async with running(home_with(tmp_path, FIRST), size=(width, 24)) as (_, pilot):
        screen = await show(pilot, answered("old", hours_ago=2), answered("new"))
        left, right = (pane.region for pane in screen.query(MarkedAnswer))
        assert (left.bottom <= right.y) is stacked
        assert (left.right <= right.x) is not stacked


async def test_points_of_only_one_checklist_are_shown_as_such(tmp_path: Path) -> None:
    edited = replace(FIRST, checklist=(Point("fresh", "Names the risk"), *FIRST.checklist[:3]))
    older = answered("old", hours_ago=2, verdicts="mmmf")
    newer = answered("new", question=edited, verdicts="fmmm")
    async with running(home_with(tmp_path, FIRST)) as (_, pilot):
        screen = await show(pilot, older, newer)
        assert rows(screen)[0] == "1 – → ✓ found new point Names the risk"
        assert rows(screen)[-1] == "5 ✓ found → – point gone Gives a number"
        # The point is the fourth of its own checklist and the fifth of the table.
        assert answers(screen)[0].startswith("[5 Last March]")


async def test_different_questions_stand_side_by_side_without_a_table(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST, SECOND)) as (app, pilot):
        screen = await show(pilot, answered("old", hours_ago=2), answered("new", question=SECOND))
        assert not screen.query("#points")
        assert "different questions" in scores(screen)
        shown = [str(ask.content) for ask in screen.query(".ask").results(Static)]
        assert shown == [FIRST.ask, SECOND.ask]
        await press(pilot, "escape")
        assert not isinstance(app.screen, CompareScreen)


async def test_the_same_question_in_other_words_shows_both_wordings(tmp_path: Path) -> None:
    reworded = replace(FIRST, ask="When was a load not safe?")
    async with running(home_with(tmp_path, FIRST)) as (_, pilot):
        screen = await show(pilot, answered("old", hours_ago=2), answered("new", question=reworded))
        shown = [str(ask.content) for ask in screen.query(".ask").results(Static)]
        assert shown == [FIRST.ask, "When was a load not safe?"]
        assert len(rows(screen)) == 4


async def test_an_answer_that_was_not_scored_is_not_called_a_loss(tmp_path: Path) -> None:
    async with running(home_with(tmp_path, FIRST)) as (_, pilot):
        screen = await show(pilot, answered("old", hours_ago=2, verdicts=""), answered("new"))
        assert "Before not scored: too short to judge." in scores(screen)
        assert rows(screen)[0] == "1 – → ✓ found not scored Names a specific occasion"


async def test_the_point_under_the_cursor_is_underlined_in_both_answers(tmp_path: Path) -> None:
    older, newer = answered("old", hours_ago=2, verdicts="ffmm"), answered("new", verdicts="ffmm")
    async with running(home_with(tmp_path, FIRST)) as (_, pilot):
        screen = await show(pilot, older, newer)
        await press(pilot, "down")
        assert [pane.chosen for pane in screen.query(MarkedAnswer)] == [2, 2]


async def test_a_point_that_is_cut_is_told_in_full_at_the_border(tmp_path: Path) -> None:
    text = "Says which person asked for it, at what time of the shift, and why it mattered to them"
    long = replace(FIRST, checklist=(Point("long", text), *FIRST.checklist[1:]))
    older, newer = answered("old", hours_ago=2, question=long), answered("new", question=long)
    async with running(home_with(tmp_path, FIRST), size=(100, 30)) as (_, pilot):
        screen = await show(pilot, older, newer)
        points = screen.query_one("#points", OptionList)
        assert text in str(points.border_subtitle)
        await press(pilot, "down")
        assert not points.border_subtitle
        await press(pilot, "up")
        await pilot.resize_terminal(180, 30)
        await settled(pilot)
        assert not points.border_subtitle


async def test_markup_shows_as_itself(tmp_path: Path) -> None:
    nasty = replace(
        FIRST,
        ask="[@click=app.quit]x[/]",
        checklist=(Point("p", "[b]point[/] \x1b[0m"), *FIRST.checklist[1:]),
    )
    older = answered("old", hours_ago=2, question=nasty, answer="[red]One[/] two \x1b[31m", verdicts="mmmm")
    newer = answered("new", question=nasty, answer="[@click=app.quit]y[/]", verdicts="mmmm")
    async with running(home_with(tmp_path, FIRST), size=(80, 24)) as (_, pilot):
        screen = await show(pilot, older, newer)
        assert answers(screen) == ["[red]One[/] two ␛[31m", "[@click=app.quit]y[/]"]
        assert rows(screen)[0].endswith("[b]point[/] ␛[0m")
        assert str(screen.query_one(".ask", Static).content) == "[@click=app.quit]x[/]"
