"""The edge of the command line: whatever happens becomes an exit code and a line that can be read."""

import errno
from pathlib import Path
from types import SimpleNamespace

import pytest

from interview_coach.cli import faults, history, main, streams
from interview_coach.errors import CoachError


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> "list[BaseException]":
    """The exception put in here is what the command `history list` raises."""
    planted: list[BaseException] = []

    def run(_: object) -> int:
        raise planted[0]

    monkeypatch.setattr(history, "run", run)
    return planted


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (CoachError("It broke.", "Mend it."), 1, "interview-coach: It broke.\nMend it.\n"),
        (CoachError("\x1b[31mred"), 1, "interview-coach: ␛[31mred\n"),
        (faults.UsageError("Not so."), 2, "interview-coach: Not so.\n"),
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 1, ""),
    ],
)
def test_each_fault_has_its_exit_code(
    failing: "list[BaseException]",
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: int,
    says: str,
) -> None:
    # The real stdout of the tests must outlive a reader that left.
    monkeypatch.setattr(
        faults, "os", SimpleNamespace(devnull="", O_WRONLY=0, open=lambda *_: 0, dup2=print, close=id)
    )
    failing.append(error)

    assert main(["history", "list"]) == code
    assert capsys.readouterr().err == says


def test_the_unexpected_is_logged_with_its_traceback_and_told_in_one_line(
    failing: "list[BaseException]", capsys: pytest.CaptureFixture[str], own_home: Path
) -> None:
    failing.append(ZeroDivisionError("oh"))

    assert main(["history", "list"]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "ZeroDivisionError: oh" in told
    assert "Traceback" in (own_home / "interview-coach.log").read_text(encoding="utf-8")


def test_the_unexpected_is_told_even_where_no_log_can_be_written(
    failing: "list[BaseException]",
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("INTERVIEW_COACH_HOME", str(tmp_path / "file"))
    failing.append(ZeroDivisionError("oh"))

    assert main(["history", "list"]) == 1
    assert "ZeroDivisionError: oh); no log could be written" in capsys.readouterr().err


def test_a_full_disk_is_told_as_such(
    failing: "list[BaseException]", capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faults, "reader_left", lambda: 1)
    failing.append(OSError(errno.ENOSPC, "No space left on device"))

    assert main(["history", "list"]) == 1
    assert "The disk is full." in capsys.readouterr().err


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [-float("inf")]])
def test_json_has_no_numbers_that_are_none(value: object) -> None:
    with pytest.raises(ValueError, match="JSON"):
        streams.json_text(value)


def test_json_stays_readable_unless_it_could_not_be_encoded() -> None:
    assert streams.json_text("naïve ✓") == '"naïve ✓"'
    assert streams.json_text("é\ud800") == '"\\u00e9\\ud800"'
