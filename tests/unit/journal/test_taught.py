"""Taught sentences: one for each verdict of the user, in the file and out of it for good."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from interview_coach.journal import Journal, JournalError, JournalReadOnlyError
from interview_coach.journal.migrating import FORMAT, migrations, statements
from interview_coach.journal.records import TaughtLine, TaughtSentence
from interview_coach.scoring.assessment import Verdict
from tests.unit.journal.samples import NOON, QUESTION, attempt, judged

Sql = Callable[..., list[tuple[object, ...]]]


def taught(
    number: int = 1,
    sentence: str = "We restacked it.",
    *,
    point_id: str = "result",
    counts: bool = True,
    minutes: int | None = None,
    question_id: str = QUESTION.id,
) -> TaughtSentence:
    """Return what attempt `number` taught, so many `minutes` after noon."""
    return TaughtSentence(
        bank_id="warehouse",
        question_id=question_id,
        point_id=point_id,
        attempt_id=attempt(number).id,
        sentence=sentence,
        counts=counts,
        taught_at=NOON + timedelta(minutes=number if minutes is None else minutes),
    )


@pytest.fixture
def answered(journal: Journal) -> Journal:
    """A journal with three attempts at one question and one at another."""
    for number in (1, 2, 3):
        journal.attempts.add(attempt(number))
    journal.attempts.add(attempt(4, question_id="other", ask="Tell me of another."))
    return journal


def test_a_sentence_comes_back_as_it_was(answered: Journal) -> None:
    for counts in (True, False):
        kept = taught(sentence="a\nsentence \0 \x1b", counts=counts)
        answered.taught.put(kept)
        assert answered.taught.of_question("warehouse", QUESTION.id) == [kept]
        assert answered.taught.of_attempt(kept.attempt_id) == {"result": kept}


def test_the_newest_comes_first_with_question_and_point_in_words(answered: Journal) -> None:
    older, newer, other = (
        taught(1, minutes=9),
        taught(2, minutes=8),
        taught(4, point_id="situation", question_id="other"),
    )
    for kept in (other, newer, older):
        answered.taught.put(kept)
    assert answered.taught.all() == [
        TaughtLine(older, QUESTION.ask, "Says how it ended"),
        TaughtLine(newer, QUESTION.ask, "Says how it ended"),
        TaughtLine(other, "Tell me of another.", "Names an occasion"),
    ]
    assert answered.taught.of_question("warehouse", QUESTION.id) == [older, newer]
    assert answered.taught.of_question("warehouse", "other") == [other]
    assert answered.taught.of_question("elsewhere", QUESTION.id) == []
    assert answered.taught.count() == 3


def test_an_attempt_teaches_one_sentence_about_a_point(answered: Journal) -> None:
    answered.taught.put(taught(sentence="first"))
    answered.taught.put(taught(sentence="of the other point", point_id="situation"))
    last = taught(sentence="last", counts=False, minutes=7)
    answered.taught.put(last)
    assert answered.taught.of_attempt(attempt().id)["result"] == last
    assert answered.taught.count() == 2


def test_one_is_dropped_and_the_others_stay(answered: Journal) -> None:
    for kept in (taught(1), taught(2), taught(1, point_id="situation")):
        answered.taught.put(kept)
    answered.taught.drop(attempt(1).id, "result")
    answered.taught.drop(attempt(1).id, "result")
    assert {(t.taught.attempt_id, t.taught.point_id) for t in answered.taught.all()} == {
        (attempt(1).id, "situation"),
        (attempt(2).id, "result"),
    }


def test_nothing_of_a_dropped_sentence_is_left_in_the_file(answered: Journal) -> None:
    answered.taught.put(taught(sentence="my secret sentence"))
    answered.taught.drop(attempt().id, "result")
    answered.close()
    assert b"my secret sentence" not in answered.path.read_bytes()


def test_nothing_is_taught_by_an_attempt_that_is_not_there(answered: Journal) -> None:
    with pytest.raises(JournalError, match="no attempt 00000009-id"):
        answered.taught.put(taught(9))
    assert answered.taught.count() == 0


def test_with_its_attempt_a_sentence_goes(answered: Journal, sql: Sql) -> None:
    answered.taught.put(taught(1))
    answered.taught.put(taught(2))
    answered.close()
    with closing(sqlite3.connect(answered.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM attempt WHERE id = ?", (attempt(1).id,))
    assert sql("SELECT attempt_id FROM taught") == [(attempt(2).id,)]


def test_a_damaged_copy_of_the_question_keeps_no_sentence_from_being_seen(
    answered: Journal, sql: Sql
) -> None:
    answered.taught.put(taught())
    sql("UPDATE snapshot SET question = '{'")
    (line,) = answered.taught.all()
    assert (line.taught, line.point) == (taught(), "result")


# --- Together with a verdict --------------------------------------------------------------------


def test_a_verdict_and_what_it_teaches_are_kept_together(answered: Journal) -> None:
    answered.attempts.record_assessment(attempt().id, judged())
    answered.attempts.overrule(attempt().id, "result", Verdict.FOUND, taught())
    assert answered.taught.of_attempt(attempt().id) == {"result": taught()}
    other = replace(taught(), counts=False)
    answered.attempts.overrule(attempt().id, "result", Verdict.MISSED, other)
    assert answered.taught.of_attempt(attempt().id) == {"result": other}
    answered.attempts.overrule(attempt().id, "situation", Verdict.UNCLEAR)
    assert answered.taught.of_attempt(attempt().id) == {"result": other}
    answered.attempts.overrule(attempt().id, "result", None)
    assert answered.taught.count() == 0


def test_where_the_verdict_is_refused_nothing_is_taught(answered: Journal) -> None:
    with pytest.raises(JournalError, match="no verdict"):
        answered.attempts.overrule(attempt().id, "result", Verdict.FOUND, taught())
    assert answered.taught.count() == 0


# --- The format before --------------------------------------------------------------------------


def as_before_taught(path: Path) -> None:
    """Make a journal of format 1, as the version before left it, with an attempt in it."""
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        (number, file), *_ = migrations()
        for statement in statements(file.read_text(encoding="utf-8")):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(
            "INSERT INTO snapshot VALUES (1, x'00', 'warehouse', 'Warehouse', 'en', 'Ask?', '{}')"
        )
        connection.execute(
            "INSERT INTO attempt (id, snapshot_id, bank_id, question_id, competency, answered_at, spoken,"
            " answer) VALUES (?, 1, 'warehouse', ?, 'safety', '2026-11-23T12:00:00.000000Z', 0, 'Well.')",
            (attempt().id, QUESTION.id),
        )


def test_a_journal_of_the_version_before_learns_to_be_taught(path: Path, sql: Sql) -> None:
    as_before_taught(path)
    with Journal.open(path) as journal:
        assert journal.attempts.count() == 1
        assert journal.taught.all() == []
        journal.taught.put(taught())
        assert journal.taught.count() == 1
    assert sql("PRAGMA user_version") == [(FORMAT,)]


def test_a_look_at_a_journal_of_the_version_before_says_what_to_do(path: Path, sql: Sql) -> None:
    as_before_taught(path)
    with pytest.raises(JournalReadOnlyError, match="an earlier version") as caught:
        Journal.open_as_it_is(path)
    assert "Start Interview Coach" in caught.value.hint
    assert sql("PRAGMA user_version") == [(1,)]
