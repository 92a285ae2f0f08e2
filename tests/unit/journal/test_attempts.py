from collections.abc import Callable
from dataclasses import replace

import pytest

from interview_coach.journal import Journal, JournalError
from interview_coach.scoring.assessment import Verdict
from tests.unit.journal.samples import QUESTION, attempt, draft, judged, unjudged

Sql = Callable[..., list[tuple[object, ...]]]


def test_an_attempt_comes_back_as_it_was(journal: Journal) -> None:
    kept = attempt()
    journal.attempts.add(kept)
    assert journal.attempts.get(kept.id) == kept


def test_an_unknown_attempt_is_none(journal: Journal) -> None:
    assert journal.attempts.get("nothing") is None


def test_an_id_is_kept_once(journal: Journal) -> None:
    journal.attempts.add(attempt(answer="first"))
    with pytest.raises(JournalError, match="00000001-id is in the journal already"):
        journal.attempts.add(attempt(answer="second"))
    found = journal.attempts.get("00000001-id")
    assert found is not None
    assert found.answer == "first"


@pytest.mark.parametrize(
    "answer", ["", "nul \0 in it", "[@click=app.quit]x[/]\x1b[2J", "שלום 日本 👩‍👩‍👧", "ä" * 300_000]
)
def test_any_text_comes_back_as_it_was(journal: Journal, answer: str) -> None:
    kept = attempt(answer=answer, ask=answer)
    journal.attempts.add(kept)
    assert journal.attempts.get(kept.id) == kept


def test_a_lone_surrogate_does_not_cost_the_answer(journal: Journal) -> None:
    journal.attempts.add(attempt(answer="before \ud83d after", ask="a \udc80 b"))
    found = journal.attempts.get("00000001-id")
    assert found is not None
    assert found.answer == "before \ufffd after"
    assert found.question.ask == "a \ufffd b"


def test_an_assessment_comes_back_as_the_scorer_gave_it(journal: Journal) -> None:
    journal.attempts.add(attempt())
    journal.attempts.record_assessment("00000001-id", judged())
    found = journal.attempts.get("00000001-id")
    assert found is not None
    assert found.assessment == judged()
    assert found.overrules == {}


def test_a_not_scored_assessment_comes_back(journal: Journal) -> None:
    journal.attempts.add(attempt())
    journal.attempts.record_assessment("00000001-id", unjudged())
    found = journal.attempts.get("00000001-id")
    assert found is not None
    assert found.assessment == unjudged()


def test_an_assessment_needs_its_attempt(journal: Journal) -> None:
    with pytest.raises(JournalError, match="no attempt nothing"):
        journal.attempts.record_assessment("nothing", judged())


def test_an_overrule_stands_in_attempt_and_list_and_can_be_taken_back(journal: Journal) -> None:
    journal.attempts.add(attempt())
    journal.attempts.record_assessment("00000001-id", judged(result=Verdict.MISSED))

    changed = journal.attempts.overrule("00000001-id", "result", Verdict.FOUND)

    assert changed == journal.attempts.get("00000001-id")
    assert changed.assessment == judged().overrule({"result": Verdict.FOUND})
    assert changed.overrules == {"result": Verdict.FOUND}
    assert [line.score for line in journal.attempts.page()] == [100.0]

    changed = journal.attempts.overrule("00000001-id", "result", Verdict.UNCLEAR)
    assert changed.overrules == {"result": Verdict.UNCLEAR}
    assert [line.score for line in journal.attempts.page()] == [62.5]

    changed = journal.attempts.overrule("00000001-id", "result", None)
    assert changed.assessment == judged()
    assert [line.score for line in journal.attempts.page()] == [25.0]


def test_the_scorers_own_word_is_kept_whatever_the_user_says(journal: Journal, sql: Sql) -> None:
    journal.attempts.add(attempt())
    journal.attempts.record_assessment("00000001-id", judged().overrule({"result": Verdict.FOUND}))
    found = journal.attempts.get("00000001-id")
    assert found is not None
    assert found.assessment == judged()
    journal.attempts.overrule("00000001-id", "result", Verdict.FOUND)
    assert '"score":25.0' in str(sql("SELECT assessment FROM attempt")[0][0])


def test_an_overrule_survives_a_new_assessment(journal: Journal) -> None:
    journal.attempts.add(attempt())
    journal.attempts.record_assessment("00000001-id", judged())
    journal.attempts.overrule("00000001-id", "result", Verdict.FOUND)
    journal.attempts.record_assessment("00000001-id", judged(situation=Verdict.MISSED))
    found = journal.attempts.get("00000001-id")
    assert found is not None
    assert found.assessment is not None
    assert found.assessment.score == 75.0
    assert [line.score for line in journal.attempts.page()] == [75.0]


