"""A real pseudo-terminal with a program in it: keys go in as bytes, the screen is read as it is seen."""

import codecs
import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Self

import pyte

CHECKOUT: Final = Path(__file__).parents[2]
APP: Final = (sys.executable, "-m", "interview_coach")

PATIENCE: Final = 30.0
"""Seconds until what does not appear counts as missing; on a busy machine a start takes several."""

KEYS: Final[Mapping[str, str]] = {
    **{f"ctrl+{letter}": chr(ord(letter) - ord("a") + 1) for letter in "abcdefghjklmnopqrstuvwxyz"},
    **{f"f{number}": f"\x1bO{final}" for number, final in enumerate("PQRS", 1)},
    **{
        f"f{number}": f"\x1b[{code}~"
        for number, code in zip(range(5, 13), (15, 17, 18, 19, 20, 21, 23, 24), strict=True)
    },
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "space": " ",
    "slash": "/",
    "question_mark": "?",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "ctrl+end": "\x1b[1;5F",
}
"""What an ordinary terminal (xterm, without the kitty protocol) sends for the keys of Textual's names.

`ctrl+enter` is not here: there it is a plain carriage return.
"""

# Sequences that pyte takes for others, or of which it draws the end: the kitty keyboard protocol
# (`CSI > 25 u`, `CSI < u`), requests for a mode (`CSI ? 2026 $ p`), device attributes and the like.
_UNKNOWN_TO_PYTE: Final = re.compile(
    r"\x1b\[[<>=][0-9;]*[ -/]*[@-~]|\x1b\[\??[0-9;]*\$[@-~]|\x1b[P_^X].*?\x1b\\"
)
_UNFINISHED: Final = re.compile(r"\x1b(?:\[[0-9;<=>?]*[ -/]*|[P_^X][^\x1b]*\x1b?)?$")

# Runs in the child, before the program: the terminal becomes its own, and the test's limits hold for it.
# A program of its own rather than a `preexec_fn`, which is not safe beside the threads of a test run.
_LAUNCHER: Final = """
import ctypes, fcntl, os, resource, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
largest, obey = int(sys.argv[1]), sys.argv[2] == "obey"
if largest:
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
if obey:
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        if ctypes.CDLL(None).prctl(24, capability, 0, 0, 0):  # PR_CAPBSET_DROP
            sys.exit("cannot drop capabilities")
os.execv(sys.argv[3], sys.argv[3:])
"""


class NotSeenError(AssertionError):
    """What was waited for did not appear; the message holds the screen."""


class _Screen(pyte.Screen):
    """A screen with an alternate one, as every terminal in use has: leaving it gives an empty screen."""

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        super().set_mode(*modes, **kwargs)
        if 1049 in modes:
            self._clear()

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        super().reset_mode(*modes, **kwargs)
        if 1049 in modes:
            self._clear()

    def _clear(self) -> None:
        self.erase_in_display(2)
        self.cursor_position()


