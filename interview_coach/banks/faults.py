"""What is wrong with a bank, where, and what was expected."""

from dataclasses import dataclass
from enum import StrEnum

from interview_coach.errors import CoachError
from interview_coach.visible import visible

_SHOWN = 20
"""Faults spelt out in the message of a `BankError`; the rest are counted."""


class Severity(StrEnum):
    """An error keeps a bank from being used; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one file. `str()` gives `file:line:column: what is wrong, what was expected`."""

    file: str
    line: int
    """From 1."""
    column: int
    """From 1, in code points."""
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        # A file name may hold a line feed; a fault is one line, for people and for programs that read it.
        file = visible(self.file).replace("\n", "␊")
        word = "" if self.severity is Severity.ERROR else "warning: "
        return f"{file}:{self.line}:{self.column}: {word}{self.message}"


class BankError(CoachError):
    """A bank cannot be used. `faults` holds its errors, never warnings, in the order of the file."""

    def __init__(self, faults: tuple[Fault, ...], hint: str = "") -> None:
        lines = [str(fault) for fault in faults[:_SHOWN]]
        if len(faults) > _SHOWN:
            lines.append(f"… and {len(faults) - _SHOWN} more")
        super().__init__("\n".join(lines), hint)
        self.faults = faults


def in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    """Return the faults by place in the file, those of one place in the order they were found."""
    return tuple(sorted(faults, key=lambda fault: (fault.line, fault.column)))
