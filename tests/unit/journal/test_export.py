import json

from interview_coach.journal import Journal
from interview_coach.journal.export import attempt_as_json
from interview_coach.scoring.assessment import Verdict, as_json
from tests.unit.journal.samples import attempt, judged


def test_an_attempt_is_exported_with_the_scorers_word_and_the_users_apart(journal: Journal) -> None:
    journal.attempts.add(attempt(rehearsal_id="r"))
    journal.attempts.record_assessment(attempt().id, judged())
    line = json.loads(
        json.dumps(attempt_as_json(journal.attempts.overrule(attempt().id, "result", Verdict.FOUND)))
    )
    assert line["id"] == attempt().id
    assert line["rehearsal"] == "r"
    assert line["answered_at"] == "2026-11-23T12:01:00.000005Z"
    assert line["answer"] == "Last March I refused."
    assert line["question"]["checklist"][0]["probe"] == "When was that?"
    assert line["score"] == 100.0
    assert line["overrules"] == {"result": "found"}
    assert line["assessment"] == as_json(judged())


def test_an_attempt_that_is_not_scored_yet_has_no_score() -> None:
    line = attempt_as_json(attempt())
    assert (line["score"], line["assessment"], line["overrules"]) == (None, None, {})
