"""A rehearsal in retrospect."""

from interview_coach.banks.question import PointKind
from interview_coach.coaching.summary import KIND_NAMES, summarise
from interview_coach.journal.records import Attempt
from interview_coach.scoring.assessment import PointResult, Verdict, not_scored, scored
from interview_coach.scoring.delivery import Delivery
from tests.unit.coaching.conftest import NOON, planned

PLAN = planned("a", "b", "c")
DELIVERY = Delivery(words=20, target_seconds=120)


def attempt(position: int, *verdicts: Verdict) -> Attempt:
    question = PLAN[position].question
    points = tuple(
        PointResult(p.id, p.kind, v, 0.8, "") for p, v in zip(question.checklist, verdicts, strict=False)
    )
    assessment = scored(points, DELIVERY, "t") if points else not_scored("Too short.", DELIVERY, "t")
    return Attempt("i", "r", "bank", "A bank", "en", question, NOON, "…", 10, assessment=assessment)


FOUND, UNCLEAR, MISSED = Verdict.FOUND, Verdict.UNCLEAR, Verdict.MISSED


def test_the_last_attempt_of_each_question_counts() -> None:
    summary = summarise(
        PLAN, {0: [attempt(0, MISSED, MISSED, MISSED), attempt(0, FOUND, FOUND, FOUND)], 1: []}
    )
    assert summary.mean == 100
    assert summary.answered == 1
    assert summary.missed == ()
    assert [len(line.attempts) for line in summary.lines] == [2, 0, 0]


def test_points_not_found_most_often_come_first_with_how_often_they_were_asked() -> None:
    summary = summarise(
        PLAN, {0: [attempt(0, FOUND, UNCLEAR, MISSED)], 1: [attempt(1, FOUND, FOUND, MISSED)]}
    )
    result, own = KIND_NAMES[PointKind.RESULT], KIND_NAMES[PointKind.OWNERSHIP]
    assert summary.missed == ((result, 2, 2), (own, 1, 2))


def test_what_was_not_scored_is_answered_and_has_no_part_in_the_mean() -> None:
    summary = summarise(PLAN, {0: [attempt(0)], 1: [attempt(1, FOUND, FOUND, FOUND)]})
    assert (summary.answered, summary.mean) == (2, 100)


def test_nothing_answered() -> None:
    summary = summarise(PLAN, {})
    assert (summary.answered, summary.mean, summary.missed) == (0, None, ())
