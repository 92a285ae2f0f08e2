"""The coach: what is on disk when, and what is found again after a kill."""

from pathlib import Path

import pytest

from interview_coach.coaching.coach import Coach
from interview_coach.coaching.rehearsal import Mode, Phase
from interview_coach.journal.faults import JournalError
from interview_coach.journal.journal import Journal
from interview_coach.scoring.assessment import Status, Verdict
from tests.unit.coaching.conftest import Time, planned

ANSWER = (
    "Last March at the Tulsa depot a pallet was leaning badly on the top rack. I stopped the truck, got down "
    "and restacked the boxes myself. In the end nothing fell and the load left on time."
)


def after_a_kill(journal: Journal, time: Time) -> Coach:
    """A new coach on the same file, as a new start of the app would have it."""
    return Coach(Journal.open(journal.path), time, now=time.now)


def test_an_answer_is_on_disk_before_it_is_scored(coach: Coach, journal: Journal, time: Time) -> None:
    rehearsal = coach.start(planned("a"), Mode.COACH, think=False)
    time.passes(33)
    attempt = coach.submit(rehearsal, ANSWER)
    kept = after_a_kill(journal, time).journal.attempts.get(attempt.id)
    assert kept is not None
    assert (kept.answer, kept.seconds, kept.assessment) == (ANSWER, 33, None)
    assert kept.question == planned("a")[0].question


def test_an_answer_that_cannot_be_saved_leaves_the_rehearsal_where_it_is(
    coach: Coach, journal: Journal
) -> None:
    rehearsal = coach.start(planned("a"), Mode.COACH, think=False)
    journal.close()
    with pytest.raises(JournalError):
        coach.submit(rehearsal, ANSWER)
    assert (rehearsal.phase, rehearsal.attempt_id) == (Phase.ANSWERING, None)


def test_scoring_is_kept_with_the_attempt(coach: Coach, journal: Journal, time: Time) -> None:
    rehearsal = coach.start(planned("a"), Mode.COACH, think=False)
    attempt = coach.assess(coach.submit(rehearsal, ANSWER))
    assert attempt.assessment is not None
    assert attempt.assessment.status is Status.SCORED
    assert after_a_kill(journal, time).journal.attempts.get(attempt.id) == attempt


def test_what_was_saved_and_never_scored_is_scored_at_the_next_start(
    coach: Coach, journal: Journal, time: Time
) -> None:
    attempt = coach.submit(coach.start(planned("a"), Mode.COACH, think=False), ANSWER)
    later = after_a_kill(journal, time)
    assert later.assess_left_over() == 1
    kept = later.journal.attempts.get(attempt.id)
    assert kept is not None
    assert kept.assessment is not None
    assert later.assess_left_over() == 0


def test_the_users_verdict_stands_at_once_and_can_be_taken_back(coach: Coach) -> None:
    rehearsal = coach.start(planned("a"), Mode.COACH, think=False)
    attempt = coach.assess(coach.submit(rehearsal, ANSWER))
    assert attempt.assessment is not None
    point = attempt.assessment.points[0]
    other = Verdict.MISSED if point.verdict is Verdict.FOUND else Verdict.FOUND

    overruled = coach.overrule(attempt.id, point.id, other)
    assert overruled.assessment is not None
    assert (overruled.assessment.points[0].standing, overruled.assessment.points[0].verdict) == (
        other,
        point.verdict,
    )
    assert overruled.assessment.score != attempt.assessment.score

    assert coach.overrule(attempt.id, point.id, None) == attempt


def test_a_draft_is_found_again_with_its_time(coach: Coach, journal: Journal, time: Time) -> None:
    rehearsal = coach.start(planned("a", "b"), Mode.COACH, think=False)
    time.passes(12)
    coach.keep_draft(rehearsal, "Last March")
    later = after_a_kill(journal, time)
    record = later.unfinished()
    assert record is not None
    again, draft = later.go_on(record)
    assert (draft, again.seconds, again.paused) == ("Last March", 12, True)


