"""What can go wrong with the journal file, as errors that tell the user what to do."""

import errno
import sqlite3
from pathlib import Path
from typing import Final

from interview_coach.errors import CoachError
from interview_coach.paths import HOME_VARIABLE


class JournalError(CoachError):
    """Something about the journal cannot be done."""


class JournalLockedError(JournalError):
    """Another process kept the journal for itself for longer than we wait."""


class JournalReadOnlyError(JournalError):
    """The journal, or its folder, cannot be written to."""


class JournalFullError(JournalError):
    """The disk is full. What was being written is not half there: it is not there."""


class JournalDamagedError(JournalError):
    """The file is not a database, or parts of it cannot be read."""


class JournalNewerError(JournalError):
    """A newer version of Interview Coach wrote the journal; it was not touched."""


class JournalMovedError(JournalError):
    """The file was moved or deleted while it was open: writing on would write into nowhere."""


def locked(path: Path) -> JournalLockedError:
    """Return the error for a journal that another process is writing to."""
    return JournalLockedError(
        f"Another copy of Interview Coach is writing to {path}.",
        "Wait a moment and try again, or close the other copy.",
    )


def read_only(path: Path) -> JournalReadOnlyError:
    """Return the error for writing to a journal that can only be read."""
    return JournalReadOnlyError(
        f"The journal can be read but not written to: {path}",
        f"Make the file and its folder writable, or set {HOME_VARIABLE} to a folder you can write to.",
    )


def older(path: Path) -> JournalReadOnlyError:
    """Return the error for reading a journal of an earlier format that nobody could bring up to date yet."""
    return JournalReadOnlyError(
        f"The journal is as an earlier version left it: {path}",
        "Start Interview Coach once to bring it up to date; the file and its folder must be writable.",
    )


def full(path: Path) -> JournalFullError:
    """Return the error for a disk without room."""
    return JournalFullError(
        f"The disk is full: the journal could not be written to ({path}).",
        "Free some space and try again. Everything saved before is still there.",
    )


def damaged(path: Path) -> JournalDamagedError:
    """Return the error for a journal of which a part cannot be read."""
    return JournalDamagedError(
        f"The journal is damaged: {path}",
        "Run `interview-coach doctor`. It sets the damaged file aside and deletes nothing.",
    )


def newer(path: Path, version: int) -> JournalNewerError:
    """Return the error for a journal of a later version."""
    return JournalNewerError(
        f"The journal was written by a newer version of Interview Coach (format {version}): {path}",
        "Install the newer version again. The file was not changed.",
    )


def moved(path: Path) -> JournalMovedError:
    """Return the error for a journal that is no longer where it was opened."""
    return JournalMovedError(
        f"The journal was moved or deleted while it was open: {path}",
        "Put it back, or copy your answer somewhere safe and start Interview Coach again.",
    )


_TOLD_BY_CODE: Final = {
    sqlite3.SQLITE_BUSY: locked,
    sqlite3.SQLITE_LOCKED: locked,
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_PERM: read_only,
    sqlite3.SQLITE_FULL: full,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: damaged,
}


def fault_of_database(error: sqlite3.Error, path: Path) -> JournalError:
    """Return what an error of SQLite means for the user of the journal at `path`.

    See https://sqlite.org/rescode.html for the codes; the low byte is the primary one.
    """
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if told := _TOLD_BY_CODE.get(primary):
        return told(path)
    if primary in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        if _no_room(path):
            return full(path)
        return JournalError(
            f"The disk refused to read or write the journal ({error}): {path}",
            "Check the disk and its free space, then try again. What was saved before is still there.",
        )
    return JournalError(f"The journal could not do that ({error}): {path}", "Run `interview-coach doctor`.")


def fault_of_system(error: OSError, path: Path) -> JournalError:
    """Return what an error of the operating system means for the user of the journal at `path`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return full(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return JournalReadOnlyError(
            f"The journal cannot be opened, because its folder or file may not be used: {path}",
            f"Give yourself rights to it, or set {HOME_VARIABLE} to a folder you can write to.",
        )
    return JournalError(
        f"The journal cannot be opened ({error.strerror or error}): {path}",
        f"Look at what lies there, or set {HOME_VARIABLE} to another folder.",
    )


def _no_room(path: Path) -> bool:
    """Say whether the disk of `path` is full: SQLite then reports a plain I/O error for its -shm file."""
    import shutil

    try:
        return shutil.disk_usage(path.parent).free < 256 * 1024
    except OSError:
        return False
