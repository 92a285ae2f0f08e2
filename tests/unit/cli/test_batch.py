"""The batch: in order, in time, more processes only for a backlog, and never too much at once."""

import json
import queue
import threading
from collections.abc import Callable

import pytest

from interview_coach.banks.question import Bank, Point, Question
from interview_coach.cli.batch import Batch, ProcessDone, ScoringProcess, Tally, rate_line
from interview_coach.cli.batch_judge import Judge
from interview_coach.cli.batch_lines import BLOCK, Line
from interview_coach.errors import CoachError

BANK = Bank("b", (Question("q", "Why?", (Point("p", "Says why"),)),))


def judge() -> Judge:
    return Judge(lambda _: BANK)


def lines_of(count: int, first: int = 0) -> bytes:
    """Lines of about a kilobyte."""
    return b"".join(
        json.dumps({"id": n, "bank": "b", "question": "q", "answer": "word " * 200}).encode() + b"\n"
        for n in range(first, first + count)
    )


class FakeProcess:
    """Scores in a thread of its own, held back until `gate` is open."""

    def __init__(self, done: ProcessDone, gate: threading.Event) -> None:
        self._done = done
        self._gate = gate
        self._blocks: queue.SimpleQueue[list[Line]] = queue.SimpleQueue()
        self.stopped = False
        threading.Thread(target=self._work, daemon=True).start()

    def score(self, block: list[Line]) -> None:
        self._blocks.put(block)

    def stop(self) -> None:
        self.stopped = True

    def _work(self) -> None:
        while True:
            block = self._blocks.get()
            self._gate.wait()
            self._done(self, judge().judge(block))


class Reader:
    """Bytes in the pieces of a pipe; counts how many were taken."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.taken = 0

    def read(self, size: int) -> bytes:
        piece = self._data[self.taken : self.taken + size]
        self.taken += len(piece)
        return piece


def run(
    read: Callable[[int], bytes],
    write: Callable[[bytes], None],
    start: Callable[[ProcessDone], ScoringProcess],
    processes: int = 2,
) -> Tally:
    return Batch(read, write, judge(), start_process=start, processes=processes).run()


def never(_: ProcessDone) -> ScoringProcess:
    raise AssertionError("no process is needed here")


def ids(output: list[bytes]) -> list[int]:
    return [json.loads(line)["id"] for line in b"".join(output).splitlines()]


def test_the_order_is_kept_across_processes() -> None:
    output: list[bytes] = []
    gates = [threading.Event(), threading.Event()]
    started: list[FakeProcess] = []

    def start(done: ProcessDone) -> FakeProcess:
        started.append(FakeProcess(done, gates[len(started)]))
        return started[-1]

    # The second process has finished blocks before the first may begin with its own.
    gates[1].set()
    threading.Timer(0.3, gates[0].set).start()

    tally = run(Reader(lines_of(600)).read, output.append, start)

    assert ids(output) == list(range(600))
    assert (tally.lines, tally.bad, tally.processes) == (600, 0, len(started))
    assert started
    assert all(process.stopped for process in started)


def test_a_slow_producer_is_answered_line_by_line_without_a_process() -> None:
    answered: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    number = 0

    def read(_: int) -> bytes:
        nonlocal number
        if number:
            # The next line is asked for only after the last was answered.
            assert ids([answered.get(timeout=10)]) == [number - 1]
        number += 1
        return lines_of(1, number - 1) if number <= 5 else b""

    tally = run(read, answered.put, never)

    assert (tally.lines, tally.processes) == (5, 0)


def test_on_one_core_everything_is_scored_here() -> None:
    output: list[bytes] = []

    run(Reader(lines_of(300)).read, output.append, never, processes=1)

    assert ids(output) == list(range(300))


def test_reading_waits_for_scoring() -> None:
    reader = Reader(lines_of(3000))
    gate = threading.Event()
    taken: list[int] = []

    def look() -> None:
        taken.append(reader.taken)
        gate.set()

    threading.Timer(0.5, look).start()
    run(reader.read, lambda _: None, lambda done: FakeProcess(done, gate))

    assert taken[0] < 12 * BLOCK < reader.taken


def test_a_process_that_dies_is_told() -> None:
    class Dying(FakeProcess):
        def score(self, block: list[Line]) -> None:
            self._done(self, None)

    with pytest.raises(CoachError, match="stopped unexpectedly"):
        run(Reader(lines_of(600)).read, lambda _: None, lambda done: Dying(done, threading.Event()))


def test_an_input_that_breaks_off_is_told_after_nothing_was_lost() -> None:
    output: list[bytes] = []
    pieces = iter([lines_of(2)])

    def read(_: int) -> bytes:
        for piece in pieces:
            return piece
        raise CoachError("The disk is gone.")

    with pytest.raises(CoachError, match="The disk is gone"):
        run(read, output.append, never)
    assert ids(output) == [0, 1]


def test_a_write_that_fails_stops_the_processes() -> None:
    gate = threading.Event()
    gate.set()
    started: list[FakeProcess] = []

    def start(done: ProcessDone) -> FakeProcess:
        started.append(FakeProcess(done, gate))
        return started[-1]

    def write(_: bytes) -> None:
        if started:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        run(Reader(lines_of(600)).read, write, start)
    assert all(process.stopped for process in started)


def test_progress_is_told_to_the_end() -> None:
    seen: list[int] = []

    Batch(
        Reader(lines_of(3)).read,
        lambda _: None,
        judge(),
        start_process=never,
        processes=1,
        progress=lambda tally: seen.append(tally.lines),
    ).run()

    assert seen[-1] == 3


@pytest.mark.parametrize(
    ("tally", "seconds", "line"),
    [
        (Tally(100_000, 0, 2), 50.0, "100,000 lines in 50.0 s, 2,000 a second; 2 processes"),
        (Tally(3, 1), 1.0, "3 lines in 1.0 s, 3 a second; 1 with an error"),
        (Tally(), 0.0, "0 lines in 0.0 s, 0 a second"),
    ],
)
def test_the_rate_is_told(tally: Tally, seconds: float, line: str) -> None:
    assert rate_line(tally, seconds) == line
