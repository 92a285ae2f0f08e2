"""The corpus holds what its page promises, and nothing of a test set."""

from collections import Counter

import pytest

from interview_coach.banks.question import PointKind
from interview_coach.scoring.listening import ROLES
from interview_coach.scoring.words import words_of
from training import checks, corpus
from training.additions import additions
from training.corpus import Answer


@pytest.fixture(scope="module")
def answers() -> list[Answer]:
    return corpus.answers()


def test_there_is_enough_of_it(answers: list[Answer]) -> None:
    fitted = [a for a in answers if a.marks and not a.for_testing]
    assert len({a.question.id for a in fitted}) >= 100
    assert sum(len(a.marks) for a in fitted) >= 20_000
    assert len({a.hand for a in fitted}) >= 10


def test_every_point_of_a_read_answer_has_a_mark_with_words_of_the_answer(answers: list[Answer]) -> None:
    for answer in answers:
        for marks in answer.readings.values():
            assert set(marks) == {p.id for p in answer.question.checklist}, answer.text[:60]
            for point in answer.question.checklist:
                mark = marks[point.id]
                assert mark.evidence in answer.text
                if mark.level == 2 and point.kind is not PointKind.ABSENCE:
                    assert mark.evidence, (answer.hand, answer.question.id, point.id)


def test_an_answer_to_another_question_has_a_mark_for_each_of_its_points(answers: list[Answer]) -> None:
    crossed = corpus.crossings(answers)
    assert len(crossed) >= 1000
    for answer in crossed:
        assert set(answer.marks) == {p.id for p in answer.question.checklist}
        assert all(mark.evidence in answer.text for mark in answer.marks.values())
        assert not answer.for_testing
    # Most neighbours are another matter, and some are not.
    assert {answer.style for answer in crossed} == {"other_question", corpus.CROSSED}


def test_a_tenth_is_read_twice_and_the_readers_agree() -> None:
    count, same, kappa = checks.agreement()
    assert count >= 0.1 * sum(len(a.marks) for a in corpus.answers())
    assert same > 0.9
    assert kappa > 0.9


def test_sentences_have_known_labels_and_a_third_is_as_a_recogniser_writes() -> None:
    sentences = corpus.sentences()
    assert {s.label for s in sentences} == set(ROLES)
    assert min(Counter(s.label for s in sentences).values()) >= 100
    as_heard = sum(s.text == s.text.lower() and not set(s.text) & set(".,!?") for s in sentences)
    assert as_heard > len(sentences) / 3


def test_triples_come_in_blocks_with_all_three_levels() -> None:
    levels: dict[tuple[str, int], set[int]] = {}
    for triple in corpus.triples():
        assert triple.ask
        assert triple.point
        assert words_of(triple.sentence)
        levels.setdefault((triple.hand, triple.block), set()).add(triple.level)
    assert len(levels) >= 250
    assert all(found == {0, 1, 2} for found in levels.values())


def test_no_sentence_is_another_with_a_word_changed() -> None:
    texts = [s.text for s in corpus.sentences()] + [line.text for line in additions()]
    texts += [t.sentence for t in corpus.triples()]
    assert checks.near_duplicates(texts) == []


def test_near_duplicates_are_found() -> None:
    a = "I moved the twelve pallets to the other bay before the lorry came in."
    b = "I moved the twenty pallets to the other bay before the lorry came in."
    assert checks.near_duplicates([a, "We had soup.", b]) == [(a, b)]


def test_nothing_is_shared_with_a_test_set() -> None:
    assert checks.shared_runs(checks.training_texts(), checks.test_texts()) == []


def test_shared_runs_are_found() -> None:
    said = "and so we took the boxes down to the yard before lunch"
    assert checks.shared_runs([f"Well, {said}!"], [said.upper()])
    assert not checks.shared_runs(["we took the boxes down"], [said])
