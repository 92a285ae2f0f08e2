"""Lines from standard input, with a chance to save before each wait."""

import os
import sys
from collections.abc import Callable
from typing import Final

from interview_coach.cli.streams import note
from interview_coach.errors import CoachError

_BLOCK: Final = 64 * 1024

_LONGEST: Final = 4 * 1024 * 1024
"""Bytes after which a line is taken as ended, so that an endless one does not fill the memory."""

_TERMINAL_LINE: Final = 4095
"""Bytes of one line that a terminal takes in line mode on Linux; it drops what is typed beyond."""


def standard_input() -> "DescriptorLines | StreamLines":
    """Return the lines of standard input. Raises `CoachError` where there is none."""
    if sys.stdin is None:
        raise CoachError("There is no standard input to read answers from.")
    if os.name == "nt":
        return StreamLines()
    try:
        return DescriptorLines(sys.stdin.fileno(), sys.stdin.encoding)
    except (OSError, ValueError):
        return StreamLines()


class DescriptorLines:
    """Lines of a file descriptor that can be waited for (not on Windows).

    An end of input is passed on once for each time it happens: at a terminal, Ctrl+D ends an answer and
    the rehearsal goes on.
    """

    def __init__(self, descriptor: int, encoding: str) -> None:
        self._descriptor = descriptor
        self._encoding = encoding
        self._rest = b""

    def read_line(self, idle: Callable[[], object]) -> str | None:
        """Return the next line without its end, None at the end of input; call `idle` before waiting."""
        while b"\n" not in self._rest and len(self._rest) < _LONGEST:
            if not self._ready():
                idle()
            data = os.read(self._descriptor, _BLOCK)
            if not data:
                last, self._rest = self._rest, b""
                return self._text(last) if last else None
            self._rest += data
        line, _, self._rest = self._rest.partition(b"\n")
        if len(line) >= _TERMINAL_LINE and os.isatty(self._descriptor):
            note(f"The terminal cut this line at {_TERMINAL_LINE} bytes: press Enter now and then.")
        return self._text(line)

    def _ready(self) -> bool:
        import select

        return bool(select.select([self._descriptor], [], [], 0)[0])

    def _text(self, line: bytes) -> str:
        return line.decode(self._encoding, "replace").removesuffix("\r")


class StreamLines:
    """Lines of `sys.stdin`, for systems where a terminal cannot be waited for."""

    def read_line(self, idle: Callable[[], object]) -> str | None:
        """Return the next line without its end, None at the end of input; call `idle` before each."""
        idle()
        line = sys.stdin.readline()
        return line.rstrip("\r\n") if line else None
