"""The journal as the rest of the program sees it: one open file of all that is kept of the answers."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from interview_coach.journal.attempts import Attempts
from interview_coach.journal.db import Database
from interview_coach.journal.drafts import Drafts
from interview_coach.journal.opening import open_as_it_is, open_database
from interview_coach.journal.rehearsals import Rehearsals
from interview_coach.journal.taught import Taught


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Journal:
    """An open journal; a context manager that closes it. May be used from any thread.

    `path` is its file. `set_aside` is where a damaged file was moved at this opening, or None.
    """

    def __init__(self, db: Database, set_aside: Path | None = None) -> None:
        self._db = db
        self.path = db.path
        self.set_aside = set_aside
        self.attempts = Attempts(db)
        self.rehearsals = Rehearsals(db)
        self.drafts = Drafts(db)
        self.taught = Taught(db)

    @classmethod
    def open(cls, path: Path, *, now: Callable[[], datetime] = _utc_now, thorough: bool = False) -> "Journal":
        """Open the journal at `path`; make it, and its folder, for this user alone where there is none.

        A damaged file is moved aside under the date of `now()` and a new journal begun; `thorough` reads
        all of it to find damage. One that cannot be written to is opened for reading. Raises
        `JournalNewerError`, `JournalLockedError`, `JournalFullError`, `JournalReadOnlyError` (nothing
        there to read) and other `JournalError`.
        """
        return cls(*open_database(path, now, thorough=thorough))

    @classmethod
    def open_as_it_is(cls, path: Path) -> "Journal":
        """Open an existing journal for a look only: nothing is made, changed or set aside.

        Raises `JournalError` and its subclasses.
        """
        return cls(open_as_it_is(path))

    @property
    def read_only(self) -> bool:
        """Whether writing raises `JournalReadOnlyError`."""
        return self._db.read_only

    def problems(self) -> list[str]:
        """Return what is wrong with the file, after reading all of it; empty where it is sound."""
        return self._db.problems()

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
