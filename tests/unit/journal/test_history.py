from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from interview_coach.journal import Journal
from interview_coach.scoring.assessment import Verdict
from tests.unit.journal.samples import attempt, judged, unjudged

Sql = Callable[..., list[tuple[object, ...]]]


def ids(journal: Journal, **filters: str) -> list[int]:
    return [int(line.id[:8]) for line in journal.attempts.page(**filters)]  # type: ignore[arg-type]


def test_pages_are_newest_first_and_join_without_gap_or_repeat(journal: Journal) -> None:
    for number in range(1, 8):
        journal.attempts.add(attempt(number))
    pages, before = [], None
    while page := journal.attempts.page(before=before, limit=3):
        pages.append([int(line.id[:8]) for line in page])
        before = page[-1]
    assert pages == [[7, 6, 5], [4, 3, 2], [1]]


def test_attempts_of_the_same_instant_are_paged_too(journal: Journal) -> None:
    from dataclasses import replace

    for number in range(5):
        journal.attempts.add(replace(attempt(number), answered_at=attempt(1).answered_at))
    first = journal.attempts.page(limit=2)
    second = journal.attempts.page(before=first[-1], limit=9)
    assert [int(line.id[:8]) for line in (*first, *second)] == [4, 3, 2, 1, 0]


def test_a_line_says_what_a_list_needs(journal: Journal) -> None:
    for number in (1, 2, 3):
        journal.attempts.add(attempt(number))
    journal.attempts.record_assessment("00000002-id", unjudged())
    journal.attempts.record_assessment("00000003-id", judged())
    lines = journal.attempts.page()
    assert [(line.scored, line.score) for line in lines] == [(True, 25.0), (False, None), (None, None)]
    kept = attempt(3)
    line = lines[0]
    assert (line.id, line.bank_id, line.question_id, line.ask, line.competency, line.answered_at) == (
        kept.id,
        kept.bank_id,
        kept.question.id,
        kept.question.ask,
        kept.question.competency,
        kept.answered_at,
    )


def test_pages_can_be_narrowed(journal: Journal) -> None:
    journal.attempts.add(attempt(1, bank_id="nurse", question_id="a", competency="calm"))
    journal.attempts.add(attempt(2, bank_id="nurse", question_id="b", competency="safety"))
    journal.attempts.add(attempt(3, bank_id="forklift", question_id="a", competency="safety"))
    assert ids(journal, bank_id="nurse") == [2, 1]
    assert ids(journal, question_id="a") == [3, 1]
    assert ids(journal, competency="safety") == [3, 2]
    assert ids(journal, bank_id="nurse", competency="safety") == [2]
    assert [line.id for line in journal.attempts.of_question("nurse", "a")] == ["00000001-id"]
    assert journal.attempts.of_question("nurse", "a", 0) == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("LEANING", [1]),
        ("éTÉ", [2]),
        ("100%", [3]),
        ("100_", []),
        ("_", []),
        ("after nul", [4]),
        ("difficult customer", [5]),
        ("", [5, 4, 3, 2, 1]),
        ("\ud83d", []),
    ],
)
def test_search_reads_question_and_answer_and_takes_every_letter_as_itself(
    journal: Journal, wanted: str, found: list[int]
) -> None:
    for number, answer in enumerate(("It was leaning.", "Cet été-là", "100% sure", "a \0 after nul"), 1):
        journal.attempts.add(attempt(number, answer=answer))
    journal.attempts.add(attempt(5, ask="A difficult customer?"))
    assert ids(journal, containing=wanted) == found


def test_search_is_paged(journal: Journal) -> None:
    for number in range(6):
        journal.attempts.add(attempt(number, answer=f"answer {number % 2}"))
    first = journal.attempts.page(containing="answer 1", limit=2)
    second = journal.attempts.page(containing="answer 1", limit=2, before=first[-1])
    assert [int(line.id[:8]) for line in (*first, *second)] == [5, 3, 1]


def test_last_answered_names_only_questions_that_were_answered(journal: Journal) -> None:
    journal.attempts.add(attempt(1, question_id="a"))
    journal.attempts.add(attempt(9, question_id="a"))
    journal.attempts.add(attempt(5, question_id="b"))
    journal.attempts.add(attempt(20, question_id="a", bank_id="other"))
    assert journal.attempts.last_answered("warehouse", ["a", "b", "c"]) == {
        "a": attempt(9).answered_at,
        "b": attempt(5).answered_at,
    }


