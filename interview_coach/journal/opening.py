"""Opening the journal: new, as it was, read-only, or set aside because it is damaged."""

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from interview_coach.damaged import set_aside
from interview_coach.journal.db import BUSY_SECONDS, Database
from interview_coach.journal.faults import (
    JournalDamagedError,
    JournalError,
    JournalReadOnlyError,
    damaged,
    fault_of_database,
    fault_of_system,
    older,
)
from interview_coach.journal.migrating import FORMAT, format_of, migrate

COMPANIONS: Final = ("-wal", "-shm", "-journal")
"""What SQLite may put beside the file; the -wal holds answers that are nowhere else."""

RECOVERY_LOCK: Final = "-lock"
"""Beside a journal that was damaged once: held by the process that sets it aside."""

_AT_REST: Final = "mode=ro&immutable=1"
"""How to connect to a file that nobody is changing: no lock is taken, and nothing put beside it."""


def open_database(
    path: Path, now: Callable[[], datetime], *, thorough: bool = False
) -> tuple[Database, Path | None]:
    """Open the journal, made where there is none; return it, and where a damaged one was moved to.

    `thorough` looks at every page, which takes a second for each few hundred MB. A journal that cannot be
    written to is opened for reading. Raises `JournalError` and its subclasses.
    """
    try:
        try:
            return _open(path, now, thorough=thorough)
        except (JournalError, FileNotFoundError) as error:
            if not _was_being_replaced(path, error):
                raise
        with _alone(path):
            pass
        return _open(path, now, thorough=thorough)
    except OSError as error:
        raise fault_of_system(error, path) from error


def _open(path: Path, now: Callable[[], datetime], *, thorough: bool) -> tuple[Database, Path | None]:
    _make_room(path)
    if not can_be_written(path):
        return _open_for_reading(path), None
    seen = path.stat()
    try:
        _refuse_newer(path)
        return _open_for_writing(path, thorough=thorough), None
    except JournalReadOnlyError:
        return _open_for_reading(path), None
    except JournalDamagedError:
        return _begin_anew(path, seen, now)


def _was_being_replaced(path: Path, error: Exception) -> bool:
    """Say whether another copy may just have moved a damaged file away from under us."""
    missing = isinstance(error, FileNotFoundError) or _primary_code(error) == sqlite3.SQLITE_CANTOPEN
    return missing and path.with_name(path.name + RECOVERY_LOCK).exists()


def _primary_code(error: Exception) -> int:
    """Return SQLite's code for what lies behind `error`, 0 for none."""
    return int(getattr(error.__cause__, "sqlite_errorcode", 0)) & 0xFF


def open_as_it_is(path: Path) -> Database:
    """Open an existing journal of this format for a look: nothing is made, migrated or set aside.

    Raises `JournalError` and its subclasses; `JournalReadOnlyError` for an older format.
    """
    try:
        _refuse_newer(path)
        return _open_for_reading(path, at_rest=not _log_of(path).exists())
    except OSError as error:
        raise fault_of_system(error, path) from error


def _make_room(path: Path) -> None:
    """Make the folder and an empty file, both for this user alone from the first moment on."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        return
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "something that is not a file"
        raise JournalError(f"There is {what} where the journal should be: {path}", "Move it elsewhere.")


def _log_of(path: Path) -> Path:
    """Return where SQLite keeps what is not in the file itself yet; it exists while the journal is open."""
    return path.with_name(path.name + "-wal")


def can_be_written(path: Path) -> bool:
    """Say whether this user may write to the journal and put SQLite's files beside it."""
    effective = os.access in os.supports_effective_ids
    return all(os.access(place, os.W_OK, effective_ids=effective) for place in (path, path.parent))


