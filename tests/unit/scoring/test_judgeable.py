"""What is not scored, and the reason given."""

from dataclasses import replace

import pytest

from interview_coach.scoring.judgeable import MOST_WORDS, refusal
from interview_coach.scoring.words import words_of
from tests.unit.scoring import examples

QUESTION = examples.IMPROVED


def reason(answer: str, language: str = "en") -> str | None:
    return refusal(QUESTION, answer, words_of(answer), language)


@pytest.mark.parametrize(
    ("answer", "part"),
    [
        ("", "empty"),
        (" \n\t ", "empty"),
        ("🙂🙂 👍 !!!", "no words"),
        ("Hello", "has 1 word:"),
        ("I fixed the old pump", "has 5 words:"),
        ("blah " * 40, "repeats one word ('blah')"),
        ("I did it and then " * 30, "same few words"),
        ("asdf jkl qwer zxcv uiop hjkl vbnm asdfg qwert yuio", "No English sentences"),
        (
            "Ich habe letztes Jahr in einem Lager gewohnt und die Regale neu geordnet, das war nicht leicht.",
            "German",
        ),
        (
            "L'année dernière j'ai rangé le dépôt avec mon équipe et nous avons gagné une heure par jour.",
            "French",
        ),
        ("El año pasado ordené el almacén con un compañero y la empresa ganó una hora por día.", "Spanish"),
        ("Я работал на складе и навёл порядок на полках за одну неделю", "not in English"),
        ("去年我在仓库工作的时候重新整理了货架", "not in English"),
        ("Tell me about a time you improved something at work.", "reads the question back"),
        (
            "A time I improved something at work, tell me about a time you improved something.",
            "question back",
        ),
        ("word and another word then " * (MOST_WORDS // 5 + 1), "more than the 5,000"),
    ],
)
def test_refused_with_its_reason(answer: str, part: str) -> None:
    said = reason(answer)
    assert said is not None
    assert part in said


@pytest.mark.parametrize(
    "answer",
    [
        examples.STRONG,
        examples.SPOKEN,
        examples.STUFFED,
        examples.DENIED,
        examples.STRONG.replace("'", "’"),
        "Well, I improved something at work by painting the floor.",
        "I told him so and told her too, that was the time, and I told the others.",
    ],
)
def test_answers_are_judged(answer: str) -> None:
    assert reason(answer) is None


def test_a_short_answer_of_eight_words_is_judged() -> None:
    assert reason("I fixed the old pump at the farm") is None


@pytest.mark.parametrize("language", ["en", "en-GB", "EN_us", " en "])
def test_english_by_any_tag(language: str) -> None:
    assert reason(examples.STRONG, language) is None


def test_a_bank_in_another_language_is_not_scored() -> None:
    assert "can only score English" in (reason(examples.STRONG, "de") or "")


def test_the_sample_answer_is_no_answer() -> None:
    question = replace(QUESTION, sample=examples.STRONG)
    words = words_of(examples.STRONG.upper())
    assert "sample answer" in (refusal(question, examples.STRONG.upper(), words, "en") or "")
    assert refusal(question, examples.SPOKEN, words_of(examples.SPOKEN), "en") is None
