"""What every screen looks like at 100×30 and at 80×24: a picture that changes only on purpose.

To look at a difference: snapshot_report.html. To accept it: pytest tests/snapshots --snapshot-update
"""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_textual_snapshot  # type: ignore[import-untyped]
from pytest_textual_snapshot import SVGImageExtension
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from interview_coach.journal.records import TaughtSentence
from interview_coach.paths import Paths
from interview_coach.tui.app import CoachApp
from tests.tui.kept_answers import answered
from tests.tui.rehearsing import NOON, StandingClock, coach_app, home_with, opened, press, question, settled


class DrawnByFontsHere(SVGImageExtension):  # type: ignore[misc] # no hints there
    """Pictures that load nothing: the addresses of web fonts, which Rich writes into each, are left out."""

    # pytest-textual-snapshot says it without a dot, which newer syrupy versions ask for.
    file_extension = "svg"

    def serialize(self, data: object, **kwargs: object) -> str:
        """Return the picture as it is kept and compared."""
        return re.sub(r"@font-face \{.*?\}\s*", "", super().serialize(data, **kwargs), flags=re.DOTALL)


pytest_textual_snapshot.SVGImageExtension = DrawnByFontsHere

UNSAFE = question(
    "unsafe", "Tell me about a time you were asked to do something unsafe.", think=30, sample="A sample."
)
ANSWER = (
    "Last March at the Tulsa site my supervisor wanted a second pallet on a load that was already leaning. "
    "I got down, walked round it and told him I would not move it like that. He was not happy but we "
    "restacked and it was fine after that."
)
SECOND_ANSWER = ANSWER + " Since then I check each load twice, and we had 0 spills in 6 months."

SIZES = [(100, 30), (80, 24)]
Steps = Callable[[Pilot[None]], Awaitable[None]]


async def write(pilot: Pilot[None], text: str) -> None:
    box = pilot.app.screen.query_one(TextArea)
    box.cursor_blink = False
    box.insert(text)
    await settled(pilot)


async def today(pilot: Pilot[None]) -> None:
    pass


async def think(pilot: Pilot[None]) -> None:
    await press(pilot, "enter")


async def answering(pilot: Pilot[None]) -> None:
    await press(pilot, "enter", "enter")
    await write(pilot, ANSWER)
    clock(pilot).seconds += 95
    screen = pilot.app.screen
    screen._look_at_clock()  # type: ignore[attr-defined]
    await screen._keep_draft()  # type: ignore[attr-defined]


async def peek(pilot: Pilot[None]) -> None:
    await answering(pilot)
    await press(pilot, "f3")


async def paused(pilot: Pilot[None]) -> None:
    await answering(pilot)
    await press(pilot, "escape")


async def feedback(pilot: Pilot[None]) -> None:
    await answering(pilot)
    await press(pilot, "ctrl+s")


async def overruling(pilot: Pilot[None]) -> None:
    await feedback(pilot)
    await press(pilot, "o")


async def overruled(pilot: Pilot[None]) -> None:
    await feedback(pilot)
    await press(pilot, "o", "f")


async def not_scored(pilot: Pilot[None]) -> None:
    await press(pilot, "enter", "enter")
    await write(pilot, "No idea.")
    await press(pilot, "ctrl+s")


async def summary(pilot: Pilot[None]) -> None:
    await feedback(pilot)
    await press(pilot, "enter", "ctrl+n")


async def twice(pilot: Pilot[None]) -> None:
    """Answer the same question twice and go back to Today."""
    await feedback(pilot)
    clock(pilot).seconds += 60
    await press(pilot, "r")
    await write(pilot, SECOND_ANSWER)
    await press(pilot, "ctrl+s", "ctrl+b")


async def today_later(pilot: Pilot[None]) -> None:
    await twice(pilot)


async def history(pilot: Pilot[None]) -> None:
    await twice(pilot)
    await press(pilot, "h")


async def attempt(pilot: Pilot[None]) -> None:
    await history(pilot)
    await press(pilot, "enter")


async def compare(pilot: Pilot[None]) -> None:
    await history(pilot)
    await press(pilot, "c")


async def choose(pilot: Pilot[None]) -> None:
    await press(pilot, "down", "down", "enter")


