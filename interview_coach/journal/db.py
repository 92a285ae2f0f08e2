"""One connection to the journal: safe to use from any thread, its faults told as `JournalError`."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from interview_coach.journal.faults import (
    JournalDamagedError,
    JournalError,
    fault_of_database,
    moved,
    read_only,
)

Value = str | int | float | bytes | None
Values = Sequence[Value]
"""Values for the placeholders of one statement."""
Execute = Callable[[str, Values], sqlite3.Cursor]
"""Runs one statement within a transaction."""

BUSY_SECONDS: Final = 2.5
"""How long a statement waits for another process before it gives up."""


class Database:
    """An opened journal file. Each operation holds the lock for its own length only.

    Every method raises `JournalError`, or the subclass that says what is wrong.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection: sqlite3.Connection | None = connection
        self._lock = threading.RLock()
        self._identity = os.stat(path)  # noqa: PTH116 - named beside samestat below
        connection.row_factory = sqlite3.Row
        # One spoilt byte must not stop a list: it shows as U+FFFD.
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        connection.create_function("contains", 2, _contains, deterministic=True)

    def rows(self, sql: str, values: Values = ()) -> list[sqlite3.Row]:
        """Return all rows of one query."""
        with self._speaking() as execute:
            return execute(sql, values).fetchall()

    def row(self, sql: str, values: Values = ()) -> sqlite3.Row | None:
        """Return the first row of one query, or None."""
        with self._speaking() as execute:
            cursor = execute(sql, values)
            row: sqlite3.Row | None = cursor.fetchone()
            cursor.close()
            return row

    def value(self, sql: str, values: Values = ()) -> Any:
        """Return the first column of the first row, or None where there is no row."""
        row = self.row(sql, values)
        return None if row is None else row[0]

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let the queries of the block see one state of the journal, whatever others write meanwhile."""
        with self._speaking() as execute:
            if self._open_connection().in_transaction:
                yield
                return
            try:
                execute("BEGIN", ())
                yield
            finally:
                if self._open_connection().in_transaction:
                    execute("COMMIT", ())

    @contextmanager
    def writing(self) -> Iterator[Execute]:
        """Run the block as one transaction, on the disk for good when the block ends, or not at all."""
        if self.read_only:
            raise read_only(self.path)
        with self._speaking() as execute:
            connection = self._open_connection()
            self._check_still_there()
            try:
                # Within the try, since ctrl+c may come between the two and would leave it open.
                execute("BEGIN IMMEDIATE", ())
                yield execute
                execute("COMMIT", ())
            finally:
                # A failed COMMIT (disk full) leaves the transaction open, some faults end it themselves.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def problems(self) -> list[str]:
        """Return what SQLite finds wrong with the file, page by page; empty where it is sound."""
        try:
            found = [str(row[0]) for row in self.rows("PRAGMA quick_check(20)")]
        except JournalDamagedError as error:
            return [str(error.__cause__)]
        return [] if found == ["ok"] else found

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                connection.close()

    @contextmanager
    def _speaking(self) -> Iterator[Execute]:
        with self._lock:
            connection = self._open_connection()

            def execute(sql: str, values: Values) -> sqlite3.Cursor:
                return connection.execute(sql, [_storable(value) for value in values])

            try:
                yield execute
            except sqlite3.Error as error:
                raise fault_of_database(error, self.path) from error

    def _open_connection(self) -> sqlite3.Connection:
        if self._connection is None:
            raise JournalError(f"The journal is closed: {self.path}", "Start Interview Coach again.")
        return self._connection

    def _check_still_there(self) -> None:
        """Raise `JournalMovedError` where the path no longer leads to the open file.

        SQLite does not notice by itself in WAL mode: it would write answers into a deleted file.
        """
        try:
            present = os.stat(self.path)  # noqa: PTH116
        except OSError:
            raise moved(self.path) from None
        if not os.path.samestat(present, self._identity):
            raise moved(self.path)


def _storable(value: Value) -> Value:
    """Return `value` as SQLite can keep it: a lone surrogate, which has no UTF-8, becomes U+FFFD.

    Evidence spans still fit, as the number of code points stays.
    """
    if not isinstance(value, str) or value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in value)
    return value


def _contains(text: str, wanted: str) -> bool:
    """Say whether `wanted`, case-folded already, occurs in `text`; LIKE folds the case of ASCII only."""
    return wanted in text.casefold()
