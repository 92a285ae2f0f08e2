"""The real app on a real journal, with a clock that stands still, ready for a test to press keys."""

import json
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from textual.pilot import Pilot

from interview_coach.banks.question import Bank, Point, PointKind, Question
from interview_coach.banks.writer import write_bank
from interview_coach.journal.journal import Journal
from interview_coach.paths import Paths
from interview_coach.tui.app import CoachApp, Opening

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

STRONG = (
    "Last March at the Tulsa depot a pallet was leaning badly on the top rack. I stopped the truck, got down "
    "and restacked the boxes myself. In the end nothing fell and the load left on time."
)


def question(name: str, ask: str, *, think: int = 0, sample: str | None = None) -> Question:
    """A question with a point of each of four kinds."""
    return Question(
        id=name,
        ask=ask,
        checklist=(
            Point("situation", "Names a specific occasion", PointKind.SITUATION, probe="Where was that?"),
            Point("own", "Says what you did yourself", PointKind.OWNERSHIP),
            Point("result", "Says how it ended", PointKind.RESULT),
            Point("number", "Gives a number", PointKind.NUMBER, probe="How many were there?", tip="Count."),
        ),
        competency="safety",
        think=think,
        sample=sample,
    )


FIRST = question("first", "Tell me about a time a load was not safe.", sample="A sample answer to read.")
SECOND = question("second", "Tell me about a time you were late.")
THOUGHTFUL = question("thoughtful", "Tell me about a mistake you made.", think=20)


class StandingClock:
    """A clock that moves only when a test lets time pass."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def home_with(home: Path, *questions: Question, **settings: object) -> Paths:
    """Return a home folder with a bank `mine` of these questions (in order) that Today offers first."""
    paths = Paths(home, home)
    if questions:
        write_bank(Bank("mine", questions, title="My bank"), paths.banks / "mine.yaml")
    chosen = {"first_start_done": True, "preferred_banks": ["mine"], "think": True, **settings}
    home.mkdir(exist_ok=True)
    paths.settings.write_text(json.dumps(chosen))
    return paths


def coach_app(
    paths: Paths, opening: Opening | None = None, *, clock: StandingClock | None = None, seed: int = 1
) -> CoachApp:
    """Return the app; calendar and watch follow the same clock, which begins at noon."""
    clock = clock or StandingClock()
    return CoachApp(
        paths,
        opening or Opening(),
        now=lambda: NOON + timedelta(seconds=clock.seconds),
        clock=clock,
        rng=random.Random(seed),
    )


@asynccontextmanager
async def running(
    paths: Paths,
    opening: Opening | None = None,
    *,
    size: tuple[int, int] = (100, 30),
    clock: StandingClock | None = None,
) -> AsyncIterator[tuple[CoachApp, Pilot[None]]]:
    """Run the app until its journal and banks are open; close the journal at the end."""
    app = coach_app(paths, opening, clock=clock)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        yield app, pilot
    if app.is_open:
        app.coach.journal.close()


async def opened(pilot: Pilot[None]) -> None:
    """Wait until journal and banks are there and the first screen stands."""
    app = pilot.app
    assert isinstance(app, CoachApp)
    while not app.is_open:
        await pilot.pause(0.01)
    await settled(pilot)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until no worker runs and every message has been handled."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other and wait for what they started."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def kept(paths: Paths) -> Journal:
    """Open the journal of a home folder as another process would."""
    return Journal.open(paths.journal)
