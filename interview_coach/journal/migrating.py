"""The journal's format: numbered SQL files, applied once each, all or nothing."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from interview_coach.journal.faults import JournalError, newer

FORMAT: Final = 2
"""The newest format this version knows: the number of the last file in `migrations/`."""

_FOLDER: Final = Path(__file__).with_name("migrations")


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the journal to `FORMAT`. Costs one small read where it is there already.

    Safe with two copies at once: the second waits, then sees that nothing is left to do. Raises
    `JournalNewerError` for a later format, `JournalError` for another program's database, sqlite3.Error.
    """
    if format_of(connection, path) == FORMAT:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        present = format_of(connection, path)
        if present == 0 and connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            raise JournalError(
                f"This is a database, but not a journal of Interview Coach: {path}",
                "Move it elsewhere, then start again.",
            )
        for number, file in migrations():
            if number > present:
                for statement in statements(file.read_text(encoding="utf-8")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def format_of(connection: sqlite3.Connection, path: Path) -> int:
    """Return the format of the journal, 0 where it is new. Raises `JournalNewerError`, sqlite3.Error."""
    present = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if present > FORMAT:
        raise newer(path, present)
    return present


def migrations() -> list[tuple[int, Path]]:
    """Return number and file of each migration, in order."""
    return sorted((int(file.name.partition("_")[0]), file) for file in _FOLDER.glob("*.sql"))


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one: `executescript` would commit before the first."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
