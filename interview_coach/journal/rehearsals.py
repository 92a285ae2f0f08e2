"""Rehearsals in the journal: what was planned and how far it got, so that one can go on after a kill."""

import sqlite3

from interview_coach.journal.codec import time_as_text, time_from_text
from interview_coach.journal.db import Database, Value
from interview_coach.journal.faults import JournalError
from interview_coach.journal.records import RehearsalRecord, RehearsalStatus
from interview_coach.journal.snapshots import keep_snapshot, planned_question


class Rehearsals:
    """Every rehearsal. Every method raises `JournalError` and may be called from any thread."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def save(self, record: RehearsalRecord) -> None:
        """Keep the rehearsal, in the place of an earlier state of it."""
        with self._db.writing() as execute:
            execute(
                "INSERT INTO rehearsal (id, started_at, mode, think, position, status)"
                " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                " started_at = excluded.started_at, mode = excluded.mode, think = excluded.think,"
                " position = excluded.position, status = excluded.status",
                (
                    record.id,
                    time_as_text(record.started_at),
                    record.mode,
                    record.think,
                    record.position,
                    record.status.value,
                ),
            )
            execute("DELETE FROM rehearsal_question WHERE rehearsal_id = ?", (record.id,))
            for number, planned in enumerate(record.questions):
                execute(
                    "INSERT INTO rehearsal_question (rehearsal_id, number, snapshot_id) VALUES (?, ?, ?)",
                    (record.id, number, keep_snapshot(execute, planned)),
                )

    def get(self, rehearsal_id: str) -> RehearsalRecord | None:
        """Return the rehearsal, or None; raises `JournalError` naming it where its entry is damaged."""
        with self._db.reading():
            row = self._db.row("SELECT * FROM rehearsal WHERE id = ?", (rehearsal_id,))
            return None if row is None else self._record(row)

    def latest_open(self) -> RehearsalRecord | None:
        """Return the rehearsal started last among those that can be gone on with, or None.

        One whose entry is damaged is passed over: nobody can go on with it, and Today must still open.
        """
        with self._db.reading():
            rows = self._db.rows(
                "SELECT * FROM rehearsal WHERE status = 'open' ORDER BY started_at DESC, id DESC LIMIT 10"
            )
            for row in rows:
                try:
                    return self._record(row)
                except JournalError:
                    continue
        return None

    def set_position(self, rehearsal_id: str, position: int) -> None:
        """Note which question is due now. Raises `JournalError` where there is no such rehearsal."""
        self._change("UPDATE rehearsal SET position = ? WHERE id = ?", position, rehearsal_id)

    def set_status(self, rehearsal_id: str, status: RehearsalStatus) -> None:
        """Note where the rehearsal stands. Raises `JournalError` where there is no such rehearsal."""
        self._change("UPDATE rehearsal SET status = ? WHERE id = ?", status.value, rehearsal_id)

    def count(self) -> int:
        """Return how many rehearsals there are."""
        return int(self._db.value("SELECT count(*) FROM rehearsal"))

    def _change(self, update: str, value: Value, rehearsal_id: str) -> None:
        with self._db.writing() as execute:
            if execute(update, (value, rehearsal_id)).rowcount == 0:
                raise JournalError(f"There is no rehearsal {rehearsal_id} in the journal.")

    def _record(self, row: sqlite3.Row) -> RehearsalRecord:
        questions = self._db.rows(
            "SELECT snapshot.* FROM rehearsal_question"
            " JOIN snapshot ON snapshot.id = rehearsal_question.snapshot_id"
            " WHERE rehearsal_question.rehearsal_id = ? ORDER BY rehearsal_question.number",
            (row["id"],),
        )
        return RehearsalRecord(
            id=row["id"],
            started_at=time_from_text(row["started_at"]),
            mode=row["mode"],
            think=bool(row["think"]),
            questions=tuple(planned_question(question, f"Rehearsal {row['id']}") for question in questions),
            position=row["position"],
            status=RehearsalStatus(row["status"]),
        )
