"""The bytes of a bank file, read within bounds: never a device, never a pipe, never more than 2 MB."""

import os
import stat
from pathlib import Path

from interview_coach.banks.faults import BankError, Fault

MAX_BYTES = 2_000_000
"""Largest bank file. A bank of 1,000 questions with six full points each is about 1.5 MB."""

TOO_LARGE = "the file is larger than 2 MB; split it into several banks"


def read_bytes(path: Path) -> bytes:
    """Return the content of a regular file of at most 2 MB.

    Raises `BankError` with one fault where it is missing, unreadable, too large, or no file at all.
    """
    try:
        # Opening a pipe blocks without O_NONBLOCK, and some devices act on being opened, so look first.
        _refuse_other_than_file(path, path.stat())
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            _refuse_other_than_file(path, os.fstat(descriptor))
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _refused(path, "there is no such file") from None
    except OSError as error:
        raise _refused(path, f"the file cannot be read: {error.strerror or error}") from error
    except ValueError:
        # Python refuses a path with a NUL in it before the system sees it.
        raise _refused(path, "this is not a possible file name") from None
    if len(data) > MAX_BYTES:
        raise _refused(path, TOO_LARGE)
    return data


def _refuse_other_than_file(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise _refused(path, "this is a folder; expected a YAML file")
    if not stat.S_ISREG(status.st_mode):
        raise _refused(path, "this is a device or a pipe; expected a YAML file")
    if status.st_size > MAX_BYTES:
        raise _refused(path, TOO_LARGE)


def _refused(path: Path, message: str) -> BankError:
    return BankError((Fault(str(path), 1, 1, message),))
