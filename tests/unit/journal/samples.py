"""Attempts, rehearsals and assessments to keep."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from interview_coach.banks.question import Point, PointKind, Question, QuestionType
from interview_coach.journal.records import Attempt, Draft, PlannedQuestion, RehearsalRecord
from interview_coach.scoring.assessment import Assessment, Evidence, PointResult, Verdict, not_scored, scored
from interview_coach.scoring.delivery import Delivery

NOON = datetime(2026, 11, 23, 12, 0, 0, 5, tzinfo=UTC)

QUESTION = Question(
    id="unsafe-request",
    ask="Tell me about something unsafe.",
    checklist=(
        Point(
            "situation", "Names an occasion", PointKind.SITUATION, probe="When was that?", tip="Begin there."
        ),
        Point("result", "Says how it ended", PointKind.RESULT, 3.0, counts=("We restacked it.",)),
    ),
    type=QuestionType.SITUATIONAL,
    competency="safety",
    seconds=90,
    think=10,
    sample="Last March …",
)


def attempt(
    number: int = 1,
    *,
    question_id: str = QUESTION.id,
    competency: str = QUESTION.competency,
    bank_id: str = "warehouse",
    answer: str = "Last March I refused.",
    rehearsal_id: str | None = None,
    ask: str = QUESTION.ask,
) -> Attempt:
    """Return attempt `number`, given so many minutes after noon."""
    return Attempt(
        id=f"{number:08d}-id",
        rehearsal_id=rehearsal_id,
        bank_id=bank_id,
        bank_title="Warehouse",
        language="en",
        question=replace(QUESTION, id=question_id, competency=competency, ask=ask),
        answered_at=NOON + timedelta(minutes=number),
        answer=answer,
        seconds=31.5,
    )


def judged(situation: Verdict = Verdict.FOUND, result: Verdict = Verdict.MISSED) -> Assessment:
    """Return an assessment of QUESTION with those verdicts: the second point weighs three quarters."""
    return scored(
        (
            PointResult(
                "situation",
                PointKind.SITUATION,
                situation,
                0.9,
                "",
                evidence=Evidence(0, 10, "Last March"),
            ),
            PointResult("result", PointKind.RESULT, result, 0.8, "Say how it ended.", weight=3.0),
        ),
        Delivery(words=4, target_seconds=90, fillers={"um": 1}),
        "rough 1",
    )


def unjudged() -> Assessment:
    return not_scored("Too short to judge.", Delivery(words=1, target_seconds=90), "rough 1")


def planned(question_id: str = QUESTION.id) -> PlannedQuestion:
    return PlannedQuestion("warehouse", "Warehouse", "en", replace(QUESTION, id=question_id))


def rehearsal(number: int = 1) -> RehearsalRecord:
    return RehearsalRecord(
        id=f"rehearsal-{number}",
        started_at=NOON + timedelta(hours=number),
        mode="coach",
        think=True,
        questions=(planned("first"), planned("second"), planned("first")),
        position=0,
    )


def draft(text: str = "Last Mar", *, rehearsal_id: str = "rehearsal-1", position: int = 0) -> Draft:
    return Draft(rehearsal_id, position, text, 12.5, NOON)
