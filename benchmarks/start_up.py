"""What the start costs: CPU to the first paint against a minimal Textual app, `--version` against Python.

The contestants take turns in one run, so whatever else the machine does falls on all of them. CPU time is
that of the process until its screen is complete in a real pseudo-terminal; it is killed there.
"""

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from interview_coach.settings import Settings, save_settings

COLUMNS, LINES = 100, 30
ROUNDS = 15
WARM_UP = 2
PATIENCE = 30.0
"""Seconds until a screen that does not come is given up."""

PAINT_BOUND = 1.3
"""CPU to first paint, as a multiple of the minimal app's."""
FIRST_START_WORDS = "rehearse for"
"""What stands on the first start's screen once the banks are read."""
TODAY_WORDS = "Full interview"
"""What stands on Today once the journal and the banks are read."""
VERSION_BOUND = 60.0
"""Milliseconds of `--version` above those of `python -c pass`."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one start took, in milliseconds."""

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Contestant:
    """A program, and the words whose arrival says that its first screen is complete."""

    name: str
    command: list[str]
    home: Callable[[], Path]
    words: Sequence[str] = ()
    bound: float | None = None
    """The most CPU it may take, as a multiple of the minimal app's; None where it is only told."""


def environment(home: Path) -> dict[str, str]:
    """Return the surroundings of a contestant: those of an ordinary terminal, byte code kept."""
    dropped = {"PYTHONDONTWRITEBYTECODE", "NO_COLOR", "COLUMNS", "LINES"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "INTERVIEW_COACH_HOME": str(home)}


def become(command: list[str], env: Mapping[str, str]) -> NoReturn:
    """Turn this (child) process into `command`, in a terminal of the size above."""
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        os.execve(command[0], command, env)
    finally:
        os._exit(127)


def first_paint(contestant: Contestant) -> Cost:
    """Start `contestant`, wait for the last of its words, kill it, and return what it took.

    Raises TimeoutError, with what came instead, where the words do not arrive.
    """
    env = environment(contestant.home())
    begun = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        become(contestant.command, env)
    try:
        written = read_until(terminal, [word.encode() for word in contestant.words])
        wall = time.perf_counter() - begun
    finally:
        os.kill(pid, signal.SIGKILL)
        _, _, used = os.wait4(pid, 0)
        os.close(terminal)
    if written is not None:
        shown = re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", written).decode("utf-8", "replace")
        raise TimeoutError(f"{contestant.name}: {contestant.words} never all appeared in\n{shown}")
    return Cost((used.ru_utime + used.ru_stime) * 1000, wall * 1000)


def read_until(terminal: int, words: Sequence[bytes]) -> bytes | None:
    """Read until all `words` have come, and return None; or, after PATIENCE, the end of what came instead."""
    written = b""
    until = time.monotonic() + PATIENCE
    while not all(word in written for word in words):
        ready, _, _ = select.select([terminal], [], [], max(until - time.monotonic(), 0))
        try:
            chunk = os.read(terminal, 65536) if ready else b""
        except OSError:  # Linux says so when the other end has closed
            chunk = b""
        if not chunk:
            return written[-3000:]
        written += chunk
    return None


def whole_run(contestant: Contestant) -> Cost:
    """Run `contestant` to its end with its output thrown away, and return what it took."""
    env = environment(contestant.home())
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    begun = time.perf_counter()
    pid = os.posix_spawn(contestant.command[0], contestant.command, env, file_actions=silent)
    _, status, used = os.wait4(pid, 0)
    wall = time.perf_counter() - begun
    if status != 0:
        raise ChildProcessError(f"{contestant.name} failed with status {status}")
    return Cost((used.ru_utime + used.ru_stime) * 1000, wall * 1000)


def take_turns(
    contestants: Sequence[Contestant], measure: Callable[[Contestant], Cost], rounds: int
) -> list[list[Cost]]:
    """Return what each contestant took in each round, after a warm-up that counts for nothing."""
    for contestant in list(contestants) * WARM_UP:
        measure(contestant)
    turns = [[measure(contestant) for contestant in contestants] for _ in range(rounds)]
    return [list(costs) for costs in zip(*turns, strict=True)]


