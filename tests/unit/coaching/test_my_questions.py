"""Pasted questions as a bank: a new file each time, none written over, nothing half-made left behind."""

from datetime import date
from pathlib import Path

import pytest

from interview_coach.banks.pasted import questions_from_text
from interview_coach.banks.question import QuestionType
from interview_coach.banks.reader import read_bank
from interview_coach.banks.standard import standard_checklist
from interview_coach.coaching.my_questions import keep_as_bank, with_types
from interview_coach.errors import CoachError

DAY = date(2026, 11, 23)
QUESTIONS = questions_from_text("Why do you want to work here?\nTell me about a mistake you made.")


def test_the_bank_reads_back_as_it_was(tmp_path: Path) -> None:
    bank = keep_as_bank(QUESTIONS, tmp_path / "new" / "banks", DAY)
    assert bank.source == tmp_path / "new" / "banks" / "my-questions-2026-11-23.yaml"
    assert (bank.id, bank.title, bank.questions) == (
        "my-questions-2026-11-23",
        "My questions, 23 Nov",
        QUESTIONS,
    )
    assert read_bank(bank.source) == bank


def test_a_second_one_of_the_day_has_its_own_file_id_and_title(tmp_path: Path) -> None:
    first, second = (keep_as_bank(QUESTIONS, tmp_path, DAY) for _ in range(2))
    assert (second.id, second.title) == ("my-questions-2026-11-23-2", "My questions, 23 Nov (2)")
    assert first.source is not None
    assert read_bank(first.source) == first


def test_an_id_that_another_bank_has_is_not_taken(tmp_path: Path) -> None:
    taken = ["my-questions-2026-11-23", "my-questions-2026-11-23-2"]
    assert keep_as_bank(QUESTIONS, tmp_path, DAY, taken).id == "my-questions-2026-11-23-3"


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(CoachError):
        keep_as_bank((), tmp_path, DAY)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "banks"
    blocked.write_text("")
    with pytest.raises(CoachError, match="could not be kept") as raised:
        keep_as_bank(QUESTIONS, blocked, DAY)
    assert "still on the screen" in raised.value.hint


def test_a_chosen_type_brings_its_checklist_and_leaves_the_rest() -> None:
    first, second = QUESTIONS
    changed = with_types(QUESTIONS, {second.ask: QuestionType.TECHNICAL, "another": QuestionType.STRENGTHS})
    assert changed[0] == first
    assert (changed[1].id, changed[1].ask) == (second.id, second.ask)
    assert changed[1].type is QuestionType.TECHNICAL
    assert changed[1].checklist == standard_checklist(QuestionType.TECHNICAL)