@pytest.mark.parametrize("assess", [True, False])
def test_only_a_judged_point_can_be_overruled(journal: Journal, assess: bool) -> None:
    journal.attempts.add(attempt())
    if assess:
        journal.attempts.record_assessment("00000001-id", judged())
    with pytest.raises(JournalError, match="no verdict on “nonsense”"):
        journal.attempts.overrule("00000001-id", "nonsense", Verdict.FOUND)
    with pytest.raises(JournalError, match="no attempt nothing"):
        journal.attempts.overrule("nothing", "result", Verdict.FOUND)
    assert journal.attempts.page()[0].score == (25.0 if assess else None)


def test_an_assessed_attempt_of_another_journal_is_kept_whole(journal: Journal) -> None:
    overrules = {"result": Verdict.UNCLEAR}
    kept = replace(attempt(), assessment=judged().overrule(overrules), overrules=overrules)
    journal.attempts.add(kept)
    assert journal.attempts.get(kept.id) == kept
    assert journal.attempts.page()[0].score == 62.5


def test_adding_drops_the_draft_of_that_question_only(journal: Journal) -> None:
    journal.drafts.save(draft(position=0))
    journal.drafts.save(draft(position=1))
    journal.drafts.save(draft(rehearsal_id="other"))
    journal.attempts.add(attempt(rehearsal_id="rehearsal-1"), at=0)
    assert journal.drafts.get("rehearsal-1", 0) is None
    assert journal.drafts.get("rehearsal-1", 1) is not None
    assert journal.drafts.get("other", 0) is not None


def test_the_draft_stays_where_the_attempt_could_not_be_kept(journal: Journal) -> None:
    journal.attempts.add(attempt())
    journal.drafts.save(draft())
    with pytest.raises(JournalError):
        journal.attempts.add(attempt(rehearsal_id="rehearsal-1"), at=0)
    assert journal.drafts.get("rehearsal-1", 0) == draft()


def test_equal_questions_are_kept_once_and_an_edited_one_beside_it(journal: Journal, sql: Sql) -> None:
    for number in range(5):
        journal.attempts.add(attempt(number))
    journal.attempts.add(attempt(6, ask="Edited since."))
    assert sql("SELECT count(*) FROM snapshot") == [(2,)]
    asks = [line.ask for line in journal.attempts.page()]
    assert asks == ["Edited since."] + [QUESTION.ask] * 5


def test_of_rehearsal_is_oldest_first(journal: Journal) -> None:
    kept = [attempt(n, rehearsal_id="r") for n in (3, 1, 2)]
    for one in kept:
        journal.attempts.add(one)
    journal.attempts.add(attempt(4, rehearsal_id="other"))
    assert journal.attempts.of_rehearsal("r") == sorted(kept, key=lambda a: a.answered_at)


def test_every_yields_all_oldest_first_while_others_write(journal: Journal) -> None:
    for number in range(120, 0, -1):
        journal.attempts.add(attempt(number))
    seen = []
    for one in journal.attempts.every():
        seen.append(one)
        if len(seen) == 1:
            with Journal.open(journal.path) as other:
                other.attempts.add(attempt(500))
    assert seen == [attempt(number) for number in range(1, 121)] + [attempt(500)]


def test_every_of_an_empty_journal_is_empty(journal: Journal) -> None:
    assert list(journal.attempts.every()) == []


@pytest.mark.parametrize(
    ("spoil", "part"),
    [
        ("UPDATE attempt SET assessment = '{not json' WHERE id = '00000002-id'", "assessment"),
        ("UPDATE attempt SET assessment = '[1]' WHERE id = '00000002-id'", "assessment"),
        ("UPDATE snapshot SET question = '{}' WHERE ask = 'two'", "question"),
        ("UPDATE snapshot SET question = X'FF00' WHERE ask = 'two'", "question"),
    ],
)
def test_one_damaged_entry_is_named_and_the_rest_goes_on(
    journal: Journal, sql: Sql, spoil: str, part: str
) -> None:
    for number, ask in enumerate(("one", "two", "three"), 1):
        journal.attempts.add(attempt(number, ask=ask, rehearsal_id="r"))
        journal.attempts.record_assessment(f"{number:08d}-id", judged())
    sql(spoil)

    with pytest.raises(JournalError, match=f"00000002-id cannot be read.*{part}"):
        journal.attempts.get("00000002-id")
    assert [line.ask for line in journal.attempts.page()] == ["three", "two", "one"]
    told: list[JournalError] = []
    assert [a.id for a in journal.attempts.every(told.append)] == ["00000001-id", "00000003-id"]
    assert len(told) == 1
    all_of_them = journal.attempts.every()
    assert next(all_of_them).id == "00000001-id"
    with pytest.raises(JournalError):
        next(all_of_them)
