"""What a question wants, by its type and by its wording."""

from dataclasses import replace

import pytest

from interview_coach.banks.question import QuestionType
from interview_coach.scoring.hearing import hear
from interview_coach.scoring.story import read
from tests.unit.scoring import examples


@pytest.mark.parametrize(
    ("ask", "kind", "wants_event", "imagining"),
    [
        ("Tell me about a time you failed.", QuestionType.BEHAVIOURAL, True, False),
        ("Why do you want this job?", QuestionType.BEHAVIOURAL, False, False),
        ("Tell me about yourself.", QuestionType.BEHAVIOURAL, False, False),
        ("What would you do if a guest fell?", QuestionType.BEHAVIOURAL, False, True),
        ("Describe a conflict and what you would do differently.", QuestionType.SITUATIONAL, False, True),
        ("Give me an example of a plan, and what would you change?", QuestionType.BEHAVIOURAL, True, False),
        ("How do you check a forklift?", QuestionType.TECHNICAL, False, False),
        ("Tell me about a time you failed.", QuestionType.STRENGTHS, False, False),
    ],
)
def test_what_is_wanted(ask: str, kind: QuestionType, wants_event: bool, imagining: bool) -> None:
    heard = hear(replace(examples.IMPROVED, ask=ask, type=kind), read(examples.STRONG))
    assert (heard.wants_event, heard.imagining) == (wants_event, imagining)


def test_an_answer_about_something_else_is_off_topic() -> None:
    question = replace(examples.IMPROVED, ask="Tell me about a time you calmed an upset customer.")
    angry = read("A customer came in furious about a late parcel and I let her talk.")
    band = read("I grew up in Leeds and I play the trumpet in a band.")
    assert hear(question, band).on_topic < hear(question, angry).on_topic <= 1
