"""Processes that score blocks of lines beside the main one."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection

from interview_coach.cli.batch_judge import Judge, Judged
from interview_coach.cli.batch_lines import Line

Done = Callable[["Worker", Judged | None], None]
"""Called from a thread of its own when a block is scored; None: the process is gone."""


def cores() -> int:
    """Return how many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def new_judge() -> Judge:
    """Return a judge that finds the shipped banks, the user's own, and paths from the working directory."""
    from interview_coach.cli.bank_reference import find_bank

    return Judge(find_bank)


class Worker:
    """One process, one block at a time.

    A pipe of its own rather than a shared queue: where the main process is killed the pipe closes and
    the process ends, which those of `concurrent.futures` do not.
    """

    def __init__(self, done: Done) -> None:
        # Started afresh instead of forked: the main process has threads.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._done = done
        threading.Thread(target=self._listen, daemon=True).start()

    def score(self, block: list[Line]) -> None:
        """Begin to score `block`. Raises `OSError` where the process is gone."""
        self._pipe.send(block)

    def stop(self) -> None:
        """End the process at once."""
        self._process.terminate()

    def _listen(self) -> None:
        try:
            while True:
                self._done(self, self._pipe.recv())
        except (EOFError, OSError):
            self._done(self, None)


def _serve(pipe: "Connection[Judged, list[Line]]") -> None:
    # Ctrl+C goes to every process of the terminal; the main one decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    judge = new_judge()
    try:
        while True:
            pipe.send(judge.judge(pipe.recv()))
    except (EOFError, OSError):
        return
