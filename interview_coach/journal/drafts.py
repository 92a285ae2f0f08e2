"""Drafts in the journal: answers that are still being written, one for each question of a rehearsal."""

from interview_coach.journal.codec import time_as_text, time_from_text
from interview_coach.journal.db import Database
from interview_coach.journal.records import Draft


class Drafts:
    """Every draft. Every method raises `JournalError` and may be called from any thread."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def save(self, draft: Draft) -> None:
        """Keep the draft, in the place of the earlier one of the same question."""
        with self._db.writing() as execute:
            execute(
                "INSERT INTO draft (rehearsal_id, position, text, seconds, saved_at) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (rehearsal_id, position) DO UPDATE SET"
                " text = excluded.text, seconds = excluded.seconds, saved_at = excluded.saved_at",
                (draft.rehearsal_id, draft.position, draft.text, draft.seconds, time_as_text(draft.saved_at)),
            )

    def get(self, rehearsal_id: str, position: int) -> Draft | None:
        """Return the draft of the question at `position` of that rehearsal, or None."""
        row = self._db.row(
            "SELECT * FROM draft WHERE rehearsal_id = ? AND position = ?", (rehearsal_id, position)
        )
        if row is None:
            return None
        return Draft(
            rehearsal_id=row["rehearsal_id"],
            position=row["position"],
            text=row["text"],
            seconds=row["seconds"],
            saved_at=time_from_text(row["saved_at"]),
        )

    def drop(self, rehearsal_id: str, position: int | None = None) -> None:
        """Delete the draft at `position`, or all of that rehearsal; nothing happens where there is none.

        An empty answer is dropped every two seconds, so the disk is left alone where there is no draft.
        """
        found = "FROM draft WHERE rehearsal_id = ? AND position = coalesce(?, position)"
        if self._db.row("SELECT 1 " + found, (rehearsal_id, position)) is None:
            return
        with self._db.writing() as execute:
            execute("DELETE " + found, (rehearsal_id, position))

    def count(self) -> int:
        """Return how many drafts there are."""
        return int(self._db.value("SELECT count(*) FROM draft"))
