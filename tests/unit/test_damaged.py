from datetime import date
from pathlib import Path

from interview_coach.damaged import set_aside, set_aside_pattern

DAY = date(2026, 11, 23)


def test_a_file_moves_with_its_companions(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_text("main")
    (tmp_path / "journal.db-wal").write_text("wal")
    target = set_aside(path, DAY, ("-wal", "-shm"))
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {
        "journal.damaged-2026-11-23.db": "main",
        "journal.damaged-2026-11-23.db-wal": "wal",
    }
    assert target.name == "journal.damaged-2026-11-23.db"


def test_a_name_that_is_taken_is_not_used_again_nor_that_of_a_companion(tmp_path: Path) -> None:
    (tmp_path / "a.damaged-2026-11-23.json").write_text("first")
    (tmp_path / "a.damaged-2026-11-23-2.json-wal").write_text("second")
    (tmp_path / "a.json").write_text("third")
    assert set_aside(tmp_path / "a.json", DAY, ("-wal",)).name == "a.damaged-2026-11-23-3.json"
    assert (tmp_path / "a.damaged-2026-11-23.json").read_text() == "first"
    assert len(list(tmp_path.glob(set_aside_pattern(tmp_path / "a.json")))) == 3
