from pathlib import Path

import pytest

from interview_coach.journal import Journal, JournalDamagedError
from interview_coach.journal.inventory import measure
from interview_coach.paths import Paths
from tests.unit.journal.samples import attempt, draft, rehearsal


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(data=tmp_path / "data", config=tmp_path / "config")


def test_of_a_new_user_nothing_is_kept_and_nothing_is_made(paths: Paths, tmp_path: Path) -> None:
    inventory = measure(paths)
    assert (inventory.size, inventory.attempts, inventory.fault) == (0, 0, None)
    assert {kept.what for kept in inventory.kept} >= {"journal", "own banks", "settings", "log"}
    assert list(tmp_path.iterdir()) == []


def test_everything_is_counted_and_nothing_changed(paths: Paths) -> None:
    with Journal.open(paths.journal) as journal:
        for number in (1, 5, 3):
            journal.attempts.add(attempt(number))
        journal.rehearsals.save(rehearsal())
        journal.drafts.save(draft())
    paths.banks.mkdir()
    (paths.banks / "mine.yaml").write_text("12345")
    (paths.banks / "shopping.txt").write_text("not a bank")
    paths.config.mkdir()
    paths.settings.write_text("{}")
    (paths.data / "journal.damaged-2026-11-23-2.db").write_text("123")
    (paths.data / "journal.damaged-2026-11-23-2.db-wal").write_text("4567")
    before = {file: file.stat().st_mtime_ns for file in paths.data.rglob("*")}

    inventory = measure(paths)

    assert {file: file.stat().st_mtime_ns for file in paths.data.rglob("*")} == before
    assert (inventory.attempts, inventory.rehearsals, inventory.drafts) == (3, 1, 1)
    assert (inventory.oldest, inventory.newest) == (attempt(1).answered_at, attempt(5).answered_at)
    sizes = {kept.what: kept.size for kept in inventory.kept}
    assert sizes["journal"] == paths.journal.stat().st_size
    assert (sizes["damaged journals"], sizes["own banks"], sizes["settings"]) == (7, 5, 2)
    assert inventory.size == sum(sizes.values())


def test_an_open_journal_is_counted_with_what_is_in_its_wal(paths: Paths) -> None:
    with Journal.open(paths.journal) as journal:
        journal.attempts.add(attempt())
        assert measure(paths).attempts == 1
        journal.attempts.add(attempt(2))


def test_a_damaged_journal_is_told_and_left(paths: Paths) -> None:
    paths.data.mkdir()
    paths.journal.write_bytes(b"damaged" * 100)
    inventory = measure(paths)
    assert isinstance(inventory.fault, JournalDamagedError)
    assert inventory.size == 700
    assert [file.name for file in paths.data.iterdir()] == ["journal.db"]
