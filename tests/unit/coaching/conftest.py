"""A journal on disk, a clock that only moves when told, and ids one can read."""

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from interview_coach.banks.question import Bank, Point, PointKind, Question
from interview_coach.coaching.coach import Coach
from interview_coach.journal.journal import Journal
from interview_coach.journal.records import PlannedQuestion

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class Time:
    """Seconds that pass when a test says so; the calendar follows."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.seconds - 1000.0)

    def passes(self, seconds: float) -> None:
        self.seconds += seconds


def question(
    name: str, *, competency: str = "safety", think: int = 30, sample: str | None = None
) -> Question:
    """A question with a point of each kind that matters here."""
    return Question(
        id=name,
        ask=f"Tell me about {name}.",
        checklist=(
            Point("situation", "Names an occasion", PointKind.SITUATION),
            Point("own", "Says what you did", PointKind.OWNERSHIP),
            Point("result", "Says how it ended", PointKind.RESULT, probe="How did it end?"),
        ),
        competency=competency,
        think=think,
        sample=sample,
    )


def planned(*names: str, think: int = 30) -> tuple[PlannedQuestion, ...]:
    """Questions of one bank, planned in this order."""
    return tuple(PlannedQuestion("bank", "A bank", "en", question(n, think=think)) for n in names)


def bank(bank_id: str, *questions: Question) -> Bank:
    """A bank in memory."""
    return Bank(bank_id, questions, title=bank_id.title())


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.open(tmp_path / "journal.db") as opened:
        yield opened


@pytest.fixture
def coach(journal: Journal, time: Time) -> Coach:
    numbers = itertools.count(1)
    return Coach(journal, time, now=time.now, new_id=lambda: f"id-{next(numbers)}")
