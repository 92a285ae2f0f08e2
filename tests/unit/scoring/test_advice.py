"""Advice names the gap, and nothing in the answer contradicts it."""

import pytest

from interview_coach.banks.question import Point, PointKind
from interview_coach.scoring.advice import Adviser
from interview_coach.scoring.assessment import Evidence, Verdict
from interview_coach.scoring.core import core_model
from interview_coach.scoring.story import read
from interview_coach.scoring.telling import Telling
from interview_coach.scoring.tokens import tokens_of


def adviser(answer: str, telling: Telling = Telling.OWN, *, event: bool = True) -> Adviser:
    heard = core_model().listener.hear(read(answer), tokens_of(answer))
    return Adviser(answer, heard, telling, event)


def advice(answer: str, kind: PointKind, verdict: Verdict = Verdict.MISSED) -> str:
    return adviser(answer).advise(Point("p", "Says it", kind), verdict, None, None)


@pytest.mark.parametrize(
    ("kind", "told", "not_told"),
    [
        (PointKind.NUMBER, "I cut it from 50 minutes to 20 by hand.", "I cut it by hand and it helped us."),
        (PointKind.SITUATION, "Last March I rang the depot myself.", "I rang the depot about the boxes."),
        (PointKind.OWNERSHIP, "I rebuilt the rota for the whole team.", "The rota was full of holes then."),
    ],
)
def test_it_does_not_deny_what_stands_in_the_answer(kind: PointKind, told: str, not_told: str) -> None:
    assert advice(told, kind) != advice(not_told, kind)
    assert not advice(told, kind).startswith(("Nothing says", "There is no", "It is not told"))
    assert advice(not_told, kind).startswith(("Nothing says", "There is no", "It is not told"))


def test_a_touched_point_is_not_called_absent() -> None:
    said = advice("The rota was full of holes then.", PointKind.REFLECTION, Verdict.UNCLEAR)
    assert said.startswith("This is only touched on")


def test_an_absence_point_is_blamed_on_words_only_where_they_are_shown() -> None:
    answer = "They were all useless and I had to do it."
    shown = Evidence(0, 21, answer[:21])
    point = Point("p", "Blames nobody", PointKind.ABSENCE)
    of = adviser(answer)
    assert "“They were all useless”" in of.advise(point, Verdict.MISSED, None, shown)
    assert "“" not in of.advise(point, Verdict.MISSED, None, None)
    assert "could be heard" in of.advise(point, Verdict.UNCLEAR, None, shown)


def test_taking_back_is_said_only_of_points_that_were_touched() -> None:
    of = adviser("I rebuilt the rota. Well, Eve did.", Telling.TAKEN_BACK)
    point = Point("p", "Says what came of it", PointKind.RESULT)
    assert "took part of it back" not in of.advise(point, Verdict.MISSED, None, None)
    assert "took part of it back" in of.advise(point, Verdict.MISSED, of.heard.clauses[0], None)


def test_a_point_that_is_a_question_keeps_one_mark() -> None:
    said = adviser("I rebuilt the rota.").advise(Point("p", "Did it help?"), Verdict.MISSED, None, None)
    assert said.endswith("Wanted: Did it help.")


def test_we_counts_deeds_told_as_we() -> None:
    answer = "I noticed the leak. I said we had to stop the line. We worked until nine."
    assert "Every action" not in advice(answer, PointKind.OWNERSHIP)
    assert "(2 times)" in advice("We typed it all up and then we rang the shop.", PointKind.OWNERSHIP)
