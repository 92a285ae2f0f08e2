"""What can go wrong while the journal is open, and who may use it at the same time."""

import os
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from interview_coach.journal import (
    Journal,
    JournalError,
    JournalFullError,
    JournalLockedError,
    JournalMovedError,
    db,
    opening,
)
from interview_coach.journal.faults import fault_of_system
from tests.unit.journal.samples import attempt, draft, rehearsal

posix = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)


@contextmanager
def another_copy_writing(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.mark.usefixtures("impatient")
def test_a_journal_locked_by_another_copy_is_told_and_free_again_afterwards(path: Path) -> None:
    with Journal.open(path) as journal:
        with another_copy_writing(path):
            with pytest.raises(JournalLockedError, match="Another copy of Interview Coach"):
                journal.attempts.add(attempt())
            assert journal.attempts.page() == [], "reading goes on"
        journal.attempts.add(attempt())
        assert journal.attempts.count() == 1


@pytest.mark.usefixtures("impatient")
def test_a_journal_locked_at_opening_is_told(path: Path) -> None:
    Journal.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(JournalLockedError):
            Journal.open(path)


def test_a_short_lock_is_waited_for(journal: Journal) -> None:
    written = threading.Event()

    def write() -> None:
        journal.attempts.add(attempt())
        written.set()

    with another_copy_writing(journal.path):
        writer = threading.Thread(target=write)
        writer.start()
        assert not written.wait(0.1)
    assert written.wait(30)
    writer.join()


@pytest.mark.parametrize("what", ["attempt", "draft", "rehearsal"])
def test_a_full_disk_is_told_and_nothing_is_half_written(journal: Journal, what: str) -> None:
    journal.attempts.add(attempt(1))
    journal.drafts.save(draft("short"))
    connection = journal._db._connection
    assert connection is not None
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")

    def write() -> None:
        match what:
            case "attempt":
                long = attempt(2, answer="long " * 9000, rehearsal_id="rehearsal-1")
                journal.attempts.add(long, at=0)
            case "draft":
                journal.drafts.save(draft("long " * 9000))
            case "rehearsal":
                for number in range(500):
                    journal.rehearsals.save(rehearsal(number))

    with pytest.raises(JournalFullError, match="disk is full") as caught:
        write()

    assert "Free some space" in caught.value.hint
    assert list(journal.attempts.every()) == [attempt(1)]
    assert journal.drafts.get("rehearsal-1", 0) == draft("short")
    connection.execute("PRAGMA max_page_count = 100000")
    write()
    assert journal.problems() == []


@posix
def test_a_file_that_may_not_grow_is_told_and_nothing_is_half_written(journal: Journal) -> None:
    import resource  # not on Windows

    journal.attempts.add(attempt(1))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    wal = Path(f"{journal.path}-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (wal + 10_000, hard))
    try:
        with pytest.raises(JournalError) as caught:
            journal.attempts.add(attempt(2, answer="long " * 9000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "free space" in caught.value.hint
    assert list(journal.attempts.every()) == [attempt(1)]
    journal.attempts.add(attempt(2, answer="long " * 9000))
    assert journal.problems() == []


@pytest.mark.parametrize("number", [28, 122], ids=["ENOSPC", "EDQUOT"])
def test_a_system_without_room_says_so(path: Path, number: int) -> None:
    assert isinstance(fault_of_system(OSError(number, os.strerror(number)), path), JournalFullError)


@posix
@pytest.mark.parametrize("replaced", [True, False])
def test_a_journal_deleted_or_replaced_meanwhile_takes_no_more_answers(
    journal: Journal, replaced: bool
) -> None:
    journal.attempts.add(attempt(1))
    journal.path.rename(journal.path.with_name("elsewhere.db"))
    if replaced:
        journal.path.touch()
    with pytest.raises(JournalMovedError, match="moved or deleted"):
        journal.attempts.add(attempt(2))


def test_threads_share_one_journal(journal: Journal) -> None:
    failures: list[BaseException] = []

    def work(first: int) -> None:
        try:
            for number in range(first, first + 25):
                journal.attempts.add(attempt(number))
                journal.drafts.save(draft(f"{number}", position=first))
                assert journal.attempts.get(attempt(number).id) == attempt(number)
                assert len(list(journal.attempts.every())) <= 100
        except BaseException as error:  # noqa: BLE001 - handed to the test's own thread
            failures.append(error)

    threads = [threading.Thread(target=work, args=(first,)) for first in (0, 100, 200, 300)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert journal.attempts.count() == 100


def test_an_answer_is_synced_before_it_counts_as_kept(journal: Journal) -> None:
    connection = journal._db._connection
    assert connection is not None
    settings = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("synchronous", "journal_mode", "foreign_keys", "secure_delete")
    }
    assert settings == {"synchronous": 2, "journal_mode": "wal", "foreign_keys": 1, "secure_delete": 1}
    assert db.BUSY_SECONDS >= 2
