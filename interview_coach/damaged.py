"""A damaged file is set aside under the day's date and never written over."""

import os
from datetime import date
from itertools import count
from pathlib import Path


def set_aside(path: Path, today: date, companions: tuple[str, ...] = ()) -> Path:
    """Move `path` to `<stem>.damaged-<date><suffix>` in its own folder and return where it went.

    Files called `path` plus one of the `companions` (such as `-wal`) go with it, and go first: a kill in
    between then leaves the main file to be set aside at the next start. Raises OSError where that fails.
    """
    target = _free_name(path, today, companions)
    for companion in companions:
        beside = path.with_name(path.name + companion)
        if beside.exists():
            beside.replace(target.with_name(target.name + companion))
    path.replace(target)
    return target


def set_aside_pattern(path: Path) -> str:
    """Return the glob pattern, within the folder of `path`, of everything that was set aside for it."""
    return f"{path.stem}.damaged-*{path.suffix}*"


def _free_name(path: Path, today: date, companions: tuple[str, ...]) -> Path:
    """Return a name that nothing has, taken by an empty file so that no other process gets it."""
    for number in count(1):
        tail = f"-{number}" if number > 1 else ""
        target = path.with_name(f"{path.stem}.damaged-{today.isoformat()}{tail}{path.suffix}")
        if any(target.with_name(target.name + companion).exists() for companion in companions):
            continue
        try:
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            continue
        return target
    raise AssertionError("unreachable: count() does not end")
