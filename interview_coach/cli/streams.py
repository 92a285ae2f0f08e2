"""Standard input and output: prepared for any text in any encoding, and the few ways to write to them."""

import codecs
import io
import sys
from typing import IO, Any, Final

_PLAIN: Final = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "·": "-", "×": "x"}
)
"""What our own typography becomes where the encoding has none of it."""


def prepare() -> None:
    """Let no character that the encoding lacks stop a command: on output it is escaped, on input replaced.

    Piped input is UTF-8 whatever the system says: that is what programs write.
    """
    codecs.register_error("interview_coach.plain", _plainer)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="interview_coach.plain")
    if isinstance(sys.stdin, io.TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def _plainer(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    plainer = error.object[error.start : error.end].translate(_PLAIN)
    return plainer.encode("ascii", "backslashreplace").decode("ascii"), error.end


def say(line: str = "") -> None:
    """Write one line for a person to stdout. What came from banks or answers must be `visible` already."""
    sys.stdout.write(line + "\n")


def note(line: str) -> None:
    """Write one line to stderr: progress, and what is no part of the result."""
    if sys.stderr is not None:
        sys.stderr.write(line + "\n")
        sys.stderr.flush()


def is_terminal(stream: IO[Any] | None) -> bool:
    """Return whether a person sits at `stream`; False for a closed or missing one."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def can_show(text: str) -> bool:
    """Return whether stdout can encode `text`."""
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def json_text(value: object, *, indent: int | None = None) -> str:
    """Return `value` as JSON that UTF-8 can carry. Raises `ValueError` for NaN and infinity.

    Half a surrogate pair has no UTF-8; JSON with one is escaped throughout, so that it reads back as it was.
    """
    import json

    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False, indent=indent)
    return text


def say_json(value: object, *, indent: int | None = 2) -> None:
    """Write `value` as JSON to stdout, UTF-8 on every system."""
    write_bytes((json_text(value, indent=indent) + "\n").encode("utf-8"))


def write_bytes(data: bytes) -> None:
    """Write `data` to stdout and flush it, past its text encoding."""
    sys.stdout.flush()
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None:
        sys.stdout.write(data.decode("utf-8"))
    else:
        raw.write(data)
    sys.stdout.flush()
