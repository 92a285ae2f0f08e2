"""What must not change a score, and what must not raise it."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from interview_coach.banks.question import Point, Question
from interview_coach.scoring import semantic
from interview_coach.scoring.assessment import Assessment, Verdict
from interview_coach.scoring.checklist import CORE, SEMANTIC, assess
from tests.unit.scoring import examples
from tests.unit.scoring.examples import IMPROVED
from training import corpus

SCORERS = [
    CORE,
    pytest.param(
        SEMANTIC, marks=pytest.mark.skipif(not semantic.available(), reason="the encoder is not here")
    ),
]
ANSWERS = {
    "strong": examples.STRONG,
    "spoken": examples.SPOKEN,
    "team": examples.TEAM_ONLY,
    "vague": examples.VAGUE,
    "taken back": examples.TAKEN_BACK,
    "contempt": examples.CONTEMPT,
}
FILLERS = [s.text.rstrip(".!?") for s in corpus.sentences() if s.label == "filler"]
NEGATIONS = yaml.safe_load((Path(__file__).parent / "negations.yaml").read_text("utf-8"))


def judged(assessment: Assessment) -> list[tuple[str, Verdict, float]]:
    return [(p.id, p.verdict, p.confidence) for p in assessment.points]


def shouted(text: str) -> str:
    return text.upper()


def curled(text: str) -> str:
    return re.sub(r"(\w)'(\w)", r"\1’\2", text).replace('"', "”")


def hesitating(text: str) -> str:
    return re.sub(r"\b(and|because|then)\b", r"\1 um", text)


@pytest.mark.parametrize("by", SCORERS)
@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("change", [str.lower, shouted, curled, hesitating])
def test_how_it_is_written_changes_nothing(name: str, change, by: str) -> None:  # type: ignore[no-untyped-def]
    answer = ANSWERS[name]
    assert judged(assess(IMPROVED, change(answer), by=by)) == judged(assess(IMPROVED, answer, by=by))


@pytest.mark.parametrize("by", SCORERS)
def test_digits_and_words_for_numbers_are_alike(by: str) -> None:
    in_words = (
        "In March at the depot in Hull I timed twenty-five loads, found that forty percent waited over "
        "twelve minutes, moved the labels and cut it from one thousand two hundred minutes to three hundred."
    )
    in_digits = (
        "In March at the depot in Hull I timed 25 loads, found that 40% waited over 12 minutes, moved the "
        "labels and cut it from 1,200 minutes to 300."
    )
    assert judged(assess(IMPROVED, in_words, by=by)) == judged(assess(IMPROVED, in_digits, by=by))


@pytest.mark.parametrize("by", SCORERS)
@pytest.mark.parametrize("name", ANSWERS)
def test_the_order_of_the_points_changes_nothing(name: str, by: str) -> None:
    turned = replace(IMPROVED, checklist=IMPROVED.checklist[::-1])
    there = {p.id: (p.verdict, p.evidence) for p in assess(IMPROVED, ANSWERS[name], by=by).points}
    back = {p.id: (p.verdict, p.evidence) for p in assess(turned, ANSWERS[name], by=by).points}
    assert there == back


@pytest.mark.parametrize("by", SCORERS)
def test_talk_that_says_nothing_seldom_raises_the_score(by: str) -> None:
    """It should never; one labelled filler in six still does (`docs/scoring.md`)."""
    raised = tried = 0
    for answer in (examples.STRONG, examples.TEAM_ONLY, examples.TAKEN_BACK):
        score = assess(IMPROVED, answer, by=by).score or 0
        for filler in FILLERS[::4]:
            for longer in (f"{filler}. {answer}", f"{answer} {filler}."):
                tried += 1
                raised += (assess(IMPROVED, longer, by=by).score or 0) > score
    assert raised <= tried * 0.2


def credit(pair: dict[str, Any], answer: str, by: str) -> float:
    point = Point(
        "point", pair["point"], counts=tuple(pair["counts"]), does_not_count=tuple(pair["does_not_count"])
    )
    assessment = assess(Question("q", pair["ask"], (point,)), answer, by=by)
    return assessment.points[0].verdict.credit


def test_there_are_enough_pairs_and_none_twice() -> None:
    assert len(NEGATIONS) >= 100
    assert len({pair["yes"] for pair in NEGATIONS}) == len(NEGATIONS)


@pytest.mark.parametrize("by", SCORERS)
def test_a_denial_earns_less_than_the_claim(by: str) -> None:
    """Of 110 pairs seven earn more denied than claimed, which is seven too many (`docs/scoring.md`)."""
    earned = [(credit(pair, pair["yes"], by), credit(pair, pair["no"], by)) for pair in NEGATIONS]
    assert sum(claimed for claimed, _ in earned) > 1.3 * sum(denied for _, denied in earned)
    assert sum(denied > claimed for claimed, denied in earned) <= 0.1 * len(earned)
