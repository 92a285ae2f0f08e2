import json
import os
import stat
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach import settings as module
from interview_coach.errors import CoachError
from interview_coach.settings import Settings, load_settings, save_settings

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and modes are those of POSIX")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
CHOSEN = Settings(
    theme="light",
    answer_by="speak",
    preferred_banks=("warehouse", "general"),
    interview_title="Lagerhaus – Teamleitung 日本",
    interview_date=date(2026, 11, 24),
    mode="interview",
    questions_per_rehearsal=12,
    think=False,
    first_start_done=True,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def loaded(path: Path) -> tuple[Settings, str | None]:
    return load_settings(path, now=lambda: NOON)


def test_without_a_file_the_defaults_hold_and_nothing_is_made(path: Path) -> None:
    assert loaded(path) == (Settings(), None)
    assert not path.parent.exists()


@pytest.mark.parametrize("settings", [Settings(), CHOSEN])
def test_settings_come_back_as_they_were_saved(path: Path, settings: Settings) -> None:
    save_settings(settings, path)
    assert loaded(path) == (settings, None)
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@posix
def test_file_and_folder_are_for_this_user_alone(path: Path) -> None:
    before = os.umask(0)
    try:
        save_settings(CHOSEN, path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_byte_order_mark_is_no_fault(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"theme": "light"}', encoding="utf-8-sig")
    assert loaded(path) == (Settings(theme="light"), None)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "purple"),
        ("theme", 1),
        ("answer_by", None),
        ("preferred_banks", "warehouse"),
        ("preferred_banks", ["warehouse", 3]),
        ("interview_title", ["x"]),
        ("interview_date", "tomorrow"),
        ("interview_date", 20261124),
        ("mode", "exam"),
        ("questions_per_rehearsal", 0),
        ("questions_per_rehearsal", 101),
        ("questions_per_rehearsal", True),
        ("questions_per_rehearsal", "6"),
        ("think", 1),
        ("first_start_done", "yes"),
    ],
)
def test_one_wrong_value_falls_back_alone_and_is_named(path: Path, key: str, value: object) -> None:
    save_settings(CHOSEN, path)
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | {key: value}))
    settings, note = loaded(path)
    assert settings == replace(CHOSEN, **{key: getattr(Settings(), key)})
    assert note is not None
    assert key in note


def test_what_a_newer_version_set_stays_in_the_file(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"theme": "light", "voice": {"speed": 1.5}}')
    settings, note = loaded(path)
    assert (settings, note) == (Settings(theme="light"), None)
    save_settings(replace(settings, theme="dark"), path)
    kept = json.loads(path.read_text())
    assert (kept["theme"], kept["voice"]) == ("dark", {"speed": 1.5})


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 200_000, b" " * 1_000_001, b"\0" * 50],
    ids=["empty", "cut off", "list", "null", "not utf-8", "deep", "large", "zeros"],
)
def test_a_damaged_file_is_set_aside_and_told(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    for name in ("settings.damaged-2026-11-23.json", "settings.damaged-2026-11-23-2.json"):
        path.write_bytes(content)
        settings, note = loaded(path)
        assert settings == Settings()
        assert note is not None
        assert name in note
        assert (path.parent / name).read_bytes() == content
        assert loaded(path) == (Settings(), None)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists))
def test_no_content_of_any_value_stops_the_start(
    tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(json.dumps(dict.fromkeys(module._READERS, value)))
    assert isinstance(loaded(path)[0], Settings)


def test_a_folder_in_the_way_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    settings, note = loaded(path)
    assert settings == Settings()
    assert note is not None
    assert "could not be read" in note
    with pytest.raises(CoachError, match="could not be saved"):
        save_settings(CHOSEN, path)
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_a_full_disk_leaves_the_settings_before(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_settings(CHOSEN, path)

    def no_room(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(CoachError, match="No space left on device"):
        save_settings(Settings(), path)
    assert loaded(path) == (CHOSEN, None)
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@posix
def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    target = tmp_path / "dotfiles.json"
    target.write_text("{}")
    path.symlink_to(target)
    save_settings(CHOSEN, path)
    assert path.is_symlink()
    assert load_settings(target) == (CHOSEN, None)


def test_a_lone_surrogate_in_the_title_does_not_stop_saving(path: Path) -> None:
    save_settings(replace(CHOSEN, interview_title="a \ud83d"), path)
    assert loaded(path)[0].interview_title == "a ?"
