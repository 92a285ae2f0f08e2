"""Writing a bank: readable, complete, and never half of it on the disk."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from interview_coach.banks.faults import BankError
from interview_coach.banks.question import Bank, Point, PointKind, Question, QuestionType
from interview_coach.banks.reader import read_bank
from interview_coach.banks.writer import bank_to_yaml, write_bank
from interview_coach.errors import CoachError

BANK = Bank(
    id="nights",
    title="Nights",
    questions=(
        Question(
            id="lift",
            ask="How do you lift a box?",
            type=QuestionType.TECHNICAL,
            checklist=(
                Point(id="knees", text="Bends the knees: always"),
                Point(
                    id="figure",
                    text="Gives a limit",
                    kind=PointKind.NUMBER,
                    weight=0.5,
                    counts=("25 kilos.", "yes"),
                    does_not_count=("A lot.",),
                    probe="How much?",
                    tip="Say the limit.",
                ),
            ),
            sample="First line.\n\nThird line.",
        ),
    ),
)

WRITTEN = """\
format: 1
id: nights
language: en
questions:
- id: lift
  ask: How do you lift a box?
  type: technical
  checklist:
  - id: knees
    point: 'Bends the knees: always'
  - id: figure
    kind: number
    point: Gives a limit
    weight: 0.5
    counts:
    - 25 kilos.
    - 'yes'
    does_not_count:
    - A lot.
    probe: How much?
    tip: Say the limit.
  sample: |-
    First line.

    Third line.
"""


def test_a_bank_is_written_as_a_person_would_and_without_defaults() -> None:
    assert bank_to_yaml(BANK) == WRITTEN


def test_what_is_not_the_default_is_written() -> None:
    question = replace(BANK.questions[0], competency="safety", seconds=60, think=0)
    text = bank_to_yaml(replace(BANK, title="On nights", description="x", questions=(question,)))
    for line in ("title: On nights", "description: x", "  competency: safety", "  seconds: 60", "  think: 0"):
        assert f"\n{line}\n" in text


def test_texts_that_a_terminal_would_act_on_are_written_as_escapes() -> None:
    bank = replace(BANK, description="\x1b[31m\0\u202eabc")
    assert r'description: "\e[31m\0' in bank_to_yaml(bank)


@pytest.mark.parametrize("weight", [1e-05, 1 / 3, 1000.0, 7.0, 1e-300])
def test_every_weight_comes_back(weight: float, tmp_path: Path) -> None:
    question = replace(BANK.questions[0], checklist=(Point("p", "x", weight=weight), Point("q", "y")))
    write_bank(replace(BANK, questions=(question,)), tmp_path / "b.yaml")
    assert read_bank(tmp_path / "b.yaml").questions[0].checklist[0].weight == weight


def test_the_file_is_made_with_its_folder_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "banks" / "nights.yaml"
    write_bank(BANK, path)
    assert read_bank(path) == replace(BANK, source=path)
    assert [entry.name for entry in path.parent.iterdir()] == ["nights.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="file modes are a POSIX matter")
def test_a_file_that_was_there_keeps_its_mode_and_a_link_keeps_pointing(tmp_path: Path) -> None:
    path, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    write_bank(BANK, link)
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == WRITTEN
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_no_draft(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "nights.yaml"
    path.write_text("old", encoding="utf-8")

    def disk_full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if step == "fsync" else Path, step, disk_full)
    with pytest.raises(CoachError, match="could not be written: No space left on device") as caught:
        write_bank(BANK, path)
    assert caught.value.hint
    assert path.read_text(encoding="utf-8") == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["nights.yaml"]


def test_an_interrupt_leaves_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_bank(BANK, tmp_path / "nights.yaml")
    assert list(tmp_path.iterdir()) == []


def test_the_data_is_on_the_disk_before_the_name_points_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, move = os.fsync, Path.replace

    def noted_fsync(descriptor: int) -> None:
        steps.append("fsync")
        fsync(descriptor)

    def noted_move(self: Path, target: Path) -> Path:
        steps.append("replace")
        return move(self, target)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(Path, "replace", noted_move)
    write_bank(BANK, tmp_path / "b.yaml")
    assert steps == ["fsync", "replace"]


@pytest.mark.parametrize(
    "bank",
    [
        replace(BANK, id="has space"),
        replace(BANK, questions=()),
        replace(BANK, questions=BANK.questions * 2),
        replace(BANK, questions=(replace(BANK.questions[0], seconds=5),)),
    ],
)
def test_a_bank_that_would_not_read_back_is_not_written(bank: Bank, tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(BankError) as caught:
        write_bank(bank, path)
    assert caught.value.faults
    assert path.read_text(encoding="utf-8") == "old"


def test_half_a_character_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CoachError):
        write_bank(replace(BANK, description="\ud800"), tmp_path / "b.yaml")
    assert list(tmp_path.iterdir()) == []
