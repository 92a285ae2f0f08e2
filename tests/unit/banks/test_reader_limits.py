"""Files that mean harm, by intent or accident: each is refused with a reason, at once."""

import os
from pathlib import Path

import pytest
import yaml

from interview_coach.banks.bankfile import MAX_BYTES
from interview_coach.banks.faults import BankError
from interview_coach.banks.reader import check_bank, check_data, read_bank

BANK = "format: 1\nid: a\nquestions: [{id: q, ask: Why?, checklist: [{id: p, point: b, kind: result}]}]\n"


def only_fault(path: Path) -> str:
    report = check_bank(path)
    assert report.bank is None
    assert len(report.faults) == 1
    with pytest.raises(BankError):
        read_bank(path)
    return str(report.faults[0]).removeprefix(f"{path}:")


def fault_in(data: bytes) -> str:
    report = check_data(data, "b")
    assert report.bank is None
    assert len(report.faults) == 1
    return str(report.faults[0]).removeprefix("b:")


@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * 30_000, "1:41"),
        ("{a: " * 30_000, "1:161"),
        ("- " * 30_000, "1:81"),
        ("? " * 30_000, "1:81"),
        ("\n".join(" " * depth + "a:" for depth in range(60)), "41:41"),
    ],
)
def test_deep_nesting(text: str, place: str, pure: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if pure:
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert fault_in(text.encode()) == f"{place}: nested more than 40 deep; a bank needs six levels"


def test_depth_40_is_still_read() -> None:
    report = check_data((BANK + "notes: " + "[" * 39 + "]" * 39 + "\n").encode(), "b")
    assert report.bank is not None


def test_too_many_parts() -> None:
    assert fault_in(b"x: [" + b"a," * 250_000 + b"]") == (
        "1:399995: the file has more than 200,000 parts; split it into several banks"
    )


def test_too_large_data_and_the_largest_that_is_read() -> None:
    fits = BANK + "#" * (MAX_BYTES - len(BANK))
    assert check_data(fits.encode(), "b").bank is not None
    assert fault_in((fits + "#").encode()) == "1:1: the file is larger than 2 MB; split it into several banks"


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(os, "fdopen", lambda *_: pytest.fail("the file was opened"))
    assert only_fault(path) == "1:1: the file is larger than 2 MB; split it into several banks"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no device files here")
def test_a_device(tmp_path: Path) -> None:
    link = tmp_path / "zero.yaml"
    link.symlink_to("/dev/zero")
    assert only_fault(link) == "1:1: this is a device or a pipe; expected a YAML file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_that_nobody_writes_to_does_not_hang(tmp_path: Path) -> None:
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)
    assert only_fault(path) == "1:1: this is a device or a pipe; expected a YAML file"


def test_a_folder(tmp_path: Path) -> None:
    assert only_fault(tmp_path) == "1:1: this is a folder; expected a YAML file"


def test_a_missing_file_and_an_impossible_name(tmp_path: Path) -> None:
    assert only_fault(tmp_path / "no.yaml") == "1:1: there is no such file"
    report = check_bank(Path("a\0b.yaml"))
    assert [str(fault) for fault in report.faults] == ["a␀b.yaml:1:1: this is not a possible file name"]


def test_a_name_that_the_system_refuses(tmp_path: Path) -> None:
    assert only_fault(tmp_path / ("a" * 5000 + ".yaml")).startswith("1:1: the file cannot be read: ")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom file modes bind")
def test_a_file_without_rights(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(BANK, encoding="utf-8")
    path.chmod(0)
    assert only_fault(path) == "1:1: the file cannot be read: Permission denied"


def test_a_failing_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "b.yaml"
    path.write_text(BANK, encoding="utf-8")

    def fail(*_: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", fail)
    assert only_fault(path) == "1:1: the file cannot be read: Input/output error"


SAVE_AS = "save the file as UTF-8 (in most editors: Save as, encoding UTF-8)"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (BANK.encode("utf-16"), f"1:1: the file is in UTF-16, expected UTF-8; {SAVE_AS}"),
        (b"\xfe\xff" + BANK.encode("utf-16-be"), f"1:1: the file is in UTF-16, expected UTF-8; {SAVE_AS}"),
        (BANK.encode("utf-32"), f"1:1: the file is in UTF-32, expected UTF-8; {SAVE_AS}"),
        (BANK.encode("utf-16-le"), f"1:1: the file is in UTF-16 or UTF-32, expected UTF-8; {SAVE_AS}"),
        (BANK.encode("utf-32-be"), f"1:1: the file is in UTF-16 or UTF-32, expected UTF-8; {SAVE_AS}"),
        ("id: a\ntitle: Überstunden\n".encode("cp1252"), f"2:8: byte 0xDC is not UTF-8; {SAVE_AS}"),
        (bytes(range(256)) * 20, "1:1: this is not a text file; expected a question bank in YAML"),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1",
            "1:1: this is not a text file; expected a question bank in YAML",
        ),
        (b"PK\3\4\x14\0\0\0\x08\0", "1:1: this is not a text file; expected a question bank in YAML"),
    ],
)
def test_other_encodings_and_binary_files(data: bytes, fault: str) -> None:
    assert fault_in(data) == fault


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("  - point: same\n" * 20_000, id="20,000 points of one text"),
        pytest.param("  - {point: same, kind: reslt}\n" * 20_000, id="20,000 misspelt kinds"),
        pytest.param(
            "  - point: x\n" + "".join(f"x{n}: 1\n" for n in range(20_000)), id="20,000 unknown keys"
        ),
        pytest.param("  - point: x\n? " + "questions" * 100_000 + "\n: 1\n", id="a key of 900,000 letters"),
    ],
)
def test_long_lists_of_faults_take_time_in_proportion(text: str) -> None:
    """Each of these took minutes, or would, with a comparison of all with all; the suite would time out."""
    report = check_data(
        f"format: 1\nid: a\nquestions:\n- id: q\n  ask: Why?\n  checklist:\n{text}".encode(), "b"
    )
    assert report.faults
