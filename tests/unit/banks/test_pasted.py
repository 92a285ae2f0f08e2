"""Questions out of pasted lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.banks.pasted import MAX_LENGTH, questions_from_text
from interview_coach.banks.question import Bank, QuestionType
from interview_coach.banks.reader import parse_bank
from interview_coach.banks.standard import standard_checklist
from interview_coach.banks.writer import bank_to_yaml
from interview_coach.errors import CoachError


def asks(text: str) -> list[str]:
    return [question.ask for question in questions_from_text(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Why us?",
        "  Why   us?\t",
        "- Why us?",
        "* Why us?",
        "• Why us?",
        "– Why us?",
        "1. Why us?",
        "1) Why us?",
        "(12) Why us?",
        "12: Why us?",
        "a) Why us?",
        "Q3. Why us?",
        "Question 3: Why us?",
        "Q: Why us?",
        "[ ] Why us?",
        "- [x] Why us?",
        "> - 1. Why us?",
        '"Why us?"',
        "“Why us?”",
        "„Why us?“",
        "« Why us? »",
        "'Why us?'",
        "- **Why us?**",
        '1. "Why us?"',
        "\ufeffWhy us?",
    ],
)
def test_what_stands_around_a_question_is_dropped(line: str) -> None:
    assert asks(line) == ["Why us?"]


@pytest.mark.parametrize(
    "ask",
    [
        "5S: what is it?",
        "3.5 tonnes: what may you drive?",
        "24/7 cover: how do you plan it?",
        "A customer shouts. What do you do?",
        'What does "first in, first out" mean?',
        '"Safety first": what does that mean to "you"',
        "Qualifications: which do you have?",
        "Question everything: is that good advice?",
        "I.e. or e.g.: which is which?",
        "…and then?",
    ],
)
def test_what_belongs_to_a_question_is_kept(ask: str) -> None:
    assert asks(ask) == [ask]


def test_headings_blanks_lines_without_words_and_repetitions_are_left_out() -> None:
    text = "# Round one\n\nBehavioural questions:\n---\n1.\nWhy us?\r\n\n2) why us\nWhy me?\n"
    assert asks(text) == ["Why us?", "Why me?"]


def test_a_question_gets_what_its_wording_suggests() -> None:
    (question,) = questions_from_text("Tell me about a time you spotted a hazard.")
    assert question.id == "spotted-a-hazard"
    assert question.type is QuestionType.BEHAVIOURAL
    assert question.competency == "safety"
    assert question.checklist == standard_checklist(QuestionType.BEHAVIOURAL)


def test_ids_are_unique() -> None:
    questions = questions_from_text(
        "为什么？\n怎么？\nTell me about a time you failed.\nGive an example when you failed."
    )
    assert [question.id for question in questions] == ["question", "question-2", "failed", "failed-2"]


@pytest.mark.parametrize("text", ["", " \n\t\n", "---\n***\n", "# Heading\n"])
def test_no_question_is_no_error(text: str) -> None:
    assert questions_from_text(text) == ()


def test_fifty_are_taken_and_more_are_refused_whole() -> None:
    lines = [f"What is number {n}?" for n in range(51)]
    assert len(questions_from_text("\n".join(lines[:50]))) == 50
    with pytest.raises(CoachError) as caught:
        questions_from_text("\n".join(lines))
    assert (caught.value.message, caught.value.hint) == (
        "These are 51 questions.",
        "Paste at most 50 at a time.",
    )


def test_a_paragraph_is_refused_with_its_line() -> None:
    assert len(questions_from_text("w" * MAX_LENGTH)) == 1
    with pytest.raises(CoachError, match="Line 3 is 501 characters long"):
        questions_from_text("Why?\n\n" + "w" * (MAX_LENGTH + 1))


@given(st.text(alphabet=st.sampled_from("ab1 \n-*.)('\"“”:#?Q[]x🙂é\0\x1b\u2028"), max_size=80))
def test_whatever_is_pasted_makes_a_bank_that_can_be_kept(text: str) -> None:
    questions = questions_from_text(text)
    if questions:
        bank = Bank("pasted", questions, title="Pasted!")
        assert parse_bank(bank_to_yaml(bank).encode(), "b.yaml") == bank
