"""What is known of an answer's points goes with its words when the answer is cut or filled."""

import pytest

from interview_coach.banks.question import Point, Question
from tests.unit.training.examples import MARKS, QUESTION, TEXT
from training import corpus
from training.corpus import Answer, Mark, Sentence
from training.drills import drills
from training.speech import as_speech
from training.variants import Varier, units


def answer(style: str = "strong") -> Answer:
    return Answer(QUESTION, style, TEXT, "hand", "hand", {"first": MARKS})


def varier() -> Varier:
    asides = [
        Answer(
            Question("other", "?", ()), "rambling", "Our van broke down outside Leeds that week.", "h", "h"
        )
    ]
    return Varier([answer(), *asides], [Sentence("filler", "Well, that is a good question.", "h")], 1)


def test_units_are_the_sentences_in_order() -> None:
    assert units(TEXT)[0] == "The belt on line three had come off."
    assert " ".join(units(TEXT)) == TEXT


def test_a_content_point_is_lost_with_its_words_and_an_I_is_no_longer_known() -> None:
    cuts = [cut for _ in range(60) if (cut := VARIER.cut(answer())) is not None]
    lost = [c for c in cuts if "belt on line three" not in c.text.lower()]
    kept = [c for c in cuts if "belt on line three" in c.text.lower()]
    assert lost
    assert kept
    assert all(c.marks["what"] == Mark(0) for c in lost)
    assert all(c.marks["what"].level == 2 and c.marks["what"].evidence in c.text for c in kept)
    assert all("me" not in c.marks for c in cuts if "i stopped the line" not in c.text.lower())
    assert all(c.marks["calm"].level == 2 for c in cuts)


def test_told_by_we_nobody_knows_who_did_it() -> None:
    said = [of for _ in range(10) if (of := VARIER.by_team(answer())) is not None]
    assert len(said) == 10
    for of in said:
        assert "we stopped the line" in of.text.lower()
        assert " i " not in of.text.lower()
        # What of the content still counts is not known.
        assert of.marks == {"me": Mark(0)}


def test_what_nobody_claims_is_not_told_by_we() -> None:
    marks = {"me": Mark(0)}
    assert VARIER.by_team(Answer(QUESTION, "strong", TEXT, "hand", "hand", {"first": marks})) is None


def test_what_is_taken_back_is_not_cut() -> None:
    assert all(VARIER.cut(answer("takes_back")) is None for _ in range(20))


def test_talk_makes_no_difference_to_what_was_found() -> None:
    kept = 0
    for _ in range(40):
        filled = VARIER.filled(answer())
        assert len(filled.text) > len(as_speech(TEXT))
        for point, mark in answer().marks.items():
            if point in filled.marks:
                kept += 1
                assert filled.marks[point].level == mark.level
                assert filled.marks[point].evidence in filled.text
    assert kept > 60


def test_an_answer_to_another_question_makes_no_point_of_this_one() -> None:
    asked = Answer(
        Question("lift", "Which lifts did you refuse?", (Point("why", "Says why"), QUESTION.checklist[2])),
        "vague_short", "None that I know of.", "h", "h",
    )  # fmt: skip
    given = [astray for _ in range(9) if (astray := VARIER.astray(asked, [answer()]))]
    assert given
    for astray in given:
        assert astray.question is asked.question
        assert astray.marks == {"why": Mark(0)}
    assert VARIER.astray(answer(), [answer()]) is None
    assert VARIER.astray(asked, [answer("other_question")]) is None


VARIER = varier()


def test_the_same_seed_makes_the_same_variants() -> None:
    one, other = varier(), varier()
    assert [one.filled(answer()).text for _ in range(9)] == [other.filled(answer()).text for _ in range(9)]


def test_drills_hold_their_evidence_and_show_no_sentence_as_its_own_example() -> None:
    groups = drills(corpus.triples())
    assert len(groups) >= 500
    for group in groups:
        for small in group:
            (point,) = small.question.checklist
            mark = small.marks["point"]
            assert mark.evidence in small.text
            assert not any(example in small.text for example in (*point.counts, *point.does_not_count))


@pytest.mark.parametrize("number", range(3))
def test_hands_that_answered_the_same_questions_are_one_circle(number: int) -> None:
    circle = corpus.circles(corpus.answers())
    pairs = [("abbott", "castellano"), ("inskip", "nowak"), ("dyer", "larkin")]
    one, other = pairs[number]
    assert circle[one] == circle[other]
    assert len(set(circle.values())) >= 5
