"""`bank check`: every fault of every file, one a line, as compilers print them."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from interview_coach.banks.faults import Fault, Severity
from interview_coach.banks.places import Part
from interview_coach.banks.question import Bank
from interview_coach.banks.reader import check_bank
from interview_coach.banks.shipped import shipped_banks_dir
from interview_coach.cli.bank_reference import own_folder
from interview_coach.cli.faults import FAILED
from interview_coach.cli.streams import say, say_json
from interview_coach.coaching.wording import counted

_SUFFIXES = (".yaml", ".yml")


def check(paths: Sequence[str], *, strict: bool, as_json: bool) -> int:
    """Tell the faults of the files and folders (none: shipped banks and the user's own).

    Returns 1 where there are errors or, if `strict`, warnings.
    """
    checked = _Checked()
    for shelf in _shelves(paths):
        checked.shelf(shelf)
    errors = sum(fault.severity is Severity.ERROR for fault in checked.faults)
    warnings = len(checked.faults) - errors
    failed = bool(errors or (strict and warnings))
    if as_json:
        say_json(
            {
                "ok": not failed,
                "banks": len(checked.banks),
                "questions": checked.questions,
                "faults": [asdict(fault) for fault in checked.faults],
            }
        )
        return FAILED if failed else 0
    for fault in checked.faults:
        say(str(fault))
    found = [counted(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number]
    total = f"{counted(len(checked.banks), 'bank')}, {counted(checked.questions, 'question')}"
    say(f"{total}, {' and '.join(found) or 'no faults'}")
    return FAILED if failed else 0


def _shelves(paths: Sequence[str]) -> list[list[Path]]:
    """Return the files and folders to check; an id may be twice on two shelves, not on one."""
    if paths:
        return [[Path(path) for path in paths]]
    own = own_folder()
    return [[shipped_banks_dir()], [own] if own is not None and own.exists() else []]


class _Checked:
    """What the check has come to so far."""

    def __init__(self) -> None:
        self.banks: list[Bank] = []
        self.faults: list[Fault] = []

    @property
    def questions(self) -> int:
        return sum(len(bank.questions) for bank in self.banks)

    def shelf(self, places: list[Path]) -> None:
        here: dict[str, Path] = {}
        elsewhere = {bank.id: bank.source for bank in self.banks}
        for file in dict.fromkeys(file for place in places for file in self._files(place)):
            report = check_bank(file)
            self.faults += report.faults
            if report.bank is None:
                continue
            bank_id = report.bank.id
            self.banks.append(report.bank)
            at = report.places.of(Part(key="id"))
            if bank_id in here:
                message = (
                    f"the bank id `{bank_id}` is also that of {here[bank_id]}; give one of them another id"
                )
                self.faults.append(Fault(str(file), *at, message))
            elif bank_id in elsewhere:
                message = (
                    f"the bank id `{bank_id}` is also that of {elsewhere[bank_id]}; this file is used instead"
                )
                self.faults.append(Fault(str(file), *at, message, Severity.WARNING))
            here.setdefault(bank_id, file)

    def _files(self, place: Path) -> list[Path]:
        """Return the bank files of a folder by name; a file stands for itself, whatever it is called."""
        try:
            if not place.is_dir():
                return [place]
            entries = sorted(place.iterdir())
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.faults.append(Fault(str(place), 1, 1, f"the folder cannot be read: {reason}"))
            return []
        found = [
            p
            for p in entries
            if p.suffix.lower() in _SUFFIXES and not p.name.startswith(".") and not p.is_dir()
        ]
        if not found:
            warning = Fault(str(place), 1, 1, "there is no bank (*.yaml) in this folder", Severity.WARNING)
            self.faults.append(warning)
        return found
