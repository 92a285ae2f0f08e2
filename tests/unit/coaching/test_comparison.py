"""Which points were gained and lost between two attempts."""

from dataclasses import replace

from interview_coach.coaching.comparison import Change, compare_points, same_question, score_change, tally
from interview_coach.scoring.assessment import Verdict
from tests.tui.kept_answers import answered
from tests.tui.rehearsing import FIRST, SECOND


def changes(before: str, after: str) -> list[Change]:
    points = compare_points(answered("old", verdicts=before), answered("new", verdicts=after))
    return [point.change for point in points]


def test_more_credit_is_gained_less_is_lost() -> None:
    assert changes("mmuf", "ufuu") == [Change.GAINED, Change.GAINED, Change.SAME, Change.LOST]


def test_the_users_own_verdict_is_what_counts() -> None:
    older, newer = answered("old", verdicts="mmmm"), answered("new", verdicts="mmmm")
    assert newer.assessment is not None
    newer = replace(newer, assessment=newer.assessment.overrule({"own": Verdict.FOUND}))
    assert [p.change for p in compare_points(older, newer)].index(Change.GAINED) == 1


def test_points_are_matched_by_id_in_the_newer_order_and_the_newer_words() -> None:
    first, *others = FIRST.checklist
    edited = replace(FIRST, checklist=(*others, replace(first, text="In other words")))
    points = compare_points(
        answered("old", verdicts="fmmm"), answered("new", question=edited, verdicts="mmmf")
    )
    assert [p.id for p in points] == ["own", "result", "number", "situation"]
    assert points[-1].text == "In other words"
    assert points[-1].change is Change.SAME


def test_points_of_one_checklist_only() -> None:
    shorter = replace(FIRST, checklist=FIRST.checklist[1:])
    full, short = answered("full"), answered("short", question=shorter, verdicts="mmm")
    assert {p.id: p.change for p in compare_points(full, short)}["situation"] is Change.GONE
    assert {p.id: p.change for p in compare_points(short, full)}["situation"] is Change.NEW


def test_an_answer_that_was_not_scored_gains_and_loses_nothing() -> None:
    assert changes("", "ffff") == [Change.UNSCORED] * 4
    assert score_change(answered("old", verdicts=""), answered("new")) is None


def test_different_questions_have_no_points_in_common() -> None:
    assert compare_points(answered("old"), answered("new", question=SECOND)) == ()
    assert not same_question(answered("old"), answered("new", bank_id="other"))


def test_the_difference_fits_the_rounded_scores() -> None:
    # 37.5 is shown as 38 and 62.5 as 62.
    assert score_change(answered("old", verdicts="fumm"), answered("new", verdicts="ffum")) == 62 - 38


def test_the_tally_leaves_out_what_did_not_occur() -> None:
    points = compare_points(answered("old", verdicts="mmmm"), answered("new", verdicts="ffmm"))
    assert tally(points) == "2 gained · 2 as before"
    assert tally(()) == ""
