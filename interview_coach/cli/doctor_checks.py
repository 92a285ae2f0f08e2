"""The findings of `doctor`, each section by itself: one that is broken does not hide the others."""

import importlib
import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path

from interview_coach import __version__
from interview_coach.coaching.wording import counted
from interview_coach.errors import CoachError
from interview_coach.paths import HOME_VARIABLE, Paths

_LITTLE_ROOM = 50_000_000
"""Bytes of free disk below which we warn; a thousand typed answers take about 5 MB."""

_SMALLEST_TERMINAL = (80, 24)
"""Columns and lines that the screens are made for; they work, folded, in less."""


class State(StrEnum):
    """What a finding means for the user."""

    GOOD = "good"
    NOTE = "note"
    """Worth knowing; nothing needs doing."""
    BAD = "bad"
    """Something needs doing; the hint says what."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    section: str
    name: str
    value: str
    state: State = State.GOOD
    hint: str = ""


@dataclass(frozen=True, slots=True)
class _Section:
    name: str

    def good(self, name: str, value: object) -> Finding:
        return Finding(self.name, name, str(value))

    def note(self, name: str, value: object, hint: str = "") -> Finding:
        return Finding(self.name, name, str(value), State.NOTE, hint)

    def bad(self, name: str, value: object, hint: str) -> Finding:
        return Finding(self.name, name, str(value), State.BAD, hint)


def examine() -> Iterator[Finding]:
    """Yield all findings. Never raises for what it finds."""
    yield from _guarded("Versions", _versions)
    yield from _guarded("Terminal", _terminal)
    yield from _guarded("Scoring", _scoring)
    yield from _guarded("Speech", _speech)
    try:
        paths = Paths.of_user()
    except (CoachError, ImportError) as error:
        yield _failed(_Section("Paths"), "folders", error)
        return
    yield from _guarded("Paths", lambda section: _paths(section, paths))
    yield from _guarded("Settings", lambda section: _settings(section, paths))
    yield from _guarded("Banks", lambda section: _banks(section, paths))
    yield from _guarded("Journal", lambda section: _journal(section, paths))


def _guarded(name: str, look: Callable[[_Section], Iterable[Finding]]) -> Iterator[Finding]:
    section = _Section(name)
    try:
        yield from look(section)
    except (CoachError, OSError, ImportError) as error:
        yield _failed(section, "examination", error)


def _failed(section: _Section, name: str, error: Exception) -> Finding:
    if isinstance(error, CoachError):
        return section.bad(name, error.message, error.hint)
    if isinstance(error, ImportError):
        return section.bad(
            name, error, "Install Interview Coach again: a part of it, or of Python, is missing."
        )
    return section.bad(name, error, "Look at the rights of that file and folder.")


# --- The program ------------------------------------------------------------------------------


def _versions(section: _Section) -> Iterator[Finding]:
    yield section.good("Interview Coach", __version__)
    yield section.good("Python", f"{platform.python_version()} ({platform.python_implementation()})")
    yield section.good("system", platform.platform())
    for name, package in (("Textual", "textual"), ("PyYAML", "pyyaml"), ("platformdirs", "platformdirs")):
        try:
            yield section.good(name, metadata.version(package))
        except metadata.PackageNotFoundError:
            yield section.bad(name, "missing", f"Install it: {sys.executable} -m pip install {package}")
    try:
        # By name, since this asks whether it can be imported at all: some systems ship Python without it.
        yield section.good("SQLite", importlib.import_module("sqlite3").sqlite_version)
    except ImportError:
        yield section.bad("SQLite", "missing from this Python", "Install a Python with its sqlite3 module.")


def _terminal(section: _Section) -> Iterator[Finding]:
    if not sys.stdout.isatty():
        yield section.note("terminal", "output goes to a file or a pipe, so size and colours are not known")
    else:
        size = shutil.get_terminal_size()
        value = f"{size.columns} columns, {size.lines} lines"
        small = size.columns < _SMALLEST_TERMINAL[0] or size.lines < _SMALLEST_TERMINAL[1]
        yield (
            section.note("size", value, "At 80×24 or more nothing is folded.")
            if small
            else section.good("size", value)
        )
    term = os.environ.get("TERM", "")
    if term == "dumb":
        yield section.note("TERM", term, "The app cannot draw here: interview-coach rehearse --plain")
    else:
        yield section.good("TERM", term or "not set")
    yield section.good("colours", _colours(term))
    encoding = sys.stdout.encoding or "unknown"
    if encoding.lower().replace("-", "") == "utf8":
        yield section.good("encoding", encoding)
    else:
        yield section.note("encoding", encoding, "With UTF-8 marks and accents are shown: set PYTHONUTF8=1.")


def _colours(term: str) -> str:
    if "NO_COLOR" in os.environ:
        return "off (NO_COLOR is set)"
    if os.environ.get("COLORTERM", "") in ("truecolor", "24bit"):
        return "16 million"
    return "256" if "256" in term else "as the terminal has them"


def _scoring(section: _Section) -> Iterator[Finding]:
    from interview_coach.scoring import semantic
    from interview_coach.scoring.core import core_model

    core_model()
    yield section.good("core model", "reads")
    if not semantic.available():
        hint = f"Scores agree better with a reader's with it: {sys.executable} -m pip install numpy"
        yield section.note("encoder", "not used: numpy is not installed", hint)
    elif semantic.reads():
        yield section.good("encoder", "reads")
    else:
        hint = "Install Interview Coach again; until then the core model scores alone."
        yield section.bad("encoder", "damaged: cannot be read", hint)


def _speech(section: _Section) -> Iterator[Finding]:
    for name, what in (("vosk", "turns speech into text"), ("sounddevice", "records from the microphone")):
        if importlib.util.find_spec(name) is None:
            hint = f"Only for spoken answers: {sys.executable} -m pip install {name}"
            yield section.note(name, f"not installed ({what})", hint)
        else:
            yield section.good(name, f"installed ({what})")


# --- What is kept -----------------------------------------------------------------------------


def _paths(section: _Section, paths: Paths) -> Iterator[Finding]:
    if HOME_VARIABLE in os.environ:
        yield section.good(HOME_VARIABLE, os.environ[HOME_VARIABLE])
    for name, folder in dict.fromkeys((("data", paths.data), ("settings", paths.config))):
        yield _folder(section, name, folder)
    free = shutil.disk_usage(_nearest(paths.data)).free
    value = f"{free / 1e6:,.0f} MB"
    if free < _LITTLE_ROOM:
        yield section.bad("free disk space", value, "Make some room: answers that cannot be saved are lost.")
    else:
        yield section.good("free disk space", value)


def _folder(section: _Section, name: str, folder: Path) -> Finding:
    nearest = _nearest(folder)
    if not nearest.is_dir():
        return section.bad(name, f"{folder}: {nearest} is no folder", "Move that file elsewhere.")
    if not os.access(nearest, os.W_OK | os.X_OK):
        hint = f"Give yourself rights to {nearest}, or set {HOME_VARIABLE} to another folder."
        return section.bad(name, f"{folder} cannot be written to", hint)
    return section.good(name, folder if nearest == folder else f"{folder} (made when it is needed)")


def _nearest(path: Path) -> Path:
    """Return the path itself, or the nearest of its parents that exists."""
    return next((p for p in (path, *path.parents) if p.exists()), Path(path.anchor or "."))


def _settings(section: _Section, paths: Paths) -> Iterator[Finding]:
    from interview_coach.settings import load_settings

    if not paths.settings.exists():
        yield section.good("settings", "none yet: the defaults")
        return
    _, trouble = load_settings(paths.settings)
    if trouble:
        yield section.bad(
            "settings", trouble, "Choose them again in the app; the defaults are used until then."
        )
    else:
        yield section.good("settings", paths.settings)


def _banks(section: _Section, paths: Paths) -> Iterator[Finding]:
    from interview_coach.banks.library import Library

    library = Library.load(paths.banks)
    questions = sum(len(bank.questions) for bank in library.banks)
    if library.banks:
        yield section.good("banks", f"{len(library.banks)} banks, {questions} questions")
    else:
        yield section.bad("banks", "none found", "Install Interview Coach again: its own banks are missing.")
    for fault in library.faults:
        if fault.severity == "error":
            yield section.bad(
                "fault", fault, "Mend that file; interview-coach bank check tells when it is right."
            )
        else:
            yield section.note("warning", fault)


def _journal(section: _Section, paths: Paths) -> Iterator[Finding]:
    from interview_coach.damaged import set_aside_pattern

    if paths.journal.exists():
        yield from _existing_journal(section, paths.journal)
    else:
        yield section.good("journal", "none yet: it is begun with the first answer")
    for aside in sorted(paths.data.glob(set_aside_pattern(paths.journal))):
        if not aside.name.endswith(("-wal", "-shm", "-journal")):
            hint = "It is never touched again. Keep it for rescue, or delete it yourself."
            yield section.note("damaged journal, set aside", aside, hint)


def _existing_journal(section: _Section, path: Path) -> Iterator[Finding]:
    from interview_coach.journal.faults import JournalDamagedError, JournalError
    from interview_coach.journal.journal import Journal

    try:
        with Journal.open_as_it_is(path) as journal:
            problems = journal.problems()
            answers = 0 if problems else journal.attempts.count()
    except JournalDamagedError as error:
        problems, answers = [error.message], 0
    except JournalError as error:
        # Locked, newer, or not to be read: told as it is, and nothing is touched.
        yield section.bad("journal", error.message, error.hint)
        return
    if not problems:
        yield section.good(
            "journal", f"{path}, {counted(answers, 'answer')}, {path.stat().st_size / 1e6:.1f} MB, sound"
        )
        if not os.access(path, os.W_OK):
            yield section.bad("journal", "can be read but not written to", f"Make {path} writable.")
        return
    with Journal.open(path, thorough=True) as journal:
        aside = journal.set_aside
    where = f"set aside as {aside.name}; a new one was begun" if aside else "still in place"
    yield section.bad(
        "journal", f"damaged ({problems[0]}); {where}", "Restore a backup or an export if you have one."
    )