def test_an_emptied_draft_is_dropped(coach: Coach) -> None:
    rehearsal = coach.start(planned("a"), Mode.COACH, think=False)
    coach.keep_draft(rehearsal, "Last March")
    coach.keep_draft(rehearsal, "  \n")
    assert coach.draft(rehearsal) == ""


def test_a_submitted_answer_leaves_no_draft(coach: Coach) -> None:
    rehearsal = coach.start(planned("a"), Mode.COACH, think=False)
    coach.keep_draft(rehearsal, "Last March")
    coach.submit(rehearsal, ANSWER)
    assert coach.draft(rehearsal) == ""


def test_the_draft_of_a_skipped_question_waits_for_coming_back(coach: Coach) -> None:
    rehearsal = coach.start(planned("a", "b"), Mode.COACH, think=False)
    coach.keep_draft(rehearsal, "half an answer")
    coach.skip(rehearsal)
    assert coach.draft(rehearsal) == ""
    coach.submit(rehearsal, ANSWER)
    coach.next(rehearsal)
    assert coach.unfinished() is None
    coach.revisit(rehearsal, 0)
    assert coach.draft(rehearsal) == "half an answer"
    record = coach.unfinished()
    assert record is not None
    assert record.position == 0


def test_a_finished_rehearsal_is_not_offered_again(coach: Coach) -> None:
    rehearsal = coach.start(planned("a"), Mode.INTERVIEW, think=False)
    assert coach.unfinished() is not None
    coach.submit(rehearsal, ANSWER)
    assert coach.unfinished() is None


def test_a_rehearsal_given_up_keeps_its_answers(coach: Coach, journal: Journal) -> None:
    rehearsal = coach.start(planned("a", "b"), Mode.COACH, think=False)
    attempt = coach.submit(rehearsal, ANSWER)
    coach.give_up(rehearsal.id)
    assert coach.unfinished() is None
    assert journal.attempts.get(attempt.id) is not None


def test_going_on_after_feedback_shows_the_feedback(coach: Coach, journal: Journal, time: Time) -> None:
    rehearsal = coach.start(planned("a", "b"), Mode.COACH, think=False)
    attempt = coach.assess(coach.submit(rehearsal, ANSWER))
    later = after_a_kill(journal, time)
    record = later.unfinished()
    assert record is not None
    again, _ = later.go_on(record)
    assert (again.phase, again.position, again.attempt_id) == (Phase.ASSESSED, 0, attempt.id)


def test_the_attempt_before_is_the_last_one_at_the_same_question(coach: Coach, time: Time) -> None:
    attempts = []
    for _ in range(3):
        rehearsal = coach.start(planned("a"), Mode.INTERVIEW, think=False)
        attempts.append(coach.submit(rehearsal, ANSWER))
        time.passes(60)
    other = coach.submit(coach.start(planned("b"), Mode.INTERVIEW, think=False), ANSWER)
    assert coach.attempt_before(attempts[2]) == attempts[1]
    assert coach.attempt_before(attempts[0]) is None
    assert coach.attempt_before(other) is None


def test_attempts_come_by_position(coach: Coach) -> None:
    rehearsal = coach.start(planned("a", "b"), Mode.COACH, think=False)
    first = coach.submit(rehearsal, ANSWER)
    rehearsal.retry()
    second = coach.submit(rehearsal, ANSWER + " Again.")
    coach.next(rehearsal)
    by_position = coach.attempts_of(rehearsal)
    assert [a.id for a in by_position[0]] == [first.id, second.id]
    assert by_position[1] == []


def test_two_copies_of_the_app_keep_both_answers(journal: Journal, time: Time, tmp_path: Path) -> None:
    with Journal.open(journal.path) as second:
        one, two = Coach(journal, time), Coach(second, time)
        first = one.submit(one.start(planned("a"), Mode.COACH, think=False), ANSWER)
        other = two.submit(two.start(planned("b"), Mode.COACH, think=False), ANSWER)
        assert journal.attempts.get(other.id) is not None
        assert second.attempts.get(first.id) is not None
