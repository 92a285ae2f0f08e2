"""Several processes: killed while they write, opening at once, writing at once."""

import os
import random
import signal
import subprocess
import sys
import time
from itertools import chain
from pathlib import Path

import pytest

from interview_coach.journal import Journal

WRITER = """
import sys
from pathlib import Path
from interview_coach.journal import Journal
from tests.unit.journal.samples import attempt, draft, judged

first, last = int(sys.argv[2]), int(sys.argv[3])
sys.stdin.readline()
with Journal.open(Path(sys.argv[1])) as journal:
    for number in range(first, last):
        journal.drafts.save(draft(f"draft {number}"))
        given = attempt(number, answer=f"answer {number} " * 300, rehearsal_id="rehearsal-1")
        journal.attempts.add(given, at=0)
        print(attempt(number).id, flush=True)
        journal.attempts.record_assessment(attempt(number).id, judged())
"""


def writer(path: Path, first: int, last: int) -> subprocess.Popen[str]:
    """Start a process that writes attempts, and the id of each once it is kept, when told to."""
    root = Path(__file__).parents[3]
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(first), str(last)],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


@pytest.mark.slow
def test_no_kept_answer_is_lost_to_a_kill(path: Path) -> None:
    moments = random.Random(2026)
    kept: list[str] = []
    for turn in range(8):
        process = writer(path, turn * 100_000, turn * 100_000 + 100_000)
        go(process)
        assert process.stdout is not None
        kept.append(process.stdout.readline().strip())
        time.sleep(moments.uniform(0, 0.1))
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        rest = process.communicate()[0].splitlines(keepends=True)
        kept += [line.strip() for line in rest if line.endswith("\n")]
        with Journal.open(path) as journal:
            assert journal.set_aside is None
            assert journal.problems() == []
            there = {attempt.id: attempt for attempt in journal.attempts.every()}
            assert set(kept) <= set(there)
            # At most the one that was being printed is there beyond these.
            assert len(there) <= len(set(kept)) + turn + 1
            for attempt_id, attempt in there.items():
                assert attempt.answer == f"answer {int(attempt_id[:8])} " * 300
            assert all(
                there[line.id].assessment is None for line in journal.attempts.page() if not line.scored
            )
    assert len(kept) > 8


@pytest.mark.slow
def test_two_copies_make_the_journal_at_once_and_write_at_once(path: Path) -> None:
    copies = [writer(path, first, first + 15) for first in (0, 100, 200)]
    for copy in copies:
        go(copy)
    printed = [copy.communicate()[0].split() for copy in copies]
    assert [copy.returncode for copy in copies] == [0, 0, 0]
    with Journal.open(path) as journal:
        assert journal.set_aside is None
        assert [attempt.id for attempt in journal.attempts.every()] == list(chain.from_iterable(printed))
        assert journal.attempts.unscored() == []
        assert [line.score for line in journal.attempts.page()] == [25.0] * 45


@pytest.mark.slow
def test_only_one_of_two_copies_sets_a_damaged_journal_aside(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"damaged" * 2000)
    copies = [writer(path, first, first + 3) for first in (0, 100)]
    for copy in copies:
        go(copy)
    for copy in copies:
        copy.communicate()
    assert [copy.returncode for copy in copies] == [0, 0]
    with Journal.open(path) as journal:
        assert journal.attempts.count() == 6
    assert len(list(path.parent.glob("journal.damaged-*.db"))) == 1
