"""What one answer of 250 words costs against 8 points: time, and memory added, in a process of its own.

`python -m benchmarks._scoring_cost SCORER` reads questions and answers from its input, so that it holds
nothing but the scorer, and prints seconds and bytes.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from interview_coach.banks.question import Point, PointKind, Question, QuestionType

WORDS: Final = 250
POINTS: Final = 8

_CHECKOUT: Final = Path(__file__).resolve().parents[1]
_QUESTIONS: Final = 16
"""Each is timed with an answer while it is new, as in a rehearsal, and with another once it is known."""


@dataclass(frozen=True)
class Cost:
    """Median milliseconds of an answer, and MB (10^6 bytes); the memory is nan where it is not known."""

    first: float
    """To a question that has not been scored before."""
    again: float
    """To one that has: another attempt, or a batch."""
    megabytes: float
    times: int


def cost(scorer: str, asked: Sequence[tuple[Question, str]]) -> Cost:
    """Return what the scorer costs; `asked` is whence questions and words are taken."""
    result = subprocess.run(
        [sys.executable, "-m", "benchmarks._scoring_cost", scorer],
        cwd=_CHECKOUT,
        input=json.dumps(_tasks(asked)),
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise SystemExit(f"The cost of {scorer} could not be measured:\n{result.stderr}")
    measured = json.loads(result.stdout)
    first, again = (1e3 * statistics.median(measured[turn]) for turn in ("first", "again"))
    return Cost(first, again, measured["bytes"] / 1e6, len(measured["first"]))


def _tasks(asked: Sequence[tuple[Question, str]]) -> list[dict[str, Any]]:
    """Make questions of 8 points, and answers of 250 words from the answers to each."""
    texts: dict[str, list[str]] = {}
    questions: dict[str, Question] = {}
    for question, text in asked:
        questions[question.ask] = question
        texts.setdefault(question.ask, []).append(text)
    points = [point for question in questions.values() for point in question.checklist]
    tasks = []
    for number, question in enumerate(list(questions.values())[:_QUESTIONS]):
        others = [p for p in points if p not in question.checklist]
        start = number * 2 % max(len(others) - POINTS, 1)
        held = (*question.checklist, *others[start:])[:POINTS]
        words = " ".join(texts[question.ask]).split()
        words = (words * (1 + WORDS // len(words)))[:WORDS]
        shown = [[p.text, p.kind.value, p.counts, p.does_not_count] for p in held]
        tasks.append({"ask": question.ask, "type": question.type, "points": shown, "answer": " ".join(words)})
    return tasks


def _question(task: dict[str, Any]) -> Question:
    points = tuple(
        Point(f"point-{n}", text, PointKind(kind), counts=tuple(counts), does_not_count=tuple(does_not))
        for n, (text, kind, counts, does_not) in enumerate(task["points"])
    )
    return Question("asked", task["ask"], points, QuestionType(task["type"]))


def _resident() -> float:
    """Return the bytes of memory that this process holds; nan where that is not known."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        import os

        return float(statm.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    if sys.platform == "darwin":
        import resource

        return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return float("nan")


def main() -> int:
    tasks = [(_question(task), task["answer"]) for task in json.load(sys.stdin)]
    before = _resident()
    from interview_coach.scoring.checklist import assess

    assess(*tasks[0], by=sys.argv[1])
    found: dict[str, Any] = {}
    for turn in ("first", "again"):
        found[turn] = []
        for place, (question, _) in enumerate(tasks[1:]):
            # Another answer than the first time, so that only the question is known.
            answer = tasks[place + 1 if turn == "first" else place][1]
            began = time.perf_counter()
            assess(question, answer, by=sys.argv[1])
            found[turn].append(time.perf_counter() - began)
    print(json.dumps(found | {"bytes": _resident() - before}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
