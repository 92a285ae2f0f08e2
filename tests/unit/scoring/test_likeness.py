"""Likeness to a point's examples."""

from dataclasses import replace

from interview_coach.scoring.likeness import idea_share, ideas_of, likeness, prepare, terms
from interview_coach.scoring.story import read
from tests.unit.scoring.examples import IMPROVED

OTHERS = 2
"""The place of the point about bringing others along."""


def like(text: str, *, against: bool = False) -> float:
    model = prepare(IMPROVED)
    examples = model.points[OTHERS].does_not_count if against else model.points[OTHERS].counts
    (clause, *_) = read(text).clauses
    return likeness(terms(clause.words, ideas_of(clause)), examples, model.weights)


def test_a_paraphrase_is_nearer_than_another_matter() -> None:
    assert like("I showed every volunteer how it worked") > 0.4
    assert like("I showed every volunteer how it worked") > like("the lorry left at nine from Dover")


def test_an_example_itself_is_as_near_as_can_be() -> None:
    assert abs(like("I showed each person how it worked") - 1) < 1e-9


def test_what_does_not_count_is_near_its_own_examples() -> None:
    assert like("everyone was fine with it", against=True) > like("everyone was fine with it")


def test_ideas_meet_where_no_word_is_shared() -> None:
    (clause,) = read("I persuaded them over a coffee").clauses
    assert idea_share(ideas_of(clause), prepare(IMPROVED).points[OTHERS]) > 0


def test_a_point_without_examples_has_a_model() -> None:
    bare = replace(IMPROVED.checklist[OTHERS], counts=(), does_not_count=())
    model = prepare(replace(IMPROVED, checklist=(bare,))).points[0]
    assert model.counts == ()
    assert likeness(frozenset({"show"}), model.counts, {}) == 0


def test_a_bank_with_endless_examples_is_cut_short() -> None:
    endless = replace(IMPROVED.checklist[OTHERS], counts=("I showed them. " * 1000,) * 1000)
    model = prepare(replace(IMPROVED, checklist=(endless,))).points[0]
    assert len(model.counts) == 50
