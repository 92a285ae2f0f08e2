"""Copies of questions as they were when asked; equal copies are kept once, however often they are asked."""

import sqlite3

from interview_coach.journal.codec import as_text, question_as_json, question_from_text
from interview_coach.journal.db import Execute
from interview_coach.journal.records import Attempt, PlannedQuestion


def keep_snapshot(execute: Execute, asked: PlannedQuestion | Attempt) -> int:
    """Return the number of the copy of `asked.question` and what is needed of its bank, made if new."""
    import hashlib

    question = as_text(question_as_json(asked.question))
    identity = as_text([asked.bank_id, asked.bank_title, asked.language, question])
    digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).digest()
    execute(
        "INSERT INTO snapshot (hash, bank_id, bank_title, language, ask, question) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (hash) DO NOTHING",
        (digest, asked.bank_id, asked.bank_title, asked.language, asked.question.ask, question),
    )
    return int(execute("SELECT id FROM snapshot WHERE hash = ?", (digest,)).fetchone()[0])


def planned_question(row: sqlite3.Row, of_what: str) -> PlannedQuestion:
    """Return the question of a row with the columns of `snapshot`. Raises `JournalError` naming `of_what`."""
    return PlannedQuestion(
        bank_id=row["bank_id"],
        bank_title=row["bank_title"],
        language=row["language"],
        question=question_from_text(row["question"], of_what),
    )
