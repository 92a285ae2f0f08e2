"""Questions pasted by the user, kept as a bank of their own."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from interview_coach.banks.identity import Names
from interview_coach.banks.question import Bank, Question, QuestionType
from interview_coach.banks.standard import standard_checklist
from interview_coach.banks.writer import write_bank
from interview_coach.coaching.days import say_day
from interview_coach.errors import CoachError
from interview_coach.whole_file import written_whole


def with_types(questions: Iterable[Question], types: Mapping[str, QuestionType]) -> tuple[Question, ...]:
    """Return the questions with the `types` that the user chose (by wording), and the checklists of these."""
    return tuple(
        q
        if types.get(q.ask, q.type) is q.type
        else replace(q, type=types[q.ask], checklist=standard_checklist(types[q.ask]))
        for q in questions
    )


def keep_as_bank(questions: Sequence[Question], folder: Path, today: date, taken: Iterable[str] = ()) -> Bank:
    """Write the questions as a new bank in `folder`, "My questions, 23 Nov", and return it.

    Its id, and the name of its file, are none of the ids `taken`; no file is written over. Raises
    `CoachError` where it cannot be written.
    """
    path = _reserve(folder, f"my-questions-{today.isoformat()}", taken)
    number = path.stem.removeprefix(f"my-questions-{today.isoformat()}").removeprefix("-")
    title = f"My questions, {say_day(today)[4:]}" + (f" ({number})" if number else "")
    bank = Bank(id=path.stem, title=title, questions=tuple(questions), source=path)
    try:
        write_bank(bank, path)
    except CoachError:
        path.unlink(missing_ok=True)
        raise
    return bank


def keep_pasted(text: str, path: Path) -> None:
    """Keep what is being pasted in the file `path`; nothing typed, no file. Raises `CoachError`."""
    try:
        if not text.strip():
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with written_whole(path) as file:
            file.write(text.encode("utf-8", "replace"))
    except OSError as error:
        raise CoachError(
            f"What you typed could not be saved ({error.strerror or error}): {path}",
            "Check that the disk has room and that you may write there. It is still on the screen.",
        ) from error


def pasted_before(path: Path) -> str:
    """Return what was being pasted when the app ended last, "" for nothing."""
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def _reserve(folder: Path, wanted: str, taken: Iterable[str]) -> Path:
    """Return the path of a new, empty file: what is there already belongs to somebody."""
    names = Names(taken)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        while True:
            path = folder / f"{names.new(wanted)}.yaml"
            try:
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            except FileExistsError:
                continue
            return path
    except OSError as error:
        raise CoachError(
            f"The questions could not be kept ({error.strerror or error}): {folder}",
            "Check that the disk has room and that you may write there. They are still on the screen.",
        ) from error
