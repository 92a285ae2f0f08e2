"""What the journal costs with 100,000 attempts against 100: `python -m benchmarks.journal_scale`.

Both journals are asked in turn in one run, so that a busy machine slows both; medians are compared.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from interview_coach.banks.question import Point, PointKind, Question
from interview_coach.journal.codec import assessment_as_text, time_as_text
from interview_coach.journal.journal import Journal
from interview_coach.journal.records import Attempt, PlannedQuestion, RehearsalRecord, RehearsalStatus
from interview_coach.scoring.assessment import Assessment, Evidence, PointResult, Verdict, scored
from interview_coach.scoring.delivery import Delivery

AIM: Final = 1.2
"""The most that anything may cost with the large journal, as a multiple of the small one."""

_START: Final = datetime(2020, 1, 1, tzinfo=UTC)
_QUESTIONS: Final = tuple(
    Question(
        id=f"question-{number}",
        ask=f"Tell me about time number {number} you had to decide something.",
        checklist=tuple(
            Point(f"point-{point}", f"Makes point {point}", PointKind.CONTENT, counts=("I did it.",) * 5)
            for point in range(6)
        ),
        competency=f"competency {number % 8}",
    )
    for number in range(40)
)
_ANSWER: Final = "Last March my supervisor wanted a second pallet on a load that was already leaning. " * 8


def _assessment() -> Assessment:
    points = tuple(
        PointResult(
            f"point-{number}",
            PointKind.CONTENT,
            Verdict.FOUND if number % 2 else Verdict.MISSED,
            0.8,
            "Say what changed since.",
            evidence=Evidence(0, 60, _ANSWER[:60]),
        )
        for number in range(6)
    )
    return scored(points, Delivery(words=120, target_seconds=120, estimated_seconds=48.0), "benchmark 1")


def make(path: Path, size: int) -> None:
    """Make a journal of `size` scored attempts and size / 6 rehearsals, the last one open."""
    with Journal.open(path) as journal:
        planned = [PlannedQuestion("bench", "Bench", "en", question) for question in _QUESTIONS]
        record = RehearsalRecord("r", _START, "coach", think=True, questions=tuple(planned), position=0)
        journal.rehearsals.save(record)
        text, score = assessment_as_text(_assessment()), _assessment().score
        with journal.rehearsals._db.writing() as execute:
            snapshots = dict(execute("SELECT question, id FROM snapshot", ()).fetchall())
            by_ask = {
                question.id: number
                for question in _QUESTIONS
                for kept, number in snapshots.items()
                if f'"{question.id}"' in kept
            }
            for number in range(size):
                question = _QUESTIONS[number % len(_QUESTIONS)]
                if number % 6 == 0:
                    execute(
                        "INSERT INTO rehearsal VALUES (?, ?, 'coach', 1, 6, 'finished')",
                        (f"r{number}", time_as_text(_START + timedelta(minutes=number))),
                    )
                execute(
                    "INSERT INTO attempt VALUES (?, ?, ?, 'bench', ?, ?, ?, 60.0, 0, 'scored', ?, ?, ?)",
                    (
                        f"{number * 2654435761 % 2**32:08x}-{number}",
                        by_ask[question.id],
                        f"r{number - number % 6}",
                        question.id,
                        question.competency,
                        time_as_text(_START + timedelta(minutes=number)),
                        score,
                        _ANSWER,
                        text,
                    ),
                )
        last = replace(
            record, id="last", started_at=_START + timedelta(minutes=size), questions=record.questions[:6]
        )
        journal.rehearsals.save(last)
        journal.rehearsals.set_status("r", RehearsalStatus.LEFT)


Task = Callable[[Journal, int], object]


def tasks() -> dict[str, Task]:
    """Return what is measured: each is given a journal and the number of the turn."""
    asked = [question.id for question in _QUESTIONS]
    lines: dict[Path, list[str]] = {}

    def an_attempt(journal: Journal, turn: int) -> Attempt | None:
        ids = lines.get(journal.path) or lines.setdefault(
            journal.path, [line.id for line in journal.attempts.page()]
        )
        return journal.attempts.get(ids[turn * 7 % len(ids)])

    def second_page(journal: Journal, _: int) -> object:
        first = journal.attempts.page(limit=30)
        return journal.attempts.page(before=first[-1], limit=50)

    return {
        "open and close the journal": lambda journal, _: Journal.open(journal.path).close(),
        "history, first page": lambda journal, _: journal.attempts.page(limit=50),
        "history, next page": second_page,
        "history, one question": lambda journal, _: journal.attempts.of_question("bench", "question-3", 2),
        "open an attempt": an_attempt,
        "Today: when answered last": lambda journal, _: journal.attempts.last_answered("bench", asked),
        "Today: scores by competency": lambda journal, _: journal.attempts.competency_scores(),
        "Today: rehearsal to go on with": lambda journal, _: journal.rehearsals.latest_open(),
        "Today: not scored yet": lambda journal, _: journal.attempts.unscored(),
    }


def measured(task: Task, journals: list[Journal], turns: int) -> list[float]:
    """Return the median cost in µs for each journal, asked in turn."""
    costs: list[list[float]] = [[] for _ in journals]
    for turn in range(turns):
        for journal, cost in zip(journals, costs, strict=True):
            begun = time.perf_counter()
            task(journal, turn)
            cost.append((time.perf_counter() - begun) * 1e6)
    return [statistics.median(cost) for cost in costs]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", type=int, default=100)
    parser.add_argument("--large", type=int, default=100_000)
    parser.add_argument("--turns", type=int, default=400)
    options = parser.parse_args()
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / "small.db", Path(folder) / "large.db"]
        for path, size in zip(paths, (options.small, options.large), strict=True):
            make(path, size)
            print(f"{size:>8,} attempts: {path.stat().st_size / 1e6:.1f} MB")
        print(f"\n{'':<34}{options.small:>10,}{options.large:>10,}   ratio")
        with Journal.open(paths[0]) as small, Journal.open(paths[1]) as large:
            for name, task in tasks().items():
                costs = measured(task, [small, large], options.turns)
                worst = max(worst, costs[1] / costs[0])
                print(f"{name:<34}{costs[0]:>7.0f} µs{costs[1]:>7.0f} µs   {costs[1] / costs[0]:.2f}×")
            begun = time.perf_counter()
            large.attempts.page(containing="nowhere in it")
            print(f"\nsearch that finds nothing (reads all): {time.perf_counter() - begun:.2f} s")
            begun = time.perf_counter()
            large.problems()
            print(f"full check, as `doctor` makes it: {time.perf_counter() - begun:.2f} s")
    print(f"worst ratio {worst:.2f}×, aim {AIM}×: {'kept' if worst <= AIM else 'missed'}")
    return 0 if worst <= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
