"""Overruling teaches: which sentence, how long it is remembered, and that the next scoring is told of it."""

from dataclasses import replace

import pytest

from interview_coach.banks.question import Point, PointKind, Question
from interview_coach.coaching.coach import Coach
from interview_coach.coaching.rehearsal import Mode
from interview_coach.coaching.teaching import with_taught
from interview_coach.journal.faults import JournalError
from interview_coach.journal.journal import Journal
from interview_coach.journal.records import Attempt, PlannedQuestion, TaughtSentence
from interview_coach.scoring import checklist
from interview_coach.scoring.assessment import Assessment, Evidence, PointResult, Verdict, scored
from interview_coach.scoring.delivery import Delivery
from tests.unit.coaching.conftest import NOON, Time

ANSWER = "We were late.  Then\nI called the customer and it was fine. He thanked us."

QUESTION = Question(
    id="late",
    ask="Tell me about a time you were late.",
    checklist=(
        Point("told", "Tells the customer", counts=("I rang them.",), does_not_count=("They knew.",)),
        Point("result", "Says how it ended", PointKind.RESULT),
        Point("blame", "Blames nobody", PointKind.ABSENCE, does_not_count=("My boss forgot.",)),
    ),
)


class FakeScorer:
    """Quotes one stretch of the answer for the first point, and comes near nothing unless told to."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.near: str | None = None
        self.asked_nearest: list[tuple[Question, str, str]] = []

    def assess(self, question: Question, answer: str, **_: object) -> Assessment:
        """Return the first point found with evidence, the others missed without."""
        self.asked.append(question)
        quoted = span(answer, "Then\nI called the customer")
        return scored(
            tuple(
                PointResult(
                    point.id,
                    point.kind,
                    Verdict.MISSED if index else Verdict.FOUND,
                    0.8,
                    "Say more." if index else "",
                    evidence=None if index else quoted,
                )
                for index, point in enumerate(question.checklist)
            ),
            Delivery(words=len(answer.split()), target_seconds=120),
            "fake 1",
        )

    def nearest(self, question: Question, answer: str, point_id: str) -> Evidence | None:
        """Return where `near` stands, or None."""
        self.asked_nearest.append((question, answer, point_id))
        return None if self.near is None else span(answer, self.near)


def span(answer: str, text: str) -> Evidence:
    start = answer.index(text)
    return Evidence(start, start + len(text), text)


@pytest.fixture
def scorer(monkeypatch: pytest.MonkeyPatch) -> FakeScorer:
    fake = FakeScorer()
    monkeypatch.setattr(checklist, "assess", fake.assess)
    monkeypatch.setattr(checklist, "nearest", fake.nearest)
    return fake


@pytest.fixture
def attempt(coach: Coach, scorer: FakeScorer) -> Attempt:
    """An answer with its assessment by the fake."""
    return answered(coach)


def answered(coach: Coach, question: Question = QUESTION, bank_id: str = "bank") -> Attempt:
    planned = PlannedQuestion(bank_id, "A bank", "en", question)
    rehearsal = coach.start([planned], Mode.COACH, think=False)
    return coach.assess(coach.submit(rehearsal, ANSWER))


def sentences(journal: Journal) -> list[tuple[str, str, bool]]:
    return [(line.taught.point_id, line.taught.sentence, line.taught.counts) for line in journal.taught.all()]


# --- Which sentence -------------------------------------------------------------------------------


@pytest.mark.parametrize(("verdict", "counts"), [(Verdict.FOUND, True), (Verdict.MISSED, False)])
def test_the_words_shown_with_the_verdict_are_taught(
    coach: Coach, journal: Journal, scorer: FakeScorer, attempt: Attempt, verdict: Verdict, counts: bool
) -> None:
    changed = coach.overrule(attempt.id, "told", verdict)
    taught = TaughtSentence(
        "bank", "late", "told", attempt.id, "Then I called the customer", counts, coach.now()
    )
    assert coach.taught_by(changed) == {"told": taught}
    assert journal.taught.of_question("bank", "late") == [taught]
    assert scorer.asked_nearest == []


def test_without_words_shown_the_nearest_of_the_answer_are_taught(
    coach: Coach, journal: Journal, scorer: FakeScorer, attempt: Attempt
) -> None:
    scorer.near = "He thanked us"
    coach.overrule(attempt.id, "result", Verdict.FOUND)
    assert sentences(journal) == [("result", "He thanked us", True)]
    assert scorer.asked_nearest == [(QUESTION, ANSWER, "result")]


def test_without_any_sentence_nothing_is_taught(
    coach: Coach, journal: Journal, scorer: FakeScorer, attempt: Attempt
) -> None:
    changed = coach.overrule(attempt.id, "result", Verdict.FOUND)
    assert changed.overrules == {"result": Verdict.FOUND}
    assert coach.taught_by(changed) == {}
    assert sentences(journal) == []


@pytest.mark.parametrize("verdict", list(Verdict))
def test_nothing_is_taught_of_what_must_be_absent(
    coach: Coach, journal: Journal, scorer: FakeScorer, attempt: Attempt, verdict: Verdict
) -> None:
    scorer.near = "He thanked us"
    assert coach.overrule(attempt.id, "blame", verdict).overrules == {"blame": verdict}
    assert sentences(journal) == []


def test_nothing_is_taught_where_there_is_no_such_verdict(
    coach: Coach, journal: Journal, scorer: FakeScorer, attempt: Attempt
) -> None:
    scorer.near = "He thanked us"
    for attempt_id, point_id in ((attempt.id, "gone"), ("nobody", "told")):
        with pytest.raises(JournalError):
            coach.overrule(attempt_id, point_id, Verdict.FOUND)
    assert sentences(journal) == []


# --- How long -------------------------------------------------------------------------------------


def test_another_verdict_takes_the_place_of_what_was_taught(
    coach: Coach, journal: Journal, attempt: Attempt
) -> None:
    coach.overrule(attempt.id, "told", Verdict.FOUND)
    coach.overrule(attempt.id, "told", Verdict.MISSED)
    assert sentences(journal) == [("told", "Then I called the customer", False)]


@pytest.mark.parametrize("verdict", [Verdict.UNCLEAR, None])
def test_unclear_or_the_scorers_verdict_again_takes_it_back(
    coach: Coach, journal: Journal, attempt: Attempt, verdict: Verdict | None
) -> None:
    coach.overrule(attempt.id, "told", Verdict.FOUND)
    changed = coach.overrule(attempt.id, "told", verdict)
    assert sentences(journal) == []
    assert coach.taught_by(changed) == {}


def test_what_other_attempts_and_points_taught_stays(
    coach: Coach, journal: Journal, scorer: FakeScorer, attempt: Attempt, time: Time
) -> None:
    scorer.near = "He thanked us"
    other = answered(coach)
    time.passes(1)
    coach.overrule(attempt.id, "result", Verdict.MISSED)
    time.passes(1)
    coach.overrule(other.id, "told", Verdict.FOUND)
    coach.overrule(attempt.id, "told", Verdict.FOUND)
    coach.overrule(attempt.id, "told", None)
    assert sentences(journal) == [
        ("told", "Then I called the customer", True),
        ("result", "He thanked us", False),
    ]


# --- What it does ---------------------------------------------------------------------------------


def test_the_next_answer_is_scored_with_it_before_the_banks_own(
    coach: Coach, scorer: FakeScorer, attempt: Attempt
) -> None:
    coach.overrule(attempt.id, "told", Verdict.FOUND)
    again = answered(coach)
    told, *others = scorer.asked[-1].checklist
    assert told.counts == ("Then I called the customer", "I rang them.")
    assert told.does_not_count == ("They knew.",)
    assert tuple(others) == QUESTION.checklist[1:]
    # History keeps the bank's question.
    assert again.question == QUESTION

    coach.overrule(attempt.id, "told", Verdict.MISSED)
    answered(coach)
    told = scorer.asked[-1].checklist[0]
    assert told.counts == ("I rang them.",)
    assert told.does_not_count == ("Then I called the customer", "They knew.")

    coach.overrule(attempt.id, "told", None)
    answered(coach)
    assert scorer.asked[-1] == QUESTION


def test_it_is_of_this_question_of_this_bank_alone(
    coach: Coach, scorer: FakeScorer, attempt: Attempt
) -> None:
    coach.overrule(attempt.id, "told", Verdict.FOUND)
    for question, bank_id in ((replace(QUESTION, id="other"), "bank"), (QUESTION, "another")):
        answered(coach, question, bank_id)
        assert scorer.asked[-1] == question


def test_what_is_left_over_is_scored_with_it_too(coach: Coach, scorer: FakeScorer, attempt: Attempt) -> None:
    coach.overrule(attempt.id, "told", Verdict.FOUND)
    rehearsal = coach.start([PlannedQuestion("bank", "A bank", "en", QUESTION)], Mode.COACH, think=False)
    coach.submit(rehearsal, ANSWER)
    assert coach.assess_left_over() == 1
    assert scorer.asked[-1].checklist[0].counts[0] == "Then I called the customer"


# --- Joining --------------------------------------------------------------------------------------


def taught(sentence: str, *, counts: bool = True, point_id: str = "told") -> TaughtSentence:
    return TaughtSentence("bank", "late", point_id, "some attempt", sentence, counts, NOON)


def test_with_nothing_taught_the_question_is_as_it_was() -> None:
    assert with_taught(QUESTION, []) is QUESTION


def test_several_come_newest_first_each_once() -> None:
    joined = with_taught(QUESTION, [taught("I rang him."), taught("I wrote."), taught("I wrote")])
    assert joined.checklist[0].counts == ("I rang him.", "I wrote.", "I rang them.")


def test_of_one_sentence_taught_both_ways_the_newer_stands() -> None:
    told = with_taught(QUESTION, [taught("I wrote.", counts=False), taught("i  wrote")]).checklist[0]
    assert (told.counts, told.does_not_count) == (("I rang them.",), ("I wrote.", "They knew."))


def test_the_users_word_stands_over_the_same_sentence_in_the_bank() -> None:
    told = with_taught(QUESTION, [taught("They knew"), taught("I rang them", counts=False)]).checklist[0]
    assert (told.counts, told.does_not_count) == (("They knew",), ("I rang them",))


def test_of_a_point_that_is_gone_or_looks_for_an_absence_now_nothing_is_used() -> None:
    joined = with_taught(QUESTION, [taught("I wrote.", point_id="gone"), taught("No.", point_id="blame")])
    assert joined == QUESTION
