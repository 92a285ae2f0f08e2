"""What goes wrong on real machines, one by one: a clear message, nothing lost, nothing acted on."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

import pytest

from interview_coach.journal.journal import Journal
from tests.e2e import homes
from tests.e2e.homes import ANSWER
from tests.e2e.steps import answer, begin
from tests.e2e.terminal import APP, Terminal

pytestmark = pytest.mark.slow


def doctor() -> str:
    """Return what `interview-coach doctor` says."""
    done = subprocess.run([*APP, "doctor"], capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout + done.stderr


def home_with_an_answer(home: Path) -> Path:
    """Make a home with one answer in its journal; return the journal."""
    homes.prepare(home, homes.bank(2), questions_per_rehearsal=2)
    with Terminal() as terminal:
        begin(terminal)
        answer(terminal)
        terminal.send("ctrl+b")
        terminal.wait_for("Where you stand")
        terminal.send("ctrl+q")
        assert terminal.exit_code() == 0
    assert homes.answers(home) == [ANSWER]
    return home / "journal.db"


def as_others() -> bool:
    """Say whether a program can be run that obeys the modes of files: root has to give up a right for it."""
    with Terminal(sys.executable, "-c", "", obey_modes=True) as terminal:
        return terminal.exit_code() == 0


@pytest.fixture
def modes_are_obeyed() -> None:
    if not as_others():
        pytest.skip("this is root, in a container that does not let it give up its rights")


# --- The journal ------------------------------------------------------------------------------


@pytest.mark.usefixtures("modes_are_obeyed")
@pytest.mark.parametrize("folder_too", [False, True], ids=["file", "file and folder"])
def test_a_read_only_journal_is_shown_and_not_written(own_home: Path, folder_too: bool) -> None:
    journal = home_with_an_answer(own_home)
    journal.chmod(0o400)
    if folder_too:
        own_home.chmod(0o500)
    before = journal.read_bytes()
    try:
        with Terminal(obey_modes=True) as terminal:
            terminal.wait_for("The journal cannot be written to.")
            terminal.wait_for("h history")
            terminal.send("h")
            terminal.wait_for("newest first")
            terminal.send("enter")
            terminal.wait_for("Last March at the Tulsa depot")
            terminal.send("escape")
            terminal.wait_for("newest first")
            terminal.send("escape")
            terminal.wait_for("Where you stand")
            terminal.send("down", "enter")
            terminal.wait_for("The journal can be read but not written to")
            terminal.send("ctrl+q")
            assert terminal.exit_code() == 0
    finally:
        own_home.chmod(0o700)
    assert journal.read_bytes() == before


@pytest.fixture
def small_disk(own_home: Path) -> Iterator[Path]:
    """A home on a file system of two megabytes."""
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root can make a small disk")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", own_home], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip("this root may not mount anything")
    yield own_home
    subprocess.run(["umount", "-l", own_home], check=True)


def fill(file: Path) -> None:
    """Let `file` take all the room that is left on its disk."""
    with file.open("wb", buffering=0) as growing, suppress(OSError):
        while True:
            growing.write(b"x" * 4096)


def test_a_full_disk_is_told_and_the_answer_waits_for_room(small_disk: Path) -> None:
    homes.prepare(small_disk, homes.bank(2), questions_per_rehearsal=2)
    ballast = small_disk / "ballast"
    with Terminal() as terminal:
        begin(terminal)
        fill(ballast)
        # More than fits into what SQLite has reserved already.
        long = f"{ANSWER} " * 60
        terminal.paste(long)
        terminal.wait_for("Not saved: The disk is full")
        terminal.send("ctrl+s")
        terminal.wait_for("Free some space and try again.")
        ballast.unlink()
        terminal.wait_for("all saved")
        terminal.send("ctrl+s")
        terminal.wait_for("What you said")

    assert homes.answers(small_disk) == [long]


def test_a_file_that_may_not_grow_is_told_and_what_fits_is_kept(own_home: Path) -> None:
    homes.prepare(own_home, homes.bank(2), questions_per_rehearsal=2)
    with Terminal(largest_file=400_000) as terminal:
        begin(terminal)
        terminal.paste("A very long answer indeed. " * 20_000)
        terminal.wait_for("Not saved: ")
        terminal.send("ctrl+s")
        terminal.wait_for("What was saved before is still there.")
        terminal.send("ctrl+a", "delete")
        terminal.wait_for("Nothing typed yet")
        terminal.write(ANSWER)
        terminal.wait_for(f"{len(ANSWER.split())} words · all saved")
        terminal.send("ctrl+s")
        terminal.wait_for("What you said")

    assert homes.answers(own_home) == [ANSWER]


@pytest.mark.parametrize("damage", ["not a database", "cut off", "overwritten"])
def test_a_damaged_journal_is_set_aside(own_home: Path, damage: str) -> None:
    journal = home_with_an_answer(own_home)
    sound = journal.read_bytes()
    broken = {
        "not a database": b"These are no pages of SQLite. " * 200,
        "cut off": sound[: len(sound) // 3],
        "overwritten": sound[:4096] + b"\xff" * (len(sound) - 4096),
    }[damage]
    journal.write_bytes(broken)

    with Terminal() as terminal:
        terminal.wait_for("The journal was damaged. It was set aside as journal.damaged-")
        begin(terminal)
        answer(terminal)

    (aside,) = own_home.glob("journal.damaged-*.db")
    assert aside.read_bytes() == broken
    assert homes.answers(own_home) == [ANSWER]
    assert aside.name in doctor()


def test_a_journal_of_a_newer_version_is_refused_untouched(own_home: Path) -> None:
    journal = home_with_an_answer(own_home)
    with closing(sqlite3.connect(journal)) as connection:
        connection.execute("PRAGMA user_version = 9999")
        connection.execute("PRAGMA journal_mode = DELETE")
    before = journal.read_bytes()

    with Terminal() as terminal:
        assert terminal.exit_code() == 1
        assert "written by a newer version of Interview Coach (format 9999)" in terminal.flowing
        assert "Install the newer version" in terminal.flowing

    assert journal.read_bytes() == before
    assert [path.name for path in own_home.glob("journal*")] == ["journal.db"]


# --- Folders ----------------------------------------------------------------------------------

HOMELESS: Final = {"HOME": None, "INTERVIEW_COACH_HOME": None, "XDG_DATA_HOME": None, "XDG_CONFIG_HOME": None}


def test_without_a_home_folder_it_says_what_to_set() -> None:
    # As for a user id without an entry in the system's list of users, which is common in containers.
    program = (
        "import pwd, sys\n"
        "def nobody(_): raise KeyError\n"
        "pwd.getpwuid = nobody\n"
        "from interview_coach.cli import main\n"
        "sys.exit(main([]))"
    )
    with Terminal(sys.executable, "-c", program, environment=HOMELESS) as terminal:
        assert terminal.exit_code() == 1
        assert "There is no home folder to keep your answers in." in terminal.flowing
        assert "export INTERVIEW_COACH_HOME=" in terminal.flowing
        assert "Traceback" not in terminal.text


@pytest.mark.usefixtures("modes_are_obeyed")
@pytest.mark.parametrize("mode", [0o000, 0o500], ids=["closed", "not writable"])
def test_a_folder_without_rights_is_told(own_home: Path, mode: int) -> None:
    own_home.chmod(mode)
    try:
        with Terminal(obey_modes=True) as terminal:
            assert terminal.exit_code() == 1
            assert "cannot be opened" in terminal.flowing
            assert "set INTERVIEW_COACH_HOME to a folder you can write to" in terminal.flowing
            assert "Traceback" not in terminal.text
    finally:
        own_home.chmod(0o700)


# --- The terminal -----------------------------------------------------------------------------

COLOUR: Final = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")


def test_no_color_means_none(own_home: Path) -> None:
    homes.prepare(own_home, homes.bank(2), questions_per_rehearsal=2)
    with Terminal(environment={"NO_COLOR": "1"}) as terminal:
        begin(terminal)
        answer(terminal)
        terminal.wait_for("✓")
        terminal.send("ctrl+b")
        terminal.wait_for("Where you stand")
        assert COLOUR.findall(terminal.output) == []
    with Terminal() as terminal:
        terminal.wait_for("h history")
        assert COLOUR.search(terminal.output)


def test_a_tiny_window_and_back(own_home: Path) -> None:
    homes.prepare(own_home, homes.bank(2), questions_per_rehearsal=2)
    with Terminal() as terminal:

        def shrink(title: str) -> None:
            terminal.resize(20, 5)
            terminal.wait_for(lambda t: t.lines[0].strip().startswith(title))

        def grow(wanted: str) -> None:
            terminal.resize(100, 30)
            terminal.wait_for(wanted)

        terminal.wait_for("h history")
        shrink("Today")
        grow("Where you stand")
        begin(terminal)
        terminal.write(ANSWER)
        terminal.wait_for("all saved")
        shrink("Rehearsal")
        terminal.write(" In a tiny window.")
        grow("In a tiny window.")
        terminal.wait_for("all saved")
        shrink("Rehearsal")
        terminal.send("ctrl+s")
        terminal.wait_for(lambda t: t.lines[0].strip().startswith("Feedback"))
        grow("What you said")
        terminal.send("ctrl+q")
        assert terminal.exit_code() == 0

    assert homes.answers(own_home) == [f"{ANSWER} In a tiny window."]


def test_it_starts_in_a_tiny_window(own_home: Path) -> None:
    homes.prepare(own_home, homes.bank(1), questions_per_rehearsal=1)
    with Terminal(columns=20, rows=5) as terminal:
        terminal.wait_for("h history")
        terminal.resize(100, 30)
        terminal.wait_for("Where you stand")


def test_the_journal_is_sound_after_every_kind_of_leaving(own_home: Path) -> None:
    journal = home_with_an_answer(own_home)
    with Journal.open_as_it_is(journal) as opened:
        assert opened.problems() == []
    assert not list(own_home.glob("journal.db-*"))
