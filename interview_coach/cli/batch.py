"""`score --batch`: JSON lines in and out, in order, streaming, on all cores where there is enough to do."""

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from interview_coach.cli.batch_judge import Judge, Judged
from interview_coach.cli.batch_lines import Line, read_blocks
from interview_coach.errors import CoachError

_BLOCKS_A_WORKER = 4
"""Blocks read ahead for each worker: enough to keep it busy, few enough for constant memory."""

_WORTH_A_PROCESS = 2
"""Blocks that may wait before the first process is started, which takes as long as scoring about one."""

_TICK = 0.5
"""Seconds between two looks at the progress (and, on Windows, at Ctrl+C) while nothing happens."""


class ScoringProcess(Protocol):
    """Something beside the main process that scores one block at a time."""

    def score(self, block: list[Line]) -> None:
        """Begin to score `block`."""

    def stop(self) -> None:
        """End at once."""


ProcessDone = Callable[[ScoringProcess, Judged | None], None]


@dataclass(slots=True, eq=False)
class _Block:
    lines: list[Line]
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    block: _Block


@dataclass(frozen=True, slots=True)
class _InputEnded:
    error: CoachError | None = None


@dataclass(frozen=True, slots=True)
class _Scored:
    process: ScoringProcess
    judged: Judged | None


@dataclass(slots=True)
class Tally:
    """How far a batch got."""

    lines: int = 0
    bad: int = 0
    processes: int = 0
    """Processes started beside the main one; 0 where the input came slowly enough."""


class Batch:
    """Runs one batch. Memory depends on the number of processes and the longest line, not on the input."""

    def __init__(  # noqa: PLR0913 - ways in and out, each named by its caller
        self,
        read: Callable[[int], bytes],
        write: Callable[[bytes], None],
        judge: Judge,
        *,
        start_process: Callable[[ProcessDone], ScoringProcess],
        processes: int,
        progress: Callable[[Tally], None] = lambda _: None,
    ) -> None:
        """Take the ways in and out.

        `read` returns up to so many bytes as soon as there are any, b"" at the end, and raises
        `CoachError`; `write` writes and flushes. At most so many `processes` are started; below 2,
        everything is scored in this one.
        """
        self._read = read
        self._write = write
        self._judge = judge
        self._start_process = start_process
        self._processes = processes
        self._progress = progress
        self._tally = Tally()
        self._events: queue.SimpleQueue[_Read | _InputEnded | _Scored] = queue.SimpleQueue()
        self._in_order: deque[_Block] = deque()
        self._waiting: deque[_Block] = deque()
        self._started: list[ScoringProcess] = []
        self._idle: list[ScoringProcess] = []
        self._busy: dict[ScoringProcess, _Block] = {}
        self._blocks_read = self._blocks_written = 0
        self._room = threading.Semaphore(_BLOCKS_A_WORKER * max(processes, 1))

    def run(self) -> Tally:
        """Score everything until the input ends. Raises `CoachError` where input or a process fails."""
        threading.Thread(target=self._read_all, daemon=True).start()
        try:
            for event in self._all_events():
                self._take(event)
                self._give_out()
                self._write_finished()
        finally:
            for process in self._started:
                process.stop()
        self._progress(self._tally)
        return self._tally

    def _read_all(self) -> None:
        """Read until the end, in a thread of its own, and wait wherever too much is under way."""
        try:
            for lines in read_blocks(self._read):
                self._room.acquire()
                self._blocks_read += 1
                self._events.put(_Read(_Block(lines)))
        except CoachError as error:
            self._events.put(_InputEnded(error))
        else:
            self._events.put(_InputEnded())

    def _all_events(self) -> "Iterator[_Read | _Scored]":
        ended = False
        while not ended or self._in_order:
            try:
                event = self._events.get(timeout=_TICK)
            except queue.Empty:
                self._progress(self._tally)
                continue
            if isinstance(event, _InputEnded):
                if event.error is not None:
                    raise event.error
                ended = True
            else:
                yield event

    def _take(self, event: _Read | _Scored) -> None:
        if isinstance(event, _Read):
            self._in_order.append(event.block)
            self._waiting.append(event.block)
            return
        if event.judged is None:
            raise CoachError(
                "A process that scores answers stopped unexpectedly.",
                "The machine may be short of memory. What was written so far is complete.",
            )
        self._busy.pop(event.process).judged = event.judged
        self._idle.append(event.process)

    def _give_out(self) -> None:
        """Score what waits: here while the input comes slowly, beside where there is a backlog."""
        while self._waiting:
            if self._scores_here():
                block = self._waiting.popleft()
                block.judged = self._judge.judge(block.lines)
                continue
            process = self._free_process()
            if process is None:
                return
            block = self._waiting.popleft()
            self._busy[process] = block
            process.score(block.lines)

    def _scores_here(self) -> bool:
        behind = self._blocks_read - self._blocks_written
        return self._processes < 2 or not (self._started or behind > _WORTH_A_PROCESS)

    def _free_process(self) -> ScoringProcess | None:
        if self._idle:
            return self._idle.pop()
        if len(self._started) >= self._processes:
            return None
        process = self._start_process(self._note_scored)
        self._started.append(process)
        self._tally.processes = len(self._started)
        return process

    def _note_scored(self, process: ScoringProcess, judged: Judged | None) -> None:
        self._events.put(_Scored(process, judged))

    def _write_finished(self) -> None:
        while self._in_order and (judged := self._in_order[0].judged) is not None:
            self._in_order.popleft()
            self._write(judged.output)
            self._blocks_written += 1
            self._tally.lines += judged.lines
            self._tally.bad += judged.bad
            self._room.release()
        self._progress(self._tally)


def rate_line(tally: Tally, seconds: float) -> str:
    """Return the closing line: how many, how long, how fast."""
    rate = tally.lines / seconds if seconds > 0 else 0.0
    parts: Sequence[str] = (
        f"{tally.lines:,} lines in {seconds:.1f} s, {rate:,.0f} a second",
        f"{tally.processes} processes" if tally.processes else "",
        f"{tally.bad:,} with an error" if tally.bad else "",
    )
    return "; ".join(part for part in parts if part)
