"""Lists of attempts: the history by pages, and what Today and the choice of questions ask for.

Each is answered from an index, so that it costs the same with 100 attempts as with 100,000.
"""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from interview_coach.journal.codec import time_as_text, time_from_text
from interview_coach.journal.db import Database, Value
from interview_coach.journal.records import AttemptLine

_LINE: Final = (
    "SELECT attempt.id, attempt.bank_id, attempt.question_id, snapshot.ask, attempt.competency,"
    " attempt.answered_at, attempt.score, attempt.status"
    " FROM attempt JOIN snapshot ON snapshot.id = attempt.snapshot_id "
)
_NEWEST_FIRST: Final = " ORDER BY attempt.answered_at DESC, attempt.id DESC LIMIT ?"


class History:
    """Lists over all attempts. Every method raises `JournalError` and may be called from any thread."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def page(  # noqa: PLR0913 - filters, each named by its caller
        self,
        *,
        before: AttemptLine | None = None,
        limit: int = 100,
        bank_id: str | None = None,
        question_id: str | None = None,
        competency: str | None = None,
        containing: str | None = None,
    ) -> list[AttemptLine]:
        """Return up to `limit` lines, newest first, of those older than `before`.

        `containing` looks through question and answer, whatever the case; where little matches it reads
        every answer. A `question_id` is quick together with its `bank_id` only.
        """
        conditions: list[str] = []
        values: list[Value] = []
        wanted = {"bank_id": bank_id, "question_id": question_id, "competency": competency}
        for column, value in wanted.items():
            if value is not None:
                conditions.append(f"attempt.{column} = ?")
                values.append(value)
        if before is not None:
            conditions.append("(attempt.answered_at, attempt.id) < (?, ?)")
            values += [time_as_text(before.answered_at), before.id]
        if containing:
            conditions.append("(contains(snapshot.ask, ?) OR contains(attempt.answer, ?))")
            values += [containing.casefold()] * 2
        where = "WHERE " + " AND ".join(conditions) if conditions else ""
        return [_line(row) for row in self._db.rows(_LINE + where + _NEWEST_FIRST, [*values, limit])]

    def of_question(self, bank_id: str, question_id: str, limit: int = 100) -> list[AttemptLine]:
        """Return the newest `limit` attempts at one question, newest first."""
        return self.page(bank_id=bank_id, question_id=question_id, limit=limit)

    def last_answered(self, bank_id: str, question_ids: Iterable[str]) -> dict[str, datetime]:
        """Return when each question was answered last; questions never answered are left out."""
        with self._db.reading():
            times = {
                question_id: self._db.value(
                    "SELECT max(answered_at) FROM attempt WHERE bank_id = ? AND question_id = ?",
                    (bank_id, question_id),
                )
                for question_id in question_ids
            }
        return {question_id: time_from_text(time) for question_id, time in times.items() if time is not None}

    def competency_scores(self, limit: int = 100) -> dict[str, list[float]]:
        """Return the scores (0 to 100), oldest first, by competency, the one practised last first.

        They are those of the newest `limit` scored attempts of all competencies together.
        """
        rows = self._db.rows(
            "SELECT competency, score FROM attempt WHERE score IS NOT NULL"
            " ORDER BY answered_at DESC, id DESC LIMIT ?",
            (limit,),
        )
        scores: dict[str, list[float]] = {}
        for row in rows:
            scores.setdefault(row["competency"], []).append(row["score"])
        return {competency: newest_first[::-1] for competency, newest_first in scores.items()}

    def find(self, prefix: str) -> list[str]:
        """Return up to 10 ids that begin with `prefix`, in order: two or more mean that it is ambiguous."""
        rows = self._db.rows(
            "SELECT id FROM attempt WHERE id >= ? AND id < ? ORDER BY id LIMIT 10",
            (prefix, prefix + "\U0010ffff"),
        )
        return [row["id"] for row in rows]

    def unscored(self) -> list[str]:
        """Return the ids of attempts that no scorer has judged yet, oldest first."""
        rows = self._db.rows("SELECT id FROM attempt WHERE status IS NULL ORDER BY answered_at, id")
        return [row["id"] for row in rows]

    def count(self) -> int:
        """Return how many attempts there are; reads one whole index, so not for every screen."""
        return int(self._db.value("SELECT count(*) FROM attempt"))

    def span(self) -> tuple[datetime, datetime] | None:
        """Return when the oldest and the newest answer were given, or None where there is none."""
        with self._db.reading():
            oldest = self._db.value("SELECT min(answered_at) FROM attempt")
            newest = self._db.value("SELECT max(answered_at) FROM attempt")
        return None if oldest is None else (time_from_text(oldest), time_from_text(newest))


def _line(row: sqlite3.Row) -> AttemptLine:
    return AttemptLine(
        id=row["id"],
        bank_id=row["bank_id"],
        question_id=row["question_id"],
        ask=row["ask"],
        competency=row["competency"],
        answered_at=time_from_text(row["answered_at"]),
        score=row["score"],
        scored=None if row["status"] is None else row["status"] == "scored",
    )
