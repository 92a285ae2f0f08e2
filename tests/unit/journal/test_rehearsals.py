from collections.abc import Callable
from dataclasses import replace

import pytest

from interview_coach.journal import Journal, JournalError
from interview_coach.journal.records import RehearsalStatus
from tests.unit.journal.samples import planned, rehearsal


def test_a_rehearsal_comes_back_as_it_was(journal: Journal) -> None:
    journal.rehearsals.save(rehearsal())
    assert journal.rehearsals.get("rehearsal-1") == rehearsal()
    assert journal.rehearsals.get("nothing") is None


def test_saving_again_takes_the_place_of_the_earlier_state(journal: Journal) -> None:
    journal.rehearsals.save(rehearsal())
    changed = replace(rehearsal(), position=1, think=False, questions=(planned("other"),))
    journal.rehearsals.save(changed)
    assert journal.rehearsals.get("rehearsal-1") == changed
    assert journal.rehearsals.count() == 1


def test_the_latest_open_one_is_offered(journal: Journal) -> None:
    assert journal.rehearsals.latest_open() is None
    for number in (2, 3, 1):
        journal.rehearsals.save(rehearsal(number))
    assert journal.rehearsals.latest_open() == rehearsal(3)
    journal.rehearsals.set_status("rehearsal-3", RehearsalStatus.LEFT)
    journal.rehearsals.set_status("rehearsal-2", RehearsalStatus.FINISHED)
    assert journal.rehearsals.latest_open() == rehearsal(1)


def test_position_and_status_are_kept(journal: Journal) -> None:
    journal.rehearsals.save(rehearsal())
    journal.rehearsals.set_position("rehearsal-1", 2)
    journal.rehearsals.set_status("rehearsal-1", RehearsalStatus.FINISHED)
    assert journal.rehearsals.get("rehearsal-1") == replace(
        rehearsal(), position=2, status=RehearsalStatus.FINISHED
    )


def test_an_unknown_rehearsal_is_told(journal: Journal) -> None:
    with pytest.raises(JournalError, match="no rehearsal nothing"):
        journal.rehearsals.set_position("nothing", 1)
    with pytest.raises(JournalError, match="no rehearsal nothing"):
        journal.rehearsals.set_status("nothing", RehearsalStatus.LEFT)


def test_a_damaged_one_is_passed_over_by_latest_open_and_named_by_get(
    journal: Journal, sql: Callable[..., object]
) -> None:
    journal.rehearsals.save(rehearsal(1))
    journal.rehearsals.save(replace(rehearsal(2), questions=(planned("only-here"),)))
    sql("UPDATE snapshot SET question = '' WHERE question LIKE '%only-here%'")
    assert journal.rehearsals.latest_open() == rehearsal(1)
    with pytest.raises(JournalError, match="Rehearsal rehearsal-2 cannot be read"):
        journal.rehearsals.get("rehearsal-2")
