"""All the banks there are: shipped ones, the user's own, and files named on the command line."""

import difflib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from interview_coach.banks.faults import Fault, Severity
from interview_coach.banks.question import Bank
from interview_coach.banks.shipped import shipped_banks_dir
from interview_coach.errors import CoachError
from interview_coach.visible import one_line

_SUFFIXES = (".yaml", ".yml")
_LIST_HINT = "See the banks you have with: interview-coach bank list"


@dataclass(frozen=True, slots=True)
class Library:
    """The banks that can be used, and what kept others from it."""

    banks: tuple[Bank, ...]
    """Shipped, then the user's own, then given; each id once."""
    faults: tuple[Fault, ...] = ()
    """Why files or folders gave no bank (errors), and ids that two files share.

    Warnings about the content of a bank are not here: `check_bank` gives them.
    """

    @classmethod
    def load(
        cls, own: Path | None = None, given: Iterable[Path] = (), *, shipped: Path | None = None
    ) -> "Library":
        """Read all banks; a broken one is a fault and never hides the others.

        `own` is the user's folder, which need not exist; `given` are files or folders, which must; `shipped`
        stands in for `shipped_banks_dir()`.

        Of banks with the same id, one given wins over the user's own, and that over a shipped one (a warning
        names both files): who copies a bank to change it wants their copy. Within one of these the first file
        by name stays, and the second is an error.
        """
        shelf = _Shelf()
        shipped_dir = shipped_banks_dir() if shipped is None else shipped
        sources = (
            tuple(shelf.files_in(shipped_dir, "the shipped banks are missing; install the app again")),
            tuple(shelf.files_in(own, None)) if own is not None else (),
            tuple(file for path in given for file in shelf.files_of(path)),
        )
        for rank, files in enumerate(sources):
            for file in files:
                shelf.add(file, rank)
        return cls(shelf.banks(), tuple(shelf.faults))

    def bank(self, reference: str) -> Bank:
        """Return the bank with that id, or in that file (from the working directory).

        Raises `CoachError` where there is none, with the id that may be meant, and `BankError` where the file
        has errors.
        """
        if is_path(reference):
            return _read(Path(reference))
        if (found := next((bank for bank in self.banks if bank.id == reference), None)) is not None:
            return found
        if _is_file(reference):
            return _read(Path(reference))
        raise CoachError(f"There is no question bank `{one_line(reference, 60)}`.", self._hint(reference))

    def _hint(self, reference: str) -> str:
        ids = [bank.id for bank in self.banks]
        near = difflib.get_close_matches(reference[:100], ids, n=1) or [
            bank_id for bank_id in ids if reference and reference.lower() in bank_id.lower()
        ]
        if near:
            return f"Did you mean `{near[0]}`? {_LIST_HINT}"
        if any(Path(fault.file).stem == reference for fault in self.faults):
            return f"A file of that name has errors. See them with: interview-coach bank check\n{_LIST_HINT}"
        return _LIST_HINT


def is_path(reference: str) -> bool:
    """Return whether a bank is named by its file: there is a separator or a YAML suffix, so it is no id."""
    separators = {"/", os.sep, os.altsep or os.sep}
    return any(mark in reference for mark in separators) or reference.lower().endswith(_SUFFIXES)


def find_bank(reference: str, load: Callable[[], Library]) -> Bank:
    """Return the bank that `reference` names; `load` is called only where it is not plainly a path.

    Raises as `Library.bank` does.
    """
    return _read(Path(reference)) if is_path(reference) else load().bank(reference)


def _read(path: Path) -> Bank:
    # The reader brings PyYAML, which a start without a bank does not need.
    from interview_coach.banks.reader import read_bank

    return read_bank(path)


def _is_file(reference: str) -> bool:
    try:
        return Path(reference).is_file()
    except (OSError, ValueError):
        return False


class _Shelf:
    """Banks by id, while they are being read."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._files: set[Path] = set()
        self._kept: dict[str, tuple[int, Bank]] = {}

    def banks(self) -> tuple[Bank, ...]:
        """Return the banks that stay, by rank and in the order they were read."""
        return tuple(bank for _, bank in sorted(self._kept.values(), key=lambda kept: kept[0]))

    def files_of(self, path: Path) -> list[Path]:
        """Return the bank files that a path given by the user stands for."""
        return self.files_in(path, "there is no such folder") if _is_folder(path) else [path]

    def files_in(self, folder: Path, if_missing: str | None) -> list[Path]:
        """Return the bank files in a folder by name; a fault where it cannot be read."""
        try:
            with os.scandir(folder) as entries:
                found = [Path(entry.path) for entry in entries if _is_bank_file(entry)]
        except FileNotFoundError:
            if if_missing is not None:
                self.faults.append(Fault(str(folder), 1, 1, if_missing))
            return []
        except OSError as error:
            reason = error.strerror or str(error)
            self.faults.append(Fault(str(folder), 1, 1, f"the folder of banks cannot be read: {reason}"))
            return []
        return sorted(found, key=lambda path: path.name)

    def add(self, file: Path, rank: int) -> None:
        """Read a file and keep its bank, unless one of the same id and rank stands already."""
        from interview_coach.banks.places import Part
        from interview_coach.banks.reader import check_bank

        real = Path(os.path.realpath(file))
        if real in self._files:
            return
        self._files.add(real)
        report = check_bank(file)
        if report.bank is None:
            self.faults.extend(report.errors)
            return
        bank = report.bank
        place = report.places.of(Part(key="id"))
        if bank.id in self._kept:
            before, other = self._kept[bank.id]
            same_rank = before == rank
            message = f"the bank id `{bank.id}` is also that of {other.source}"
            message += (
                "; give one of them another id" if same_rank else "; this file is used, the other is not"
            )
            severity = Severity.ERROR if same_rank else Severity.WARNING
            self.faults.append(Fault(str(file), *place, message, severity))
            if same_rank:
                return
        self._kept[bank.id] = (rank, bank)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _is_bank_file(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or not entry.name.lower().endswith(_SUFFIXES):
        return False
    try:
        return not entry.is_dir()
    except OSError:
        return True