def spread(values: Sequence[float]) -> str:
    """Return the median and the quartiles of `values` as text."""
    low, middle, high = statistics.quantiles(values, n=4)
    return f"{middle:6.0f} ({low:.0f} to {high:.0f})"


def verdict(within: bool) -> str:
    return "within" if within else "OVER"


def measure_paint(folder: Path) -> bool:
    """Print the table of first screens, and return whether all are within their bound."""
    costs = take_turns(contestants := starters(folder), first_paint, ROUNDS)
    yardstick = statistics.median(cost.cpu for cost in costs[0])
    print(f"First screen at {COLUMNS}x{LINES}: median and quartiles of {ROUNDS}, in ms")
    print(f"{'':28}{'CPU':<20}{'wall':<20}{'CPU ratio':<11}bound")
    fine = True
    for contestant, taken in zip(contestants, costs, strict=True):
        ratio = statistics.median(cost.cpu for cost in taken) / yardstick
        row = (
            f"{contestant.name:<28}{spread([c.cpu for c in taken]):<20}{spread([c.wall for c in taken]):<20}"
        )
        row += f"{ratio:<11.2f}"
        if contestant.bound is not None:
            fine = fine and ratio <= contestant.bound
            row += f"{contestant.bound:.2f} {verdict(ratio <= contestant.bound)}"
        print(row.rstrip())
    return fine


def starters(folder: Path) -> list[Contestant]:
    """Return the yardstick, then the app: twice to its first paint, twice until it can be used."""
    app = [sys.executable, "-m", "interview_coach"]
    minimal = [sys.executable, "-m", "benchmarks._minimal_app"]
    painted = ("Where you stand", "leave")

    def fresh() -> Path:
        return Path(tempfile.mkdtemp(dir=folder))

    def settled() -> Path:
        home = fresh()
        save_settings(Settings(first_start_done=True), home / "settings.json")
        return home

    return [
        Contestant("minimal Textual app", minimal, fresh, ("Nothing to do", "palette")),
        Contestant("first start, painted", app, fresh, painted, PAINT_BOUND),
        Contestant("Today, painted", app, settled, painted, PAINT_BOUND),
        Contestant("first start, banks listed", app, fresh, (*painted, FIRST_START_WORDS)),
        Contestant("Today, choices listed", app, settled, (*painted, TODAY_WORDS)),
    ]


def measure_version(folder: Path) -> bool:
    """Print what `--version` takes beside a bare interpreter, and return whether it is within its bound."""
    python = Path(sys.executable)
    script = python.with_name("interview-coach")
    command = [str(script)] if script.exists() else [str(python), "-m", "interview_coach"]
    contestants = [
        Contestant("python -c pass", [str(python), "-c", "pass"], lambda: folder),
        Contestant("interview-coach --version", [*command, "--version"], lambda: folder),
    ]
    bare, version = take_turns(contestants, whole_run, 2 * ROUNDS)
    fine = True
    print(f"\nThe command line: median and quartiles of {2 * ROUNDS}, in ms")
    print(f"{'':8}{'python -c pass':<20}{'--version':<20}{'more by':<11}bound")
    for clock in ("cpu", "wall"):
        before, after = ([getattr(cost, clock) for cost in costs] for costs in (bare, version))
        more = statistics.median(after) - statistics.median(before)
        fine = fine and more <= VERSION_BOUND
        bound = f"{VERSION_BOUND:.0f} {verdict(more <= VERSION_BOUND)}"
        print(f"{clock:<8}{spread(before):<20}{spread(after):<20}{more:<11.0f}{bound}")
    return fine


def main() -> int:
    """Print both tables; return 1 where a bound is exceeded."""
    with tempfile.TemporaryDirectory(prefix="interview-coach-") as name:
        folder = Path(name)
        outcomes = [measure_paint(folder), measure_version(folder)]
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
