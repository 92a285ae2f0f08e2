"""The scorer as a whole: what earns a verdict, and what must hold for every text."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coach.banks.question import Point, PointKind, Question, QuestionType
from interview_coach.scoring.assessment import Assessment, PointResult, Status, Verdict
from interview_coach.scoring.checklist import CORE, assess, nearest, scorer
from tests.unit.scoring import examples
from tests.unit.scoring.examples import IMPROVED, PLANNED


def verdicts(answer: str, question: Question = IMPROVED) -> dict[str, str]:
    return {p.id: p.verdict.value for p in assess(question, answer).points}


def result(answer: str, point_id: str, question: Question = IMPROVED) -> PointResult:
    return next(p for p in assess(question, answer).points if p.id == point_id)


@pytest.mark.parametrize("answer", [examples.STRONG, examples.SPOKEN])
def test_a_real_own_story_earns_more_than_what_only_sounds_like_one(answer: str) -> None:
    score = assess(IMPROVED, answer).score or 0
    for empty in (
        examples.HYPOTHETICAL,
        examples.DENIED,
        examples.BOAST,
        examples.STUFFED,
        examples.VAGUE,
        examples.TAKEN_BACK,
    ):
        assert score >= 15 + (assess(IMPROVED, empty).score or 0)


@pytest.mark.parametrize(
    "answer",
    [examples.HYPOTHETICAL, examples.DENIED, examples.BOAST, examples.STUFFED],
    ids=["hypothetical", "denied", "boast", "stuffed"],
)
def test_what_did_not_happen_to_the_speaker_earns_nothing(answer: str) -> None:
    assessment = assess(IMPROVED, answer)
    assert assessment.score == 0
    assert {p.verdict for p in assessment.points if p.counted} == {Verdict.MISSED}


def test_a_story_of_the_team_misses_ownership_and_keeps_the_rest() -> None:
    by_core = assess(IMPROVED, examples.TEAM_ONLY, by=CORE).points
    assert {p.id: p.verdict for p in by_core}["ownership"] is Verdict.MISSED
    said = verdicts(examples.TEAM_ONLY)
    assert said["ownership"] != "found"
    assert said["situation"] == "found"
    assert "(3 times): say which part was yours" in result(examples.TEAM_ONLY, "ownership").advice


def test_a_vague_answer_is_nowhere_found() -> None:
    said = verdicts(examples.VAGUE)
    del said["absence"]
    assert "found" not in said.values()


def test_where_there_is_no_figure_none_is_found() -> None:
    said = result(examples.VAGUE, "number")
    assert said.verdict is not Verdict.FOUND
    assert "how much" in said.advice


def test_imagining_counts_where_the_question_asks_for_it_and_only_there() -> None:
    answer = (
        "I would stand right there and wave everybody round the oil until somebody brings cones, and I'd "
        "fetch the spill kit from the charging bay myself and put the granules down."
    )
    planned, imagined = assess(PLANNED, answer), assess(IMPROVED, examples.HYPOTHETICAL)
    assert planned.score is not None
    assert planned.score >= 50
    assert not planned.remark
    assert imagined.score == 0
    assert "what you would do" in imagined.remark


def test_the_evidence_is_the_clause_that_earned_it() -> None:
    shown = result(examples.STRONG, "situation").evidence
    assert shown is not None
    assert "bakery in Fife" in shown.text


def test_advice_ends_with_the_tip_of_the_point() -> None:
    assert result(examples.DENIED, "ownership").advice.endswith("Start with “I”.")


def test_every_verdict_but_found_has_advice() -> None:
    for answer in (
        examples.STRONG,
        examples.VAGUE,
        examples.TEAM_ONLY,
        examples.TAKEN_BACK,
        examples.CONTEMPT,
    ):
        for point in assess(IMPROVED, answer).points:
            assert bool(point.advice) == (point.verdict is not Verdict.FOUND)


@pytest.mark.parametrize("answer", ["", "Hello", "🙂 🙂", "pallet " * 60_000])
def test_what_cannot_be_judged_has_no_number(answer: str) -> None:
    assessment = assess(IMPROVED, answer)
    assert assessment.status is Status.NOT_SCORED
    assert assessment.reason
    assert (assessment.score, assessment.interval, assessment.points) == (None, None, ())
    assert assessment.delivery.words == len(answer.replace("🙂", "").split())


def test_pauses_alone_are_nothing_to_judge() -> None:
    answer = "um, uh er hmm um uh er hmm erm mm"
    assessment = assess(IMPROVED, answer)
    assert assessment.status is Status.NOT_SCORED
    assert assessment.reason == "There are no words in the answer."
    assert assessment.delivery.words == 10
    assert nearest(IMPROVED, answer, "situation") is None


def test_delivery_is_measured_beside_the_score() -> None:
    assessment = assess(IMPROVED, examples.SPOKEN, seconds=40, spoken=True)
    assert assessment.delivery.words_per_minute == pytest.approx(assessment.delivery.words * 1.5)
    assert assessment.delivery.target_seconds == IMPROVED.seconds
    assert assessment.scorer == scorer()
    assert assessment.score == assess(IMPROVED, examples.SPOKEN).score


def test_curly_apostrophes_change_nothing() -> None:
    assert verdicts(examples.DENIED.replace("'", "’")) == verdicts(examples.DENIED)


def test_the_same_answer_gets_the_same_score_in_every_process() -> None:
    """Sets are ordered by a hash that differs from process to process."""
    code = (
        "import json; from interview_coach.scoring.assessment import as_json;"
        "from interview_coach.scoring.checklist import assess; from tests.unit.scoring import examples as e;"
        "print(json.dumps([as_json(assess(e.IMPROVED, a)) for a in (e.STRONG, e.SPOKEN, e.VAGUE)]))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


# ---- whatever the text ----

_ODD = st.text(max_size=400)
_PIECES = """
    I we he my boss told rang would if never always last year in the end because learned 12% much better
    and . , ! idiot um like you know I’d Ana wasn't actually 🙂 [@click=x] communication result i
