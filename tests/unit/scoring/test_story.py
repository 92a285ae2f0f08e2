"""The answer as a story."""

import pytest

from interview_coach.scoring.story import read
from interview_coach.scoring.tokens import plain_words, tokens_of
from tests.unit.scoring import examples


def test_an_own_story_is_told_in_own_deeds() -> None:
    story = read(examples.STRONG)
    assert story.own >= 3
    assert not story.denies
    assert not story.someone_elses
    assert story.concreteness > 0.7


def test_a_story_about_somebody_else_is_recognised() -> None:
    assert read(examples.SOMEONE_ELSES).someone_elses
    assert not read(examples.TEAM_ONLY).someone_elses


def test_imagining_is_recognised() -> None:
    assert read(examples.HYPOTHETICAL).imagined > 0.9
    assert read(examples.STRONG).imagined == 0


def test_a_denial_holds_unless_a_story_follows() -> None:
    assert read(examples.DENIED).denies
    assert not read("I can't think of anything. Oh, one. " + examples.STRONG).denies


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("I started there in 2019", 0),
        ("It was June 2021 when I left", 0),
        ("It fell by 2,000 pounds", 1),
        ("Waste went from 20.5% to 19.9%", 2),
        ("We packed 1950 units", 1),
        ("That took twenty minutes", 1),
    ],
)
def test_years_are_no_figures(text: str, count: int) -> None:
    told = read(text, plain_words(tokens_of(text)))
    assert sum(clause.numbers for clause in told.clauses) == count


def test_talk_is_less_concrete_than_a_story() -> None:
    assert read(examples.VAGUE).concreteness < read(examples.SPOKEN).concreteness
    assert read("").concreteness == 0
