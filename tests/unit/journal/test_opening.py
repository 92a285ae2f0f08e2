"""Opening: new, as it was, read-only, newer, damaged. Each fault is made with a real file."""

import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from interview_coach.journal import (
    Journal,
    JournalDamagedError,
    JournalError,
    JournalNewerError,
    JournalReadOnlyError,
)
from interview_coach.journal.migrating import FORMAT
from tests.unit.journal.samples import NOON, attempt, draft, judged

posix = pytest.mark.skipif(sys.platform == "win32", reason="file modes are those of POSIX")
ASIDE = f"journal.damaged-{NOON.date()}"


def opened(path: Path) -> Journal:
    return Journal.open(path, now=lambda: NOON)


def filled(path: Path, attempts: int = 60) -> None:
    """Leave a journal of some dozen pages at `path`, closed."""
    with opened(path) as journal:
        for number in range(attempts):
            journal.attempts.add(attempt(number, answer=f"answer {number} " * 200))


def left_by_a_kill(path: Path, then: Callable[[sqlite3.Connection], object] | None = None) -> None:
    """Leave file and -wal as a killed process would: the last changes are in the -wal alone."""
    filled(path, 3)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE attempt SET answer = 'changed before the kill'")
        if then is not None:
            then(connection)
        aside = path.with_name("copy")
        shutil.copy(path, aside)
        shutil.copy(f"{path}-wal", f"{aside}-wal")
    aside.replace(path)
    Path(f"{aside}-wal").replace(f"{path}-wal")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_new_journal_is_empty_and_nothing_was_set_aside(path: Path) -> None:
    with opened(path) as journal:
        assert journal.attempts.page() == []
        assert journal.set_aside is None
        assert not journal.read_only
        assert journal.path == path
        assert journal.problems() == []


