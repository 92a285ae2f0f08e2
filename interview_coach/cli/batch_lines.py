"""Splits a stream of bytes into numbered lines without ever holding an endless one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

LONGEST_LINE = 4 * 1024 * 1024
"""Bytes of a line beyond which it is refused: 50,000 words are about 0.3 MB."""

BLOCK = 8 * 1024
"""Bytes asked for at a time; what they hold, some twenty answers or a second, is scored together."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the input."""

    number: int
    """1-based, blank lines counted."""
    data: bytes | None
    """Without its line end; None where the line was longer than `LONGEST_LINE`."""


class LineSplitter:
    """Takes bytes as they come and gives the lines they complete. Blank lines are left out."""

    def __init__(self, longest: int = LONGEST_LINE) -> None:
        self._longest = longest
        self._number = 0
        self._parts: list[bytes] = []
        self._length = 0

    def feed(self, data: bytes) -> list[Line]:
        """Return the lines that `data` completes."""
        *complete, rest = data.split(b"\n")
        lines = []
        for part in complete:
            self._keep(part)
            lines += self._end()
        self._keep(rest)
        return lines

    def finish(self) -> list[Line]:
        """Return the last line where it has no line end."""
        return self._end() if self._length else []

    def _keep(self, part: bytes) -> None:
        self._length += len(part)
        if self._length > self._longest:
            self._parts.clear()
        elif part:
            self._parts.append(part)

    def _end(self) -> list[Line]:
        self._number += 1
        too_long, line = self._length > self._longest, b"".join(self._parts)
        self._parts.clear()
        self._length = 0
        if too_long:
            return [Line(self._number, None)]
        if self._number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        line = line.strip()
        return [Line(self._number, line)] if line else []


def read_blocks(read: Callable[[int], bytes]) -> Iterator[list[Line]]:
    """Yield the lines of a stream in blocks: what one `read` brought, so nothing waits for more to come."""
    splitter = LineSplitter()
    while data := read(BLOCK):
        if lines := splitter.feed(data):
            yield lines
    if lines := splitter.finish():
        yield lines