def test_competency_scores_run_from_old_to_new_with_the_latest_competency_first(journal: Journal) -> None:
    given = [("calm", Verdict.MISSED), ("safety", Verdict.UNCLEAR), ("calm", Verdict.FOUND), ("calm", None)]
    for number, (competency, result) in enumerate(given):
        journal.attempts.add(attempt(number, competency=competency))
        assessment = judged(result=result) if result else unjudged()
        journal.attempts.record_assessment(f"{number:08d}-id", assessment)
    scores = journal.attempts.competency_scores()
    assert list(scores.items()) == [("calm", [25.0, 100.0]), ("safety", [62.5])]
    assert journal.attempts.competency_scores(limit=2) == {"calm": [100.0], "safety": [62.5]}


def test_find_gives_up_to_ten_ids_with_the_prefix(journal: Journal) -> None:
    for number in range(14):
        journal.attempts.add(attempt(number))
    assert journal.attempts.find("00000007") == ["00000007-id"]
    assert journal.attempts.find("0000001") == [f"{n:08d}-id" for n in (10, 11, 12, 13)]
    assert len(journal.attempts.find("0")) == 10
    assert journal.attempts.find("%") == []


def test_unscored_are_those_nobody_judged_yet(journal: Journal) -> None:
    for number in (3, 2, 1):
        journal.attempts.add(attempt(number))
    journal.attempts.record_assessment("00000002-id", unjudged())
    assert journal.attempts.unscored() == ["00000001-id", "00000003-id"]


def test_count_and_span(journal: Journal) -> None:
    assert (journal.attempts.count(), journal.attempts.span()) == (0, None)
    for number in (2, 1, 3):
        journal.attempts.add(attempt(number))
    assert journal.attempts.count() == 3
    assert journal.attempts.span() == (attempt(1).answered_at, attempt(3).answered_at)


def test_a_spoilt_time_does_not_stop_the_list(journal: Journal, sql: Sql) -> None:
    journal.attempts.add(attempt(1))
    journal.attempts.add(attempt(2))
    sql("UPDATE attempt SET answered_at = 'yesterday' WHERE id = '00000001-id'")
    assert {line.answered_at for line in journal.attempts.page()} == {
        attempt(2).answered_at,
        datetime(1, 1, 1, tzinfo=UTC),
    }


def test_bytes_that_are_no_text_do_not_stop_the_list(journal: Journal, sql: Sql) -> None:
    journal.attempts.add(attempt(1))
    sql("UPDATE attempt SET competency = CAST(X'61FF62' AS TEXT)")
    assert journal.attempts.page()[0].competency == "a\ufffdb"


@pytest.mark.parametrize(
    "call",
    [
        lambda a, line: a.page(),
        lambda a, line: a.page(before=line),
        lambda a, line: a.page(before=line, bank_id="b"),
        lambda a, line: a.page(before=line, competency="c"),
        lambda a, line: a.of_question("b", "q"),
        lambda a, line: a.page(before=line, bank_id="b", question_id="q"),
        lambda a, line: a.last_answered("b", ["q"]),
        lambda a, line: a.competency_scores(),
        lambda a, line: a.unscored(),
        lambda a, line: a.find("0"),
        lambda a, line: a.get("0"),
        lambda a, line: a.of_rehearsal("r"),
        lambda a, line: next(a.every(), None),
        lambda a, line: a.span(),
    ],
)
def test_lists_come_from_an_index_without_sorting_or_scanning(
    journal: Journal, call: Callable[..., object]
) -> None:
    journal.attempts.add(attempt(1))
    line = journal.attempts.page()[0]
    connection = journal._db._connection  # the plan is not public, and it is what keeps lists quick
    assert connection is not None
    queries: list[str] = []
    connection.set_trace_callback(queries.append)
    call(journal.attempts, line)
    connection.set_trace_callback(None)
    selects = [query for query in queries if query.startswith("SELECT")]
    assert selects
    for query in selects:
        plan = [row[3] for row in connection.execute("EXPLAIN QUERY PLAN " + query)]
        assert not [step for step in plan if "TEMP B-TREE" in step], plan
        assert not [step for step in plan if step.startswith("SCAN") and "INDEX" not in step], plan
