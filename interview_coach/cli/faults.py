"""How a command that failed says so, and with which exit code."""

import errno
import os
import sys

from interview_coach.errors import CoachError

FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130
"""128 + SIGINT, as a shell reports it."""


class UsageError(CoachError):
    """The command was called in a way it does not know; exit code 2 instead of 1."""


def tell(error: CoachError) -> int:
    """Write the message and the hint to stderr and return the exit code."""
    from interview_coach.visible import visible

    _to_stderr(f"interview-coach: {visible(error.message)}")
    if error.hint:
        _to_stderr(visible(error.hint))
    return WRONG_USAGE if isinstance(error, UsageError) else FAILED


def reader_left() -> int:
    """Leave quietly: whoever read the output, such as `head`, has enough."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return FAILED
    # Python flushes stdout once more at its end, and would complain there.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
    return FAILED


def log_unexpected(error: Exception) -> int:
    """Keep the traceback in the log, say one plain line on stderr and return the exit code."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        reader_left()
        return tell(CoachError("The disk is full.", "Make some room and call the command again."))
    name = type(error).__name__
    try:
        where = f"details are in {_write_log(error)}"
    except (CoachError, OSError) as no_log:
        where = f"no log could be written ({str(no_log).splitlines()[0]})"
    _to_stderr(f"interview-coach: something unexpected went wrong ({name}: {error}); {where}")
    return FAILED


def _write_log(error: Exception) -> str:
    import platform
    import traceback
    from datetime import UTC, datetime

    from interview_coach import __version__
    from interview_coach.paths import Paths

    log = Paths.of_user().log
    log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    entry = "".join(traceback.format_exception(error))
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
        file.write(f"{moment} interview-coach {__version__}, Python {platform.python_version()}\n{entry}\n")
    return str(log)


def _to_stderr(line: str) -> None:
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(line + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        return
