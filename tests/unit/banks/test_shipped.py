"""The shipped banks are found in a checkout and inside an installed package, and have no faults."""

from pathlib import Path

import pytest

import interview_coach
from interview_coach.banks.library import Library
from interview_coach.banks.reader import check_bank
from interview_coach.banks.shipped import shipped_banks_dir


def test_in_a_checkout_they_lie_beside_the_package() -> None:
    assert shipped_banks_dir() == Path(__file__).parents[3] / "question_banks"


def test_in_a_wheel_they_lie_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "site-packages" / "interview_coach" / "question_banks"
    inside.mkdir(parents=True)
    (tmp_path / "site-packages" / "question_banks").mkdir()
    monkeypatch.setattr(interview_coach, "__file__", str(inside.parent / "__init__.py"))
    assert shipped_banks_dir() == inside


@pytest.mark.parametrize("path", sorted(shipped_banks_dir().glob("*.yaml")), ids=lambda path: path.stem)
def test_a_shipped_bank_has_neither_errors_nor_warnings(path: Path) -> None:
    report = check_bank(path)
    assert [str(fault) for fault in report.faults] == []
    assert report.bank is not None
    assert report.bank.id == path.stem


def test_every_point_of_a_shipped_bank_is_complete() -> None:
    banks = Library.load().banks
    assert banks
    bare = [
        (bank.id, question.id, point.id)
        for bank in banks
        for question in bank.questions
        for point in question.checklist
        if not (point.counts and point.does_not_count and point.probe and point.tip)
    ]
    assert bare == []
