"""`score`: one answer, or a batch of them, held against the checklist."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from interview_coach.cli.faults import FAILED, UsageError
from interview_coach.cli.streams import is_terminal, note, say, say_json, write_bytes
from interview_coach.errors import CoachError

if TYPE_CHECKING:
    from interview_coach.cli.batch import Tally

_LONGEST_ANSWER = 4 * 1024 * 1024
"""Bytes; a spoken hour is about 0.05 MB."""


def run(args: argparse.Namespace) -> int:
    """Score one answer, or every line of a batch."""
    words: list[str] = args.words
    if args.batch:
        if len(words) > 1:
            raise UsageError("score --batch takes one file.", "Bank and question stand in each line of it.")
        return _score_batch(words[0] if words else "-")
    if len(words) not in (2, 3):
        raise UsageError(
            "score needs a bank, a question and a file with the answer (or - for standard input).",
            "For example: interview-coach score warehouse unsafe-request answer.txt",
        )
    return _score_one(words[0], words[1], words[2] if len(words) == 3 else "-", as_json=args.json)


# --- One answer -------------------------------------------------------------------------------


def _score_one(reference: str, question_id: str, file: str, *, as_json: bool) -> int:
    from interview_coach.cli.bank_reference import find_bank
    from interview_coach.cli.batch_judge import question_of
    from interview_coach.cli.feedback_text import feedback_lines
    from interview_coach.cli.scored import assess_answer, with_names

    bank = find_bank(reference)
    question = question_of(bank, question_id)
    assessment = assess_answer(bank, question, read_answer(file))
    if as_json:
        say_json(with_names(assessment, bank, question))
        return 0
    for line in feedback_lines(question, assessment):
        say(line)
    return 0


def read_answer(file: str) -> str:
    """Return the text of an answer file, "-" for standard input. Raises `CoachError`."""
    with _opened(file) as (name, read):
        parts, length = [], 0
        while data := read(1 << 16):
            parts.append(data)
            length += len(data)
            if length > _LONGEST_ANSWER:
                raise CoachError(
                    f"{name} is longer than {_LONGEST_ANSWER // 1024**2} MB.",
                    "That is more than anybody says in one answer.",
                )
    text = b"".join(parts)
    if b"\0" in text:
        raise CoachError(f"{name} is not a text file.", "Give a plain text file, UTF-8.")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        raise CoachError(
            f"{name} is not UTF-8 (line {line}, byte {error.start + 1}).",
            "Save it as UTF-8 plain text and try again.",
        ) from None


Read = Callable[[int], bytes]
"""Returns up to so many bytes as soon as there are any, b"" at the end. Raises `CoachError`."""


@contextmanager
def _opened(file: str) -> Iterator[tuple[str, Read]]:
    """Give a name for messages and the way to read the file, "-" for standard input."""
    if file == "-":
        yield "Standard input", _told("Standard input", _standard_input())
        return
    try:
        # Unbuffered: a line of a growing file is answered when it is there.
        stream = Path(file).open("rb", buffering=0)  # noqa: SIM115 - only opening it is guarded here
    except (OSError, ValueError) as error:
        raise _unreadable(file, error) from error
    with stream:
        yield file, _told(file, stream.read)


def _standard_input() -> Read:
    if sys.stdin is None:
        raise CoachError("There is no standard input to read from.")
    if is_terminal(sys.stdin):
        note("Reading from the terminal; end with " + ("Ctrl+Z, Enter." if os.name == "nt" else "Ctrl+D."))
    try:
        descriptor = sys.stdin.fileno()
    except (OSError, ValueError):
        return sys.stdin.buffer.read
    # Past Python's buffer: a thread that waits there for input holds a lock that Python needs at its end.
    return lambda size: os.read(descriptor, size)


def _told(name: str, read: Read) -> Read:
    def reading(size: int) -> bytes:
        try:
            return read(size)
        except OSError as error:
            raise _unreadable(name, error) from error

    return reading


def _unreadable(name: str, error: OSError | ValueError) -> CoachError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return CoachError(f"{name} cannot be read: {reason}.")


# --- Many -------------------------------------------------------------------------------------


def _score_batch(file: str) -> int:
    from interview_coach.cli.batch import Batch, rate_line
    from interview_coach.cli.batch_workers import Worker, cores, new_judge

    # One core to a process: numpy's threads wait for those of other processes (10 lines a second, not 44).
    for threads in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
        os.environ.setdefault(threads, "1")
    began = time.monotonic()
    progress = _Progress(began) if is_terminal(sys.stderr) else None
    with _opened(file) as (_, read):
        tally = Batch(
            read,
            write_bytes,
            new_judge(),
            start_process=Worker,
            processes=cores(),
            progress=progress or _silent,
        ).run()
    if progress is not None:
        progress.clear()
    note(rate_line(tally, time.monotonic() - began))
    return FAILED if tally.bad else 0


def _silent(tally: "Tally") -> None:
    """Show nothing: stderr is no terminal."""


class _Progress:
    """One line on stderr, written over twice a second."""

    def __init__(self, began: float) -> None:
        self._began = self._last = began
        self._width = 0

    def __call__(self, tally: "Tally") -> None:
        from interview_coach.cli.batch import rate_line

        now = time.monotonic()
        if now - self._last >= 0.5:
            self._last = now
            self._show(rate_line(tally, now - self._began))

    def clear(self) -> None:
        """Make room for the closing line."""
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            self._width = 0

    def _show(self, text: str) -> None:
        sys.stderr.write("\r" + text.ljust(self._width))
        sys.stderr.flush()
        self._width = max(self._width, len(text))
