"""Attempts in the journal: kept before they are scored, read one by one. Lists are in `history`."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import Final

from interview_coach.journal.codec import (
    assessment_as_text,
    assessment_from_text,
    time_as_text,
    time_from_text,
    unreadable,
)
from interview_coach.journal.db import Database, Execute
from interview_coach.journal.faults import JournalError
from interview_coach.journal.history import History
from interview_coach.journal.records import Attempt, TaughtSentence
from interview_coach.journal.snapshots import keep_snapshot, planned_question
from interview_coach.journal.taught import forget_taught, keep_taught
from interview_coach.scoring.assessment import Assessment, Verdict

_SELECT: Final = (
    "SELECT attempt.*, snapshot.bank_title, snapshot.language, snapshot.question"
    " FROM attempt JOIN snapshot ON snapshot.id = attempt.snapshot_id "
)
_PAGE: Final = 50
"""Attempts read at once by `every`: of 50,000 words each, about 15 MB."""


class Attempts(History):
    """Every answer. All methods may be called from any thread and raise `JournalError`."""

    def add(self, attempt: Attempt, *, at: int | None = None) -> None:
        """Keep an attempt and, in the same step, drop the draft of it: that of its rehearsal `at` a position.

        When this returns, the answer survives a kill and a power cut. An attempt with an assessment, as
        from another journal, is kept with it. Raises `JournalError` where the id is there already.
        """
        with self._db.writing() as execute:
            if execute("SELECT 1 FROM attempt WHERE id = ?", (attempt.id,)).fetchone():
                raise JournalError(f"{_name(attempt.id)} is in the journal already.")
            execute(
                "INSERT INTO attempt (id, snapshot_id, rehearsal_id, bank_id, question_id, competency,"
                " answered_at, seconds, spoken, answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    attempt.id,
                    keep_snapshot(execute, attempt),
                    attempt.rehearsal_id,
                    attempt.bank_id,
                    attempt.question.id,
                    attempt.question.competency,
                    time_as_text(attempt.answered_at),
                    attempt.seconds,
                    attempt.spoken,
                    attempt.answer,
                ),
            )
            if attempt.assessment is not None:
                for point_id, verdict in attempt.overrules.items():
                    _keep_overrule(execute, attempt.id, point_id, verdict)
                _keep_assessment(execute, attempt.id, attempt.assessment)
                _keep_standing(execute, attempt.id, attempt.assessment.overrule(attempt.overrules))
            if at is not None:
                execute(
                    "DELETE FROM draft WHERE rehearsal_id = ? AND position = ?", (attempt.rehearsal_id, at)
                )

    def record_assessment(self, attempt_id: str, assessment: Assessment) -> None:
        """Keep what the scorer said; verdicts of the user that are there already go on standing above it.

        Raises `JournalError` where there is no such attempt.
        """
        with self._db.writing() as execute:
            if not execute("SELECT 1 FROM attempt WHERE id = ?", (attempt_id,)).fetchone():
                raise _unknown(attempt_id)
            overrules = _overrules(self._db, attempt_id)
            _keep_assessment(execute, attempt_id, assessment)
            _keep_standing(execute, attempt_id, assessment.overrule(overrules) if overrules else assessment)

    def overrule(
        self, attempt_id: str, point_id: str, verdict: Verdict | None, taught: TaughtSentence | None = None
    ) -> Attempt:
        """Let the user's verdict on one point stand, or the scorer's again (None); return the attempt so.

        In the same step `taught` takes the place of what this attempt taught about the point (None: nothing
        is taught any more). Raises `JournalError` where the attempt is unknown or not scored, or has no such
        point.
        """
        with self._db.writing() as execute:
            attempt = self._required(attempt_id)
            if attempt.assessment is None or point_id not in {p.id for p in attempt.assessment.points}:
                raise JournalError(f"{_name(attempt_id)} has no verdict on “{point_id}” to overrule.")
            if verdict is None:
                execute("DELETE FROM overrule WHERE attempt_id = ? AND point_id = ?", (attempt_id, point_id))
            else:
                _keep_overrule(execute, attempt_id, point_id, verdict)
            if taught is None:
                forget_taught(execute, attempt_id, point_id)
            else:
                keep_taught(execute, taught)
            changed = self._required(attempt_id)
            if changed.assessment is not None:
                _keep_standing(execute, attempt_id, changed.assessment)
            return changed

    def get(self, attempt_id: str) -> Attempt | None:
        """Return the attempt with the user's verdicts standing, or None where there is none.

        Raises `JournalError` naming the attempt where its entry is damaged.
        """
        with self._db.reading():
            row = self._db.row(_SELECT + "WHERE attempt.id = ?", (attempt_id,))
            return None if row is None else self._attempt(row)

    def of_rehearsal(self, rehearsal_id: str) -> list[Attempt]:
        """Return the attempts of one rehearsal, oldest first."""
        with self._db.reading():
            rows = self._db.rows(
                _SELECT + "WHERE attempt.rehearsal_id = ? ORDER BY attempt.answered_at, attempt.id",
                (rehearsal_id,),
            )
            return [self._attempt(row) for row in rows]

    def every(self, on_unreadable: Callable[[JournalError], None] | None = None) -> Iterator[Attempt]:
        """Yield all attempts, oldest first, in constant memory; others may write meanwhile.

        A damaged entry raises `JournalError`, or is told to `on_unreadable` and passed over.
        """
        after: tuple[str, str] | None = ("", "")
        while after is not None:
            entries, after = self._entries_after(after)
            for entry in entries:
                if isinstance(entry, Attempt):
                    yield entry
                elif on_unreadable is None:
                    raise entry
                else:
                    on_unreadable(entry)

    def _entries_after(
        self, after: tuple[str, str]
    ) -> tuple[list[Attempt | JournalError], tuple[str, str] | None]:
        """Return the next attempts, or what is wrong with each, and where to go on: None at the end."""
        with self._db.reading():
            rows = self._db.rows(
                _SELECT + "WHERE (attempt.answered_at, attempt.id) > (?, ?)"
                " ORDER BY attempt.answered_at, attempt.id LIMIT ?",
                (*after, _PAGE),
            )
            entries = [self._readable(row) for row in rows]
        return entries, (rows[-1]["answered_at"], rows[-1]["id"]) if len(rows) == _PAGE else None

    def _readable(self, row: sqlite3.Row) -> Attempt | JournalError:
        try:
            return self._attempt(row)
        except JournalError as error:
            return error

    def _required(self, attempt_id: str) -> Attempt:
        attempt = self.get(attempt_id)
        if attempt is None:
            raise _unknown(attempt_id)
        return attempt

    def _attempt(self, row: sqlite3.Row) -> Attempt:
        name = _name(row["id"])
        planned = planned_question(row, name)
        overrules = _overrules(self._db, row["id"])
        assessment = None
        if row["assessment"] is not None:
            assessment = assessment_from_text(row["assessment"], planned.question, name)
            try:
                assessment = assessment.overrule(overrules) if overrules else assessment
            except (TypeError, ValueError, ZeroDivisionError) as error:
                raise unreadable(name, "its assessment") from error
        return Attempt(
            id=row["id"],
            rehearsal_id=row["rehearsal_id"],
            bank_id=planned.bank_id,
            bank_title=planned.bank_title,
            language=planned.language,
            question=planned.question,
            answered_at=time_from_text(row["answered_at"]),
            answer=row["answer"],
            seconds=row["seconds"],
            spoken=bool(row["spoken"]),
            assessment=assessment,
            overrules=overrules,
        )


def _overrules(db: Database, attempt_id: str) -> dict[str, Verdict]:
    rows = db.rows("SELECT point_id, verdict FROM overrule WHERE attempt_id = ?", (attempt_id,))
    return {row["point_id"]: Verdict(row["verdict"]) for row in rows}


def _keep_overrule(execute: Execute, attempt_id: str, point_id: str, verdict: Verdict) -> None:
    execute(
        "INSERT INTO overrule (attempt_id, point_id, verdict) VALUES (?, ?, ?)"
        " ON CONFLICT (attempt_id, point_id) DO UPDATE SET verdict = excluded.verdict",
        (attempt_id, point_id, verdict.value),
    )


def _keep_assessment(execute: Execute, attempt_id: str, assessment: Assessment) -> None:
    execute(
        "UPDATE attempt SET status = ?, assessment = ? WHERE id = ?",
        (assessment.status.value, assessment_as_text(assessment), attempt_id),
    )


def _keep_standing(execute: Execute, attempt_id: str, standing: Assessment) -> None:
    execute("UPDATE attempt SET score = ? WHERE id = ?", (standing.score, attempt_id))


def _name(attempt_id: str) -> str:
    return f"Attempt {attempt_id}"


def _unknown(attempt_id: str) -> JournalError:
    return JournalError(f"There is no attempt {attempt_id} in the journal.")
