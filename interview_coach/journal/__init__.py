"""The journal: every answer, on disk before anything else happens to it. The only place with SQL."""

from interview_coach.journal.faults import (
    JournalDamagedError,
    JournalError,
    JournalFullError,
    JournalLockedError,
    JournalMovedError,
    JournalNewerError,
    JournalReadOnlyError,
)
from interview_coach.journal.journal import Journal

__all__ = [
    "Journal",
    "JournalDamagedError",
    "JournalError",
    "JournalFullError",
    "JournalLockedError",
    "JournalMovedError",
    "JournalNewerError",
    "JournalReadOnlyError",
]