class Terminal:
    """A terminal of `columns` × `rows` in which `command` runs until it ends or the `with` block does.

    `environment` changes the inherited one; None takes a variable away. `largest_file` limits the bytes of
    every file the program writes; `obey_modes` makes root obey the modes of files, as others do.
    """

    def __init__(
        self,
        *command: str,
        columns: int = 100,
        rows: int = 30,
        environment: Mapping[str, str | None] | None = None,
        folder: Path | None = None,
        largest_file: int = 0,
        obey_modes: bool = False,
    ) -> None:
        self._changed = threading.Condition()
        self._screen = _Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._raw = bytearray()
        self._ended = False
        self._master, slave = pty.openpty()
        _set_size(self._master, columns, rows)
        obey = "obey" if obey_modes and os.geteuid() == 0 else ""
        launcher = (sys.executable, "-I", "-S", "-c", _LAUNCHER, str(largest_file), obey)
        try:
            self._process = subprocess.Popen(
                (*launcher, *(command or APP)),
                stdin=slave,
                stdout=slave,
                stderr=slave,
                env=_environment(environment or {}),
                cwd=folder,
                start_new_session=True,
            )
        finally:
            os.close(slave)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        os.close(self._master)

    # --- What goes in -------------------------------------------------------------------------

    def send(self, *keys: str) -> None:
        """Press keys, one after the other: Textual's names, or the text itself."""
        for key in keys:
            self.write(KEYS.get(key, key))

    def write(self, text: str) -> None:
        """Send text as a keyboard does, without translation."""
        data = text.encode("utf-8")
        while data:
            data = data[os.write(self._master, data) :]

    def paste(self, text: str) -> None:
        """Paste as xterm does when told to mark what is pasted: some control characters become spaces."""
        self.write(f"\x1b[200~{text.translate(_NOT_PASTED)}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size, and tell the program as the system does."""
        with self._changed:
            self._screen.resize(rows, columns)
        # The system sends SIGWINCH to the program in the foreground by itself.
        _set_size(self._master, columns, rows)

    # --- What is seen -------------------------------------------------------------------------

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without spaces at their ends."""
        with self._changed:
            return self._lines()

    @property
    def text(self) -> str:
        """The whole screen as one text."""
        return "\n".join(self.lines)

    @property
    def flowing(self) -> str:
        """The words of the screen with single spaces between, so that they are found across line ends."""
        return flowing(self.lines)

    @property
    def notes(self) -> str:
        """The words of the notes at the corner, which lie over the lines behind them."""
        return flowing([line.rpartition("▌")[2][:-2] for line in self._full_lines() if "▌" in line])

    @property
    def footer(self) -> str:
        """The last row that is not empty, with single spaces and one at its end."""
        rows = [line for line in self.lines if line.strip()]
        return " ".join(rows[-1].split()) + " " if rows else ""

    @property
    def background(self) -> str:
        """The background colour of most cells, as six hexadecimal digits or a name of pyte's."""
        with self._changed:
            cells = [cell.bg for row in self._screen.buffer.values() for cell in row.values()]
        return max(set(cells), key=cells.count) if cells else "default"

    @property
    def output(self) -> bytes:
        """Every byte the program wrote so far."""
        with self._changed:
            return bytes(self._raw)

    def wait_for(
        self, wanted: str | Callable[["Terminal"], object], *, timeout: float = PATIENCE, gone: bool = False
    ) -> str:
        """Wait until a text is on the screen (`gone`: no longer), or a condition holds; return the screen.

        A text is found wherever its words follow each other, also across line ends. Raises `NotSeenError`.
        """
        __tracebackhide__ = True
        until = time.monotonic() + timeout
        seen = -1
        with self._changed:
            while True:
                if seen != len(self._raw):
                    seen = len(self._raw)
                    met = self._shows(wanted) if isinstance(wanted, str) else bool(wanted(self))
                    if met is not gone:
                        return "\n".join(self._lines())
                if self._ended or time.monotonic() > until:
                    raise NotSeenError(self._report(wanted, gone))
                self._changed.wait(min(0.5, max(until - time.monotonic(), 0.0)))

    # --- Its end ------------------------------------------------------------------------------

    @property
    def pid(self) -> int:
        """The program's process."""
        return self._process.pid

    def exit_code(self, *, timeout: float = PATIENCE) -> int:
        """Wait for the program's end; return its code, negative where a signal ended it."""
        try:
            code = self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise NotSeenError(self._report("the end of the program", gone=False)) from None
        self._reader.join(timeout)
        return code

    def kill(self) -> None:
        """`kill -9`, the whole process group; afterwards the screen is as the last byte left it."""
        with suppress(ProcessLookupError, PermissionError):  # it has ended by itself
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._reader.join()

    # --- How ----------------------------------------------------------------------------------

    def _read(self) -> None:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        rest = ""
        while True:
            try:
                data = os.read(self._master, 65_536)
            except OSError:  # EIO: nobody holds the other end any more
                data = b""
            with self._changed:
                self._raw += data
                if data:
                    rest += decoder.decode(data)
                    rest = self._feed(rest)
                self._ended = not data
                self._changed.notify_all()
            if not data:
                return

    def _feed(self, text: str) -> str:
        """Draw `text` but for an escape sequence that has only begun, and return that."""
        begun = _UNFINISHED.search(text)
        rest = begun.group() if begun else ""
        self._stream.feed(_UNKNOWN_TO_PYTE.sub("", text.removesuffix(rest) if rest else text))
        return rest

    def _shows(self, words: str) -> bool:
        # A path has no spaces, so a note breaks it anywhere.
        return words in self.flowing or words.replace(" ", "") in self.notes.replace(" ", "")

    def _lines(self) -> list[str]:
        return [line.rstrip() for line in self._full_lines()]

    def _full_lines(self) -> list[str]:
        with self._changed:
            buffer, columns = self._screen.buffer, range(self._screen.columns)
            return ["".join(buffer[row][c].data for c in columns) for row in range(self._screen.lines)]

    def _report(self, wanted: object, gone: bool) -> str:
        state = "ended" if self._ended else "running"
        frame = "\n".join(f"│{line}" for line in self._lines())
        return f"{'still there' if gone else 'not there'}: {wanted!r} (program {state})\n{frame}"


def flowing(lines: Sequence[str]) -> str:
    """Return the words of a drawn text: frames left out, single spaces, line ends passed over."""
    return " ".join(" ".join(lines).translate(_FRAME).split())


_NOT_PASTED: Final = dict.fromkeys((0x00, 0x04, 0x05, 0x08, 0x1B, 0x7F), " ")
"""xterm's `disallowedPasteControls`; other terminals have similar lists."""

_FRAME: Final = dict.fromkeys(map(ord, "│╭╮╰╯─┃▔▁▎▊"), " ")


def _set_size(terminal: int, columns: int, rows: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def _environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("COV_", "COVERAGE"))
    }
    wanted: dict[str, str | None] = {
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "LC_ALL": None,
        "LINES": None,
        "COLUMNS": None,
        "PYTHONPATH": str(CHECKOUT),
        **changes,
    }
    return {name: value for name, value in (inherited | wanted).items() if value is not None}
