"""Which banks there are, and which one a name means."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from interview_coach.banks.faults import BankError, Severity
from interview_coach.banks.library import Library, find_bank, is_path
from interview_coach.errors import CoachError

BANK = "format: 1\nid: {id}\ntitle: {title}\nquestions: [{{id: q, ask: Why?, checklist: [{{point: b}}]}}]\n"


def put(folder: Path, name: str, bank_id: str, title: str = "x") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(BANK.format(id=bank_id, title=title), encoding="utf-8")
    return path


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    put(folder, "warehouse.yaml", "warehouse")
    put(folder, "general.yaml", "general")
    return folder


def names(library: Library) -> list[str]:
    return [bank.id for bank in library.banks]


def test_shipped_then_own_then_given(tmp_path: Path, shipped: Path) -> None:
    own = tmp_path / "own"
    put(own, "z.yml", "zebra")
    put(own, "B.YAML", "bear")
    given = put(tmp_path, "a.yaml", "ant")
    library = Library.load(own, [given], shipped=shipped)
    assert names(library) == ["general", "warehouse", "bear", "zebra", "ant"]
    assert library.faults == ()
    assert library.bank("zebra").source == own / "z.yml"


def test_without_an_argument_the_shipped_banks_are_there() -> None:
    library = Library.load()
    assert library.faults == ()
    assert {"general-behavioural", "warehouse"} <= set(names(library))


def test_other_files_and_hidden_ones_are_left_alone(tmp_path: Path, shipped: Path) -> None:
    for name in ("notes.txt", ".hidden.yaml", ".x.yaml.1a2b.part", "yaml"):
        put(tmp_path / "own", name, "other")
    (tmp_path / "own" / "folder.yaml").mkdir()
    library = Library.load(tmp_path / "own", shipped=shipped)
    assert names(library) == ["general", "warehouse"]
    assert library.faults == ()


def test_a_broken_bank_is_told_and_hides_no_other(tmp_path: Path, shipped: Path) -> None:
    own = tmp_path / "own"
    put(own, "a.yaml", "a b")
    put(own, "b.yaml", "bear")
    (own / "c.yaml").write_bytes(b"\xff\xfe\0")
    (own / "gone.yaml").symlink_to(own / "nowhere")
    library = Library.load(own, shipped=shipped)
    assert names(library) == ["general", "warehouse", "bear"]
    assert [(Path(fault.file).name, fault.line, fault.column) for fault in library.faults] == [
        ("a.yaml", 2, 5),
        ("c.yaml", 1, 1),
        ("gone.yaml", 1, 1),
    ]
    assert {fault.severity for fault in library.faults} == {Severity.ERROR}


def test_warnings_about_the_content_are_for_the_linter(tmp_path: Path, shipped: Path) -> None:
    path = put(tmp_path / "own", "a.yaml", "ant")
    path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    assert Library.load(tmp_path / "own", shipped=shipped).faults == ()


def test_an_own_bank_stands_for_the_shipped_one_and_a_given_one_for_both(
    tmp_path: Path, shipped: Path
) -> None:
    own = put(tmp_path / "own", "mine.yaml", "warehouse", "My own")
    given = put(tmp_path, "given.yaml", "warehouse", "Given")
    library = Library.load(own.parent, shipped=shipped)
    assert library.bank("warehouse").title == "My own"
    assert names(library) == ["general", "warehouse"]
    assert [str(fault) for fault in library.faults] == [
        (
            f"{own}:2:5: warning: the bank id `warehouse` is also that of {shipped / 'warehouse.yaml'}; "
            "this file is used, the other is not"
        )
    ]
    assert Library.load(own.parent, [given], shipped=shipped).bank("warehouse").title == "Given"


def test_two_own_banks_of_one_id_are_an_error_that_names_both(tmp_path: Path, shipped: Path) -> None:
    first = put(tmp_path / "own", "a.yaml", "ant", "First")
    second = put(tmp_path / "own", "b.yaml", "ant", "Second")
    library = Library.load(tmp_path / "own", shipped=shipped)
    assert library.bank("ant").title == "First"
    assert [str(fault) for fault in library.faults] == [
        f"{second}:2:5: the bank id `ant` is also that of {first}; give one of them another id"
    ]


def test_a_file_named_twice_is_read_once(tmp_path: Path, shipped: Path) -> None:
    own = put(tmp_path / "own", "a.yaml", "ant")
    link = tmp_path / "link.yaml"
    link.symlink_to(own)
    library = Library.load(own.parent, [own, link, own.parent], shipped=shipped)
    assert names(library) == ["general", "warehouse", "ant"]
    assert library.faults == ()


def test_a_given_folder_gives_its_banks_and_a_given_file_must_exist(tmp_path: Path, shipped: Path) -> None:
    put(tmp_path / "more", "a.yaml", "ant")
    library = Library.load(None, [tmp_path / "more", tmp_path / "no.yaml"], shipped=shipped)
    assert names(library) == ["general", "warehouse", "ant"]
    assert [fault.message for fault in library.faults] == ["there is no such file"]


def test_a_missing_own_folder_is_no_fault_and_missing_shipped_banks_are(tmp_path: Path) -> None:
    library = Library.load(tmp_path / "own", shipped=tmp_path / "shipped")
    assert library.banks == ()
    assert [fault.message for fault in library.faults] == [
        "the shipped banks are missing; install the app again"
    ]


def test_a_folder_that_cannot_be_read_is_a_fault(
    tmp_path: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir
    own = tmp_path / "own"

    def refuse(path: Path) -> object:
        if path == own:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    library = Library.load(own, shipped=shipped)
    assert names(library) == ["general", "warehouse"]
    assert [str(fault) for fault in library.faults] == [
        f"{own}:1:1: the folder of banks cannot be read: Permission denied"
    ]


def test_an_own_folder_that_is_a_file_is_a_fault(tmp_path: Path, shipped: Path) -> None:
    library = Library.load(shipped / "general.yaml", shipped=shipped)
    assert [fault.severity for fault in library.faults] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("reference", "expected"),
    [("warehouse", False), ("a.yaml", True), ("A.YML", True), ("x/y", True), ("./x", True), ("a.b", False)],
)
def test_what_counts_as_a_path(reference: str, expected: bool) -> None:
    assert is_path(reference) is expected


def test_a_path_is_read_without_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.yaml", "ant")
    monkeypatch.chdir(tmp_path)
    assert find_bank("a.yaml", lambda: pytest.fail("all banks were read")).id == "ant"
    assert Library(()).bank("./a.yaml").source == Path("a.yaml")


def test_an_id_goes_before_a_file_of_that_name_and_a_file_before_nothing(
    tmp_path: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "warehouse", "ant")
    put(tmp_path, "bees", "bee")
    monkeypatch.chdir(tmp_path)
    library = Library.load(shipped=shipped)
    assert find_bank("warehouse", lambda: library).id == "warehouse"
    assert find_bank("bees", lambda: library).id == "bee"


@pytest.mark.parametrize(
    ("reference", "meant"), [("warehose", "warehouse"), ("Warehouse", "warehouse"), ("gener", "general")]
)
def test_an_unknown_id_suggests_the_nearest(reference: str, meant: str, shipped: Path) -> None:
    with pytest.raises(CoachError) as caught:
        Library.load(shipped=shipped).bank(reference)
    assert caught.value.message == f"There is no question bank `{reference}`."
    assert caught.value.hint.startswith(f"Did you mean `{meant}`?")


@pytest.mark.parametrize("reference", ["", "zzz", "a\0b", "x" * 5000, "\x1b[31m"])
def test_a_hopeless_name_is_refused_and_shown_safely(reference: str, shipped: Path) -> None:
    with pytest.raises(CoachError) as caught:
        Library.load(shipped=shipped).bank(reference)
    assert "bank list" in caught.value.hint
    assert caught.value.message.isprintable()


def test_a_bank_whose_file_has_errors_is_not_called_missing(tmp_path: Path, shipped: Path) -> None:
    put(tmp_path / "own", "nights.yaml", "a b")
    library = Library.load(tmp_path / "own", shipped=shipped)
    with pytest.raises(CoachError, match="A file of that name has errors"):
        library.bank("nights")
    with pytest.raises(BankError):
        library.bank(str(tmp_path / "own" / "nights.yaml"))


def test_naming_banks_costs_no_yaml_until_one_is_read() -> None:
    modules = ("faults", "library", "pasted", "question", "recognise", "shipped", "standard", "writer")
    code = f"import sys; from interview_coach.banks import {', '.join(modules)}; print('yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
