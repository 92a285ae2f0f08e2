"""Two copies of the app on one home: neither takes from the other, and each says when it must wait."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.e2e import homes
from tests.e2e.homes import ANSWER
from tests.e2e.steps import begin
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.slow

FIRST, SECOND = f"The first of two. {ANSWER}", f"The second of two. {ANSWER}"


@contextmanager
def another_writer(home: Path) -> Iterator[sqlite3.Connection]:
    """Keep the journal for oneself, as a copy of the app does for the moment of a save."""
    with closing(sqlite3.connect(home / "journal.db", isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        connection.execute("ROLLBACK")


def test_both_rehearse_at_once(own_home: Path) -> None:
    homes.prepare(own_home, homes.bank(2), questions_per_rehearsal=2)
    with Terminal() as one, Terminal() as other:
        one.wait_for("h history")
        other.wait_for("h history")
        begin(one)
        begin(other)
        for here, there in zip(FIRST.split(), SECOND.split(), strict=True):
            one.write(here + " ")
            other.write(there + " ")
        one.wait_for(f"{len(FIRST.split())} words · all saved")
        other.wait_for(f"{len(SECOND.split())} words · all saved")
        one.send("ctrl+s")
        other.send("ctrl+s")
        one.wait_for("What you said")
        other.wait_for("What you said")

    kept = homes.attempts(own_home)
    assert sorted(attempt.answer.strip() for attempt in kept) == [FIRST, SECOND]
    assert len({attempt.rehearsal_id for attempt in kept}) == 2
    assert all(attempt.assessment is not None for attempt in kept)


def test_both_go_on_with_the_same_rehearsal(own_home: Path) -> None:
    homes.prepare(own_home, homes.bank(2), questions_per_rehearsal=2)
    with Terminal() as one:
        begin(one)
        one.write(FIRST)
        one.wait_for(f"{len(FIRST.split())} words · all saved")
        both_answer(one)

    assert sorted(homes.answers(own_home)) == [FIRST, SECOND]


def both_answer(one: Terminal) -> None:
    """Take up in another copy what is being answered in `one`, and finish both answers."""
    with Terminal() as other:
        other.wait_for("Go on with question 1 of 2")
        other.send("enter")
        other.wait_for("Paused")
        other.send("escape")
        other.wait_for("Paused", gone=True)
        other.send("ctrl+a", "delete")
        other.wait_for("Nothing typed yet")
        other.write(SECOND)
        other.wait_for(f"{len(SECOND.split())} words · all saved")
        one.send("ctrl+s")
        one.wait_for("What you said")
        other.send("ctrl+s")
        other.wait_for("What you said")


def test_done_works_again_once_the_other_copy_lets_go(own_home: Path) -> None:
    homes.prepare(own_home, homes.bank(2), questions_per_rehearsal=2)
    with Terminal() as terminal:
        begin(terminal)
        with another_writer(own_home):
            terminal.write(ANSWER)
            terminal.wait_for("Not saved: Another copy of Interview Coach is writing")
            terminal.send("ctrl+s")
            terminal.wait_for("Wait a moment and try again, or close the other copy.")
            terminal.wait_for("check every load before I lift it.")
        terminal.wait_for(f"{len(ANSWER.split())} words · all saved")
        terminal.send("ctrl+s")
        terminal.wait_for("What you said")

    assert homes.answers(own_home) == [ANSWER]


def test_leaving_asks_once_more_where_the_other_copy_keeps_the_journal(own_home: Path) -> None:
    homes.prepare(own_home, homes.bank(2), questions_per_rehearsal=2)
    with Terminal() as terminal:
        begin(terminal)
        with another_writer(own_home):
            terminal.write(ANSWER)
            terminal.wait_for("Not saved")
            terminal.send("ctrl+q")
            terminal.wait_for("Not everything could be saved.")
        terminal.wait_for("Not saved", gone=True)
        terminal.send("ctrl+q")
        assert terminal.exit_code() == 0
        assert "Saved." in terminal.text

    record = homes.unfinished(own_home)
    assert record is not None
    assert homes.drafts(own_home, record) == {0: ANSWER}
