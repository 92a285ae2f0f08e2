"""Taught sentences in the journal: examples of a point, one for each verdict of the user."""

import sqlite3

from interview_coach.journal.codec import question_from_text, time_as_text, time_from_text
from interview_coach.journal.db import Database, Execute
from interview_coach.journal.faults import JournalError
from interview_coach.journal.records import TaughtLine, TaughtSentence


class Taught:
    """Every taught sentence. Every method raises `JournalError` and may be called from any thread."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, taught: TaughtSentence) -> None:
        """Keep the sentence, in the place of what the same attempt taught about the same point.

        Raises `JournalError` where that attempt is not in the journal.
        """
        with self._db.writing() as execute:
            if not execute("SELECT 1 FROM attempt WHERE id = ?", (taught.attempt_id,)).fetchone():
                raise JournalError(f"There is no attempt {taught.attempt_id} in the journal.")
            keep_taught(execute, taught)

    def drop(self, attempt_id: str, point_id: str) -> None:
        """Forget what the attempt taught about the point; nothing happens where that is nothing."""
        with self._db.writing() as execute:
            forget_taught(execute, attempt_id, point_id)

    def all(self) -> list[TaughtLine]:
        """Return every sentence, newest first, with question and point as they were worded then.

        Where the copy of the question is damaged, the point is named by its id.
        """
        rows = self._db.rows(
            "SELECT taught.*, snapshot.ask, snapshot.question FROM taught"
            " JOIN attempt ON attempt.id = taught.attempt_id"
            " JOIN snapshot ON snapshot.id = attempt.snapshot_id"
            " ORDER BY taught.taught_at DESC, taught.attempt_id DESC, taught.point_id DESC"
        )
        return [TaughtLine(_sentence(row), row["ask"], _point_text(row)) for row in rows]

    def of_question(self, bank_id: str, question_id: str) -> list[TaughtSentence]:
        """Return what was taught about one question, newest first."""
        rows = self._db.rows(
            "SELECT * FROM taught WHERE bank_id = ? AND question_id = ?"
            " ORDER BY taught_at DESC, attempt_id DESC, point_id DESC",
            (bank_id, question_id),
        )
        return [_sentence(row) for row in rows]

    def of_attempt(self, attempt_id: str) -> dict[str, TaughtSentence]:
        """Return what one attempt taught, by point id."""
        rows = self._db.rows("SELECT * FROM taught WHERE attempt_id = ?", (attempt_id,))
        return {row["point_id"]: _sentence(row) for row in rows}

    def count(self) -> int:
        """Return how many sentences there are."""
        return int(self._db.value("SELECT count(*) FROM taught"))


def keep_taught(execute: Execute, taught: TaughtSentence) -> None:
    """Keep the sentence within a transaction, in the place of the one of the same attempt and point."""
    execute(
        "INSERT INTO taught (attempt_id, point_id, bank_id, question_id, sentence, counts, taught_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (attempt_id, point_id) DO UPDATE SET"
        " bank_id = excluded.bank_id, question_id = excluded.question_id, sentence = excluded.sentence,"
        " counts = excluded.counts, taught_at = excluded.taught_at",
        (
            taught.attempt_id,
            taught.point_id,
            taught.bank_id,
            taught.question_id,
            taught.sentence,
            taught.counts,
            time_as_text(taught.taught_at),
        ),
    )


def forget_taught(execute: Execute, attempt_id: str, point_id: str) -> None:
    """Delete, within a transaction, what the attempt taught about the point."""
    execute("DELETE FROM taught WHERE attempt_id = ? AND point_id = ?", (attempt_id, point_id))


def _sentence(row: sqlite3.Row) -> TaughtSentence:
    return TaughtSentence(
        bank_id=row["bank_id"],
        question_id=row["question_id"],
        point_id=row["point_id"],
        attempt_id=row["attempt_id"],
        sentence=row["sentence"],
        counts=bool(row["counts"]),
        taught_at=time_from_text(row["taught_at"]),
    )


def _point_text(row: sqlite3.Row) -> str:
    point_id: str = row["point_id"]
    try:
        question = question_from_text(row["question"], "A taught sentence")
    except JournalError:
        return point_id
    return next((point.text for point in question.checklist if point.id == point_id), point_id)
