import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from interview_coach.journal import Journal, migrating
from interview_coach.journal.faults import JournalError
from interview_coach.journal.migrating import FORMAT, migrate, migrations, statements
from tests.unit.journal.samples import attempt


def test_the_files_are_numbered_from_one_to_the_newest_format() -> None:
    assert [number for number, _ in migrations()] == list(range(1, FORMAT + 1))


def test_statements_are_split_at_their_ends_only() -> None:
    script = (
        "CREATE TABLE a (b);\n-- a; remark\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\nDELETE FROM a;\nEND;\n"
    )
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in statements(script):
            connection.execute(statement)
        assert connection.execute("SELECT type, name FROM sqlite_master").fetchall() == [
            ("table", "a"),
            ("trigger", "t"),
        ]


def test_an_up_to_date_journal_is_not_written_to(path: Path) -> None:
    Journal.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        before = connection.execute("PRAGMA data_version").fetchone()
        migrate(connection, path)
        assert connection.execute("PRAGMA data_version").fetchone() == before
        assert connection.total_changes == 0


@pytest.fixture
def next_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program one format ahead; returns the file of its last migration."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    for _, file in migrations():
        (folder / file.name).write_bytes(file.read_bytes())
    last = folder / f"{FORMAT + 1:04d}_notes.sql"
    last.write_text("CREATE TABLE note (text TEXT);\nINSERT INTO note VALUES ('first');\n")
    monkeypatch.setattr(migrating, "_FOLDER", folder)
    return last


def test_an_older_journal_is_brought_up_with_all_it_holds(
    path: Path, next_format: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal.open(path) as journal:
        # The older program knew only the files up to FORMAT.
        journal.attempts.add(attempt())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT}")
        connection.execute("DROP TABLE note")
    monkeypatch.setattr(migrating, "FORMAT", FORMAT + 1)
    with Journal.open(path) as journal:
        assert journal.attempts.get(attempt().id) == attempt()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT * FROM note").fetchall() == [("first",)]
        assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT + 1,)


def test_a_migration_that_fails_leaves_nothing_behind(path: Path, next_format: Path) -> None:
    next_format.write_text("CREATE TABLE note (text TEXT);\nINSERT INTO nowhere VALUES (1);\n")
    with pytest.raises(JournalError, match="nowhere"):
        Journal.open(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT * FROM sqlite_master").fetchall() == []
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
