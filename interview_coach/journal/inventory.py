"""What the program keeps of the user, and where: for `data show`. Looks only, changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from interview_coach.damaged import set_aside_pattern
from interview_coach.journal.faults import JournalError
from interview_coach.journal.journal import Journal
from interview_coach.journal.opening import COMPANIONS, RECOVERY_LOCK
from interview_coach.paths import Paths


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of thing that is kept: the files of it that exist now."""

    what: str
    """In words: "journal", "damaged journals", "own banks", "pasted questions", "settings", "damaged
    settings" or "log"."""
    path: Path
    """Where it lies or would lie: a file or a folder."""
    files: tuple[Path, ...]
    """The files that exist."""
    size: int
    """Of all files, in bytes."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """Everything that is kept. The counts are 0 where there is no journal, or where it has a `fault`."""

    kept: tuple[Kept, ...]
    attempts: int = 0
    rehearsals: int = 0
    drafts: int = 0
    oldest: datetime | None = None
    """When the first answer in the journal was given."""
    newest: datetime | None = None
    fault: JournalError | None = None
    """Why the journal could not be looked into."""

    @property
    def size(self) -> int:
        """Everything together, in bytes."""
        return sum(kept.size for kept in self.kept)


def measure(paths: Paths) -> Inventory:
    """Return what is kept of this user, how much of it and where."""
    kept = tuple(_kept(what, path, files) for what, path, files in _places(paths))
    if not paths.journal.is_file() or paths.journal.stat().st_size == 0:
        return Inventory(kept)
    try:
        with Journal.open_as_it_is(paths.journal) as journal:
            span = journal.attempts.span()
            return Inventory(
                kept,
                attempts=journal.attempts.count(),
                rehearsals=journal.rehearsals.count(),
                drafts=journal.drafts.count(),
                oldest=span[0] if span else None,
                newest=span[1] if span else None,
            )
    except JournalError as error:
        return Inventory(kept, fault=error)


def _places(paths: Paths) -> Iterator[tuple[str, Path, list[Path]]]:
    """Yield what is kept, its place and the files of it; also used to delete it."""
    journal, settings = paths.journal, paths.settings
    companions = [journal.with_name(journal.name + companion) for companion in (*COMPANIONS, RECOVERY_LOCK)]
    yield "journal", journal, [journal, *companions]
    yield "damaged journals", paths.data, sorted(paths.data.glob(set_aside_pattern(journal)))
    # Only banks: the folder may be one that the user keeps other things in.
    yield "own banks", paths.banks, sorted([*paths.banks.glob("**/*.yaml"), *paths.banks.glob("**/*.yml")])
    yield "pasted questions", paths.pasted, [paths.pasted]
    yield "settings", settings, [settings]
    yield "damaged settings", paths.config, sorted(paths.config.glob(set_aside_pattern(settings)))
    yield "log", paths.log, [paths.log]


def _kept(what: str, path: Path, candidates: list[Path]) -> Kept:
    sizes: dict[Path, int] = {}
    for file in candidates:
        try:
            if file.is_file() or file.is_symlink():
                sizes[file] = file.lstat().st_size
        except OSError:
            continue
    return Kept(what, path, tuple(sizes), sum(sizes.values()))