"""
_WORDLIKE = st.lists(st.sampled_from([*_PIECES.split(), "\n", "\x00", "\u202e"]), max_size=120).map(" ".join)
_ANSWERS = st.one_of(_ODD, _WORDLIKE)
_POINTS = st.builds(
    Point,
    id=st.text(min_size=1, max_size=5),
    text=st.text(max_size=40),
    kind=st.sampled_from(PointKind),
    weight=st.floats(min_value=0.01, max_value=100),
    counts=st.lists(_ANSWERS, max_size=2).map(tuple),
    does_not_count=st.lists(_ANSWERS, max_size=2).map(tuple),
    tip=st.none() | st.text(max_size=10),
)
_QUESTIONS = st.builds(
    Question,
    id=st.just("q"),
    ask=st.text(max_size=60),
    checklist=st.lists(_POINTS, min_size=1, max_size=8).map(tuple),
    type=st.sampled_from(QuestionType),
    sample=st.none() | _ANSWERS,
)


def check(assessment: Assessment, answer: str, question: Question) -> None:
    if assessment.status is Status.NOT_SCORED:
        assert assessment.reason
        assert (assessment.score, assessment.interval, assessment.points) == (None, None, ())
        return
    assert assessment.score is not None
    assert assessment.interval is not None
    low, high = assessment.interval
    assert 0 <= low <= assessment.score <= high <= 100
    assert [p.id for p in assessment.points] == [p.id for p in question.checklist]
    for point in assessment.points:
        assert 0 <= point.confidence <= 1
        if point.evidence is not None:
            assert 0 <= point.evidence.start < point.evidence.end <= len(answer)
            assert point.evidence.text == answer[point.evidence.start : point.evidence.end]


@settings(max_examples=150, deadline=None)
@given(answer=_ANSWERS)
def test_any_answer_is_judged_or_refused(answer: str) -> None:
    assessment = assess(IMPROVED, answer)
    check(assessment, answer, IMPROVED)
    assert assess(IMPROVED, answer) == assessment


@settings(max_examples=100, deadline=None)
@given(question=_QUESTIONS, answer=_ANSWERS, spoken=st.booleans(), seconds=st.none() | st.floats())
def test_any_question_can_be_asked(
    question: Question, answer: str, spoken: bool, seconds: float | None
) -> None:
    check(assess(question, answer, seconds=seconds, spoken=spoken), answer, question)


def test_a_hundred_points_and_the_longest_answer() -> None:
    many = tuple(replace(IMPROVED.checklist[n % 7], id=f"p{n}") for n in range(100))
    question = replace(IMPROVED, checklist=many)
    long = " ".join([examples.STRONG, examples.SPOKEN, examples.VAGUE] * 16)
    check(assess(question, long), long, question)
