"""What is added to an answer changes the points that it undoes, and no other."""

import random
from pathlib import Path

import pytest

from interview_coach.banks.question import PointKind
from tests.unit.training.examples import MARKS, QUESTION, TEXT
from training import corpus
from training.additions import Adder, Addition, additions
from training.corpus import Answer, Mark

ANSWER = Answer(QUESTION, "strong", TEXT, "hand", "hand", {"first": MARKS}, number=3)


def added(*lines: Addition) -> Adder:
    return Adder(lines, random.Random(4))


def test_a_claim_taken_back_is_missed_and_the_rest_stays() -> None:
    adder = added(Addition("hand", "q", 3, undoes=True, points=("me",), text="Or rather Eve stopped it."))
    said = [adder.corrected(ANSWER) for _ in range(20)]
    places = {of.text.index("Or rather") for of in said if of}
    after = TEXT.index(" We lost") + 1
    assert places == {after, len(TEXT) + 1}
    for of in said:
        assert of is not None
        assert of.style == "takes_back"
        assert of.marks == MARKS | {"me": Mark(0)}
        assert ANSWER.marks == MARKS


def test_a_correction_that_takes_nothing_back_changes_nothing() -> None:
    adder = added(Addition("hand", "q", 3, undoes=False, points=("me",), text="At nine, not at ten."))
    of = adder.corrected(ANSWER)
    assert of is not None
    assert of.marks == MARKS
    assert of.style == "strong"


def test_a_remark_that_breaks_an_absence_point_is_its_evidence() -> None:
    adder = added(Addition("hand", "q", 0, undoes=True, points=("calm",), text="Typical of Bob."))
    of = adder.remarked(ANSWER)
    assert of is not None
    assert of.marks == MARKS | {"calm": Mark(0, "Typical of Bob.")}
    assert "Typical of Bob." in of.text


def test_no_line_is_known_of_other_answers() -> None:
    adder = added(Addition("hand", "q", 2, undoes=True, points=("me",), text="Or rather Eve stopped it."))
    assert adder.corrected(ANSWER) is None
    assert adder.remarked(ANSWER) is None


def test_a_file_with_another_line_is_refused(tmp_path: Path) -> None:
    (tmp_path / "hand").mkdir()
    (tmp_path / "hand" / "q.txt").write_text("3 * me | Eve did it.\n", "utf-8")
    with pytest.raises(ValueError, match="not an addition: 3"):
        additions(tmp_path)


def test_each_line_of_the_corpus_is_of_an_answer_and_its_points() -> None:
    answers = {(a.hand, a.question.id, a.number): a for a in corpus.answers() if a.hand == a.asked_by}
    questions = {(hand, of): a.question for (hand, of, _), a in answers.items()}
    for line in additions():
        assert line.hand not in corpus.TEST_HANDS
        points = {p.id: p.kind for p in questions[line.hand, line.question].checklist}
        for point in line.points:
            if line.number:
                assert answers[line.hand, line.question, line.number].marks[point].level, line
            else:
                assert points[point] is PointKind.ABSENCE, line