async def my_questions(pilot: Pilot[None]) -> None:
    await press(pilot, "m")
    await write(
        pilot,
        "1. Why do you want this job?\n- Tell me about a time you failed.\nHow does a reach truck work?",
    )


async def interview_date(pilot: Pilot[None]) -> None:
    await press(pilot, "d")
    for box in pilot.app.screen.query(Input):
        box.cursor_blink = False


async def settings(pilot: Pilot[None]) -> None:
    await press(pilot, "s")
    for box in pilot.app.screen.query(Input):
        box.cursor_blink = False


async def taught(pilot: Pilot[None]) -> None:
    """Look at two sentences that stand in the journal, so that no scorer's judgement is in the picture."""
    app = pilot.app
    assert isinstance(app, CoachApp)
    journal = app.coach.journal
    journal.attempts.add(answered("one", question=UNSAFE, answer=ANSWER))
    for minutes, point_id, sentence, counts in (
        (2, "own", "told him I would not move it like that", True),
        (
            1,
            "result",
            "it was fine after that, and he was happy in the end, as far as anybody could tell",
            False,
        ),
    ):
        taught_at = NOON - timedelta(minutes=minutes)
        journal.taught.put(TaughtSentence("mine", UNSAFE.id, point_id, "one", sentence, counts, taught_at))
    await settings(pilot)
    app.screen.query_one("#taught").focus()
    await press(pilot, "enter")


async def taught_nothing(pilot: Pilot[None]) -> None:
    await settings(pilot)
    pilot.app.screen.query_one("#taught").focus()
    await press(pilot, "enter")


async def example(pilot: Pilot[None]) -> None:
    await press(pilot, "e")


async def keys(pilot: Pilot[None]) -> None:
    await press(pilot, "f1")


SCREENS: dict[str, Steps] = {
    steps.__name__: steps
    for steps in (
        today,
        today_later,
        think,
        answering,
        peek,
        paused,
        feedback,
        overruling,
        overruled,
        not_scored,
        summary,
        history,
        attempt,
        compare,
        choose,
        my_questions,
        interview_date,
        settings,
        taught,
        taught_nothing,
        example,
        keys,
    )
}


def clock(pilot: Pilot[None]) -> StandingClock:
    found = pilot.app._clock  # type: ignore[attr-defined]
    assert isinstance(found, StandingClock)
    return found


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """A home whose path, which the settings screen shows, is the same on every machine."""
    monkeypatch.chdir(tmp_path)
    return home_with(
        Path("home"),
        UNSAFE,
        question("late", "Tell me about a time you were late.", think=30),
        interview_title="Warehouse team lead",
        interview_date="2026-11-26",
        questions_per_rehearsal=2,
    )


def app_at(paths: Paths) -> CoachApp:
    # Seed 5 asks the unsafe one first.
    return coach_app(paths, seed=5)


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("name", SCREENS)
def test_screen(snap_compare: Callable[..., bool], home: Paths, name: str, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await SCREENS[name](pilot)
        await settled(pilot)

    assert snap_compare(app_at(home), terminal_size=size, run_before=steps)


@pytest.mark.parametrize("name", ["today_later", "answering", "feedback", "summary", "history"])
def test_screen_in_the_light_theme(snap_compare: Callable[..., bool], home: Paths, name: str) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await press(pilot, "f8")
        await SCREENS[name](pilot)
        await settled(pilot)

    assert snap_compare(app_at(home), terminal_size=(100, 30), run_before=steps)


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_first_start(
    snap_compare: Callable[..., bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(pilot: Pilot[None]) -> None:
        await opened(pilot)
        for box in pilot.app.screen.query(Input):
            box.cursor_blink = False
        await settled(pilot)

    assert snap_compare(app_at(Paths(Path("new"), Path("new"))), terminal_size=size, run_before=steps)


@pytest.mark.parametrize("name", ["feedback", "today_later"])
def test_without_colour(
    snap_compare: Callable[..., bool], home: Paths, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def steps(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await SCREENS[name](pilot)
        await settled(pilot)

    assert snap_compare(app_at(home), terminal_size=(100, 30), run_before=steps)