@posix
def test_folder_and_files_are_for_this_user_alone_whatever_the_umask(path: Path) -> None:
    before = os.umask(0)
    try:
        with opened(path) as journal:
            journal.attempts.add(attempt())
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == dict.fromkeys(("journal.db", "journal.db-wal", "journal.db-shm"), 0o600)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_an_empty_file_is_a_new_journal(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with opened(path) as journal:
        journal.attempts.add(attempt())
        assert journal.set_aside is None


@pytest.mark.parametrize("name", ["a b?c#d%41.db", "ключ.db", "it's.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    with opened(tmp_path / name) as journal:
        journal.attempts.add(attempt())
    with Journal.open_as_it_is(tmp_path / name) as journal:
        assert journal.attempts.get(attempt().id) == attempt()


def test_what_a_closed_journal_held_is_there_again(path: Path) -> None:
    filled(path, 2)
    with opened(path) as journal:
        assert journal.attempts.count() == 2


def test_what_was_in_the_wal_when_the_process_was_killed_is_there(path: Path) -> None:
    left_by_a_kill(path)
    with opened(path) as journal:
        assert {a.answer for a in journal.attempts.every()} == {"changed before the kill"}


def test_a_closed_journal_says_so_and_closes_twice(path: Path) -> None:
    journal = opened(path)
    journal.close()
    journal.close()
    with pytest.raises(JournalError, match="closed"):
        journal.attempts.add(attempt())


def test_a_second_journal_on_the_same_file_leaves_the_locks_of_the_first(path: Path) -> None:
    """POSIX drops all locks of a process on a file when it closes the file once, however it was opened."""
    with opened(path) as first:
        first.attempts.add(attempt())
        opened(path).close()
        Journal.open_as_it_is(path).close()
        # Another process can only leave WAL mode where nobody else holds a lock.
        code = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('PRAGMA journal_mode = DELETE')"
        other = subprocess.run(
            [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False
        )
        assert "database is locked" in other.stderr


# --- Something else lies there ------------------------------------------------------------------


def test_a_folder_in_the_way_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(JournalError, match="a folder where the journal should be"):
        opened(path)


def test_a_file_in_the_way_of_the_folder_is_told(path: Path) -> None:
    path.parent.write_text("not a folder")
    with pytest.raises(JournalError, match=r"journal\.db"):
        opened(path)
    assert path.parent.read_text() == "not a folder"


@posix
def test_a_pipe_in_the_way_does_not_hang(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    with pytest.raises(JournalError, match="not a file"):
        opened(path)


def test_another_programs_database_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    with pytest.raises(JournalError, match="not a journal of Interview Coach"):
        opened(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]


# --- Newer --------------------------------------------------------------------------------------


def test_a_newer_journal_is_refused_and_untouched(path: Path) -> None:
    filled(path, 2)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    before = digest(path)
    for open_it in (opened, Journal.open_as_it_is):
        with pytest.raises(JournalNewerError, match="newer version") as caught:
            open_it(path)
        assert caught.value.hint
    assert digest(path) == before
    assert [file.name for file in path.parent.iterdir()] == ["journal.db"]


def test_a_newer_journal_whose_format_is_in_the_wal_only_is_untouched(path: Path) -> None:
    left_by_a_kill(path, lambda connection: connection.execute(f"PRAGMA user_version = {FORMAT + 1}"))
    before = digest(path), digest(Path(f"{path}-wal"))
    with pytest.raises(JournalNewerError):
        opened(path)
    assert (digest(path), digest(Path(f"{path}-wal"))) == before


# --- Read-only ----------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize(
    ("file_mode", "folder_mode"), [(0o400, 0o700), (0o600, 0o500), (0o400, 0o500)], ids=oct
)
def test_a_journal_that_cannot_be_written_can_be_read(
    path: Path,
    file_mode: int,
    folder_mode: int,
    ordinary_user: Callable[[], AbstractContextManager[None]],
) -> None:
    filled(path, 2)
    with ordinary_user():
        path.chmod(file_mode)
        path.parent.chmod(folder_mode)
        try:
            with opened(path) as journal:
                assert journal.read_only
                assert journal.attempts.count() == 2
                with pytest.raises(JournalReadOnlyError) as caught:
                    journal.attempts.add(attempt(9))
                assert "INTERVIEW_COACH_HOME" in caught.value.hint
                with pytest.raises(JournalReadOnlyError):
                    journal.attempts.record_assessment(attempt(1).id, judged())
                with pytest.raises(JournalReadOnlyError):
                    journal.drafts.save(draft())
        finally:
            path.parent.chmod(0o700)


@posix
@pytest.mark.parametrize("exists", [True, False])
def test_a_new_journal_that_cannot_be_made_is_told(
    path: Path, exists: bool, ordinary_user: Callable[[], AbstractContextManager[None]]
) -> None:
    path.parent.mkdir()
    if exists:
        path.touch(mode=0o400)
    with ordinary_user():
        path.parent.chmod(0o500)
        try:
            with pytest.raises(JournalReadOnlyError):
                opened(path)
        finally:
            path.parent.chmod(0o700)


@posix
def test_a_journal_that_may_not_be_read_is_told_and_kept(
    path: Path, ordinary_user: Callable[[], AbstractContextManager[None]]
) -> None:
    filled(path, 1)
    before = digest(path)
    with ordinary_user():
        path.chmod(0)
        with pytest.raises(JournalError):
            opened(path)
        path.chmod(0o600)
    assert digest(path) == before


# --- Damaged ------------------------------------------------------------------------------------


def not_a_database(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 1000)


def a_few_bytes(path: Path) -> None:
    path.write_bytes(b"\0\1\2")


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 + 100)


def first_page_overwritten(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(os.urandom(3900))


def all_but_the_header_overwritten(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (path.stat().st_size - 4096))


def emptied_beside_its_wal(path: Path) -> None:
    path.unlink()
    left_by_a_kill(path)
    os.truncate(path, 0)


@pytest.mark.parametrize(
    "damage",
    [
        not_a_database,
        a_few_bytes,
        truncated,
        first_page_overwritten,
        all_but_the_header_overwritten,
        emptied_beside_its_wal,
    ],
)
def test_a_damaged_journal_is_set_aside_whole_and_a_new_one_begun(
    path: Path, damage: Callable[[Path], None]
) -> None:
    path.parent.mkdir()
    filled(path)
    damage(path)
    before = digest(path)
    with opened(path) as journal:
        assert journal.set_aside == path.with_name(f"{ASIDE}.db")
        assert digest(journal.set_aside) == before
        assert journal.attempts.count() == 0
        journal.attempts.add(attempt())
    with opened(path) as journal:
        assert journal.set_aside is None
        assert journal.attempts.count() == 1


def test_the_wal_goes_with_the_damaged_file(path: Path) -> None:
    path.parent.mkdir()
    filled(path)
    emptied_beside_its_wal(path)
    wal = Path(f"{path}-wal").read_bytes()
    with opened(path) as journal:
        assert journal.set_aside is not None
        assert Path(f"{journal.set_aside}-wal").read_bytes() == wal


def test_what_was_set_aside_before_is_never_written_over(path: Path) -> None:
    path.parent.mkdir()
    for number in range(3):
        path.write_bytes(f"damaged for the {number}. time".encode() * 50)
        opened(path).close()
    contents = [path.with_name(f"{ASIDE}{tail}.db").read_bytes() for tail in ("", "-2", "-3")]
    assert [content[16:17] for content in contents] == [b"0", b"1", b"2"]


def test_damage_within_is_told_when_met_and_set_aside_by_a_thorough_opening(path: Path) -> None:
    filled(path, 400)
    with closing(sqlite3.connect(path)) as connection:
        pages = connection.execute(
            "SELECT pageno FROM dbstat WHERE name = 'attempt' AND pagetype = 'leaf'"
        ).fetchall()
    with path.open("r+b") as file:
        for (page,) in pages[1:-1]:
            file.seek((page - 1) * 4096)
            file.write(b"\xff" * 4096)
    with opened(path) as journal:
        assert journal.set_aside is None, "an ordinary opening does not read the whole file"
        with pytest.raises(JournalDamagedError) as caught:
            list(journal.attempts.every())
        assert "doctor" in caught.value.hint
        assert journal.problems()
    before = digest(path)
    with Journal.open(path, now=lambda: NOON, thorough=True) as journal:
        assert journal.set_aside is not None
        assert digest(journal.set_aside) == before
        assert journal.problems() == []


def test_a_look_sets_nothing_aside(path: Path) -> None:
    path.parent.mkdir()
    not_a_database(path)
    with pytest.raises(JournalDamagedError):
        Journal.open_as_it_is(path)
    assert [file.name for file in path.parent.iterdir()] == ["journal.db"]


@posix
def test_a_damaged_journal_that_cannot_be_moved_is_told(
    path: Path, ordinary_user: Callable[[], AbstractContextManager[None]]
) -> None:
    path.parent.mkdir()
    not_a_database(path)
    with ordinary_user():
        path.parent.chmod(0o500)
        try:
            with pytest.raises(JournalDamagedError):
                opened(path)
        finally:
            path.parent.chmod(0o700)