def _refuse_newer(path: Path) -> None:
    """Raise `JournalNewerError` before there is a connection that might write, or `JournalDamagedError`.

    Not by reading the header as a file: closing that would drop every lock that this process has on it
    (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    log = _log_of(path)
    if path.stat().st_size == 0:
        if log.exists() and log.stat().st_size > 0:
            # SQLite takes an empty file for a new one, and deletes the -wal with the answers.
            raise damaged(path)
        return
    options = "mode=ro" if log.exists() else _AT_REST
    _connect(path, options, lambda connection: format_of(connection, path)).close()


def _open_for_writing(path: Path, *, thorough: bool) -> Database:
    def prepare(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        _patiently(lambda: connection.execute("PRAGMA journal_mode = WAL").fetchone())
        # FULL: a commit is on the disk, not only in the system's memory, before it counts as done.
        connection.execute("PRAGMA synchronous = FULL")
        migrate(connection, path)
        _glance(connection)

    db = Database(_connect(path, "", prepare), path, read_only=False)
    if thorough and db.problems():
        db.close()
        raise damaged(path)
    return db


def _open_for_reading(path: Path, *, at_rest: bool = False) -> Database:
    """Open the journal for reading; where it is `at_rest`, without the files that SQLite puts beside it."""

    def prepare(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA query_only = ON")
        if format_of(connection, path) < FORMAT:
            raise older(path)
        _glance(connection)

    try:
        connection = _connect(path, _AT_REST if at_rest else "mode=ro", prepare)
    except JournalError as error:
        if _primary_code(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        # WAL wants to make a -shm file, which a read-only folder does not let it; then nobody else
        # can be writing either.
        connection = _connect(path, _AT_REST, prepare)
    return Database(connection, path, read_only=True)


def _connect(path: Path, options: str, prepare: Callable[[sqlite3.Connection], object]) -> sqlite3.Connection:
    """Return a connection on which `prepare` has succeeded; faults come out as `JournalError`."""
    name = f"{path.absolute().as_uri()}?{options}" if options else str(path)
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(
            name, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=bool(options)
        )
        prepare(connection)
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, sqlite3.Error):
            raise fault_of_database(error, path) from error
        raise
    return connection


def _glance(connection: sqlite3.Connection) -> None:
    """Read a row of each table and the ends of the lists: finds gross damage in well under a millisecond."""
    for table in ("snapshot", "attempt", "overrule", "rehearsal", "rehearsal_question", "draft", "taught"):
        connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()  # noqa: S608 - names from here
    connection.execute("SELECT answer FROM attempt ORDER BY answered_at DESC, id DESC LIMIT 1").fetchone()
    connection.execute("SELECT id FROM rehearsal WHERE status = 'open' ORDER BY started_at DESC").fetchone()


def _patiently(action: Callable[[], object]) -> None:
    """Do `action`, again and again while another process is in the way.

    SQLite does not wait by itself where two connections turn a new file to WAL at the same time.
    """
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            action()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _begin_anew(
    path: Path, seen: os.stat_result, now: Callable[[], datetime]
) -> tuple[Database, Path | None]:
    """Set the damaged file aside, if it is still the one that was `seen`, and open a new journal."""
    with _alone(path):
        aside = None
        # Another copy that met the same damage may have put a new journal here while we waited.
        if path.exists() and os.path.samestat(path.stat(), seen):
            aside = _set_damaged_aside(path, now)
        _make_room(path)
        return _open_for_writing(path, thorough=False), aside


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let one process at a time in; a lock of SQLite, as that ends with its process and works everywhere.

    The empty file stays: another process may be waiting at it.
    """
    lock = path.with_name(path.name + RECOVERY_LOCK)
    connection = _connect(lock, "", lambda opened: opened.execute("BEGIN EXCLUSIVE"))
    try:
        yield
    finally:
        connection.close()


def _set_damaged_aside(path: Path, now: Callable[[], datetime]) -> Path:
    try:
        return set_aside(path, now().astimezone().date(), COMPANIONS)
    except OSError as error:
        raise JournalDamagedError(
            f"The journal is damaged, and could not be set aside ({error.strerror or error}): {path}",
            "Move it to another folder, then start again.",
        ) from error
