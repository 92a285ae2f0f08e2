"""Deleting everything that is kept of the user, for good: for `data delete`."""

import os
import sqlite3
from pathlib import Path

from interview_coach.errors import CoachError
from interview_coach.journal.faults import locked, read_only
from interview_coach.journal.inventory import measure
from interview_coach.journal.opening import can_be_written
from interview_coach.paths import Paths

_BLOCK = 1 << 20


def delete_everything(paths: Paths, *, keep_banks: bool) -> list[Path]:
    """Delete journal, set-aside files, drafts, settings and log, and the user's banks unless kept.

    Each file is overwritten first; on an SSD or a copying file system older blocks may still outlive that.
    Exports and backups are not touched. Returns the files and folders removed. Nothing is removed where the
    journal is in use (`JournalLockedError`) or may not be written (`JournalReadOnlyError`); raises
    `CoachError` naming the first file that could not be removed.
    """
    _claim(paths.journal)
    removed: list[Path] = []
    for kept in measure(paths).kept:
        if kept.what == "own banks" and keep_banks:
            continue
        for file in kept.files:
            _overwrite_and_remove(file)
            removed.append(file)
    for folder in dict.fromkeys((paths.banks, paths.data, paths.config)):
        if _remove_if_empty(folder):
            removed.append(folder)
    return removed


def _claim(journal: Path) -> None:
    """See that nobody else has the journal open, and fold its -wal into it."""
    if not journal.is_file():
        return
    if not can_be_written(journal):
        raise read_only(journal)
    connection = sqlite3.connect(journal, timeout=0.5, isolation_level=None)
    try:
        # Leaving WAL mode needs the file for oneself alone: it fails where another copy has it open.
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise locked(journal) from error
        # Damaged, or of a newer version: that is no reason to keep it.
    finally:
        connection.close()


def _overwrite_and_remove(file: Path) -> None:
    """Write zeros over the file and unlink it; of a link, the link only."""
    try:
        if not file.is_symlink():
            with file.open("r+b") as content:
                left = content.seek(0, os.SEEK_END)
                content.seek(0)
                while left > 0:
                    left -= content.write(bytes(min(left, _BLOCK)))
                content.flush()
                os.fsync(content.fileno())
        file.unlink()
    except FileNotFoundError:
        return
    except OSError as error:
        raise CoachError(
            f"Not everything was deleted: {file} could not be ({error.strerror or error}).",
            "See that you may write to it and its folder, then delete again.",
        ) from error


def _remove_if_empty(folder: Path) -> bool:
    try:
        folder.rmdir()
    except OSError:
        return False
    return True
