import sqlite3
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from interview_coach.errors import CoachError
from interview_coach.journal import Journal, JournalLockedError, JournalReadOnlyError
from interview_coach.journal.erasure import delete_everything
from interview_coach.journal.migrating import FORMAT
from interview_coach.journal.records import TaughtSentence
from interview_coach.paths import Paths
from tests.unit.journal.samples import NOON, attempt

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and modes are those of POSIX")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Something of everything that is kept."""
    paths = Paths(data=tmp_path / "data", config=tmp_path / "config")
    with Journal.open(paths.journal) as journal:
        journal.attempts.add(attempt(answer="my secret answer"))
        journal.taught.put(
            TaughtSentence("warehouse", "q", "result", attempt().id, "my secret sentence", True, NOON)
        )
    paths.banks.mkdir()
    (paths.banks / "mine.yaml").write_text("bank")
    paths.config.mkdir()
    paths.settings.write_text("{}")
    paths.log.write_text("log")
    for name in ("journal.damaged-2026-11-23.db", "journal.damaged-2026-11-23.db-wal"):
        (paths.data / name).write_text("damaged")
    (paths.config / "settings.damaged-2026-11-23.json").write_text("damaged")
    return paths


def test_everything_goes_and_is_named(paths: Paths, tmp_path: Path) -> None:
    there = set(tmp_path.rglob("*"))
    removed = delete_everything(paths, keep_banks=False)
    assert set(removed) == there
    assert list(tmp_path.iterdir()) == []


def test_banks_can_be_kept(paths: Paths, tmp_path: Path) -> None:
    delete_everything(paths, keep_banks=True)
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [paths.banks / "mine.yaml"]


def test_files_that_are_not_ours_stay(paths: Paths) -> None:
    strange = [paths.banks / "shopping.txt", paths.data / "thesis.db", paths.config / "other.json"]
    for file in strange:
        file.write_text("mine")
    delete_everything(paths, keep_banks=False)
    assert [file.read_text() for file in strange] == ["mine"] * 3


def test_where_there_is_nothing_nothing_is_done(tmp_path: Path) -> None:
    assert delete_everything(Paths(tmp_path / "a", tmp_path / "b"), keep_banks=False) == []


@posix
def test_the_content_is_overwritten_before_the_name_goes(paths: Paths, tmp_path: Path) -> None:
    second_name = tmp_path / "second-name"
    second_name.hardlink_to(paths.journal)
    assert b"my secret answer" in second_name.read_bytes()
    assert b"my secret sentence" in second_name.read_bytes()
    delete_everything(paths, keep_banks=False)
    assert set(second_name.read_bytes()) == {0}


def test_a_journal_that_another_copy_has_open_keeps_everything(paths: Paths, tmp_path: Path) -> None:
    with Journal.open(paths.journal) as journal:
        before = set(tmp_path.rglob("*"))
        with pytest.raises(JournalLockedError):
            delete_everything(paths, keep_banks=False)
        assert set(tmp_path.rglob("*")) == before
        journal.attempts.add(attempt(2))
        assert journal.attempts.count() == 2


def damaged(paths: Paths) -> None:
    paths.journal.write_bytes(b"damaged" * 100)


def newer(paths: Paths) -> None:
    with closing(sqlite3.connect(paths.journal)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")


@pytest.mark.parametrize("spoil", [damaged, newer])
def test_a_journal_that_cannot_be_read_can_be_deleted(
    paths: Paths, tmp_path: Path, spoil: Callable[[Paths], None]
) -> None:
    spoil(paths)
    delete_everything(paths, keep_banks=False)
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_read_only_journal_keeps_everything(
    paths: Paths, tmp_path: Path, ordinary_user: Callable[[], AbstractContextManager[None]]
) -> None:
    before = set(tmp_path.rglob("*"))
    with ordinary_user():
        paths.data.chmod(0o500)
        with pytest.raises(JournalReadOnlyError):
            delete_everything(paths, keep_banks=False)
        paths.data.chmod(0o700)
    assert set(tmp_path.rglob("*")) == before


@posix
def test_a_file_that_cannot_be_removed_is_named(
    paths: Paths, ordinary_user: Callable[[], AbstractContextManager[None]]
) -> None:
    with ordinary_user():
        paths.config.chmod(0o500)
        with pytest.raises(CoachError, match=r"settings\.json"):
            delete_everything(paths, keep_banks=False)
        paths.config.chmod(0o700)


@posix
def test_of_a_link_only_the_link_goes(paths: Paths, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles.json"
    paths.settings.replace(target)
    paths.settings.symlink_to(target)
    delete_everything(paths, keep_banks=False)
    assert target.read_text() == "{}"
    assert not paths.settings.is_symlink()
