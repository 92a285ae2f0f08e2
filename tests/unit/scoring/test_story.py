"""The answer as a story."""

from interview_coach.scoring.story import read
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


def test_talk_is_less_concrete_than_a_story() -> None:
    assert read(examples.VAGUE).concreteness < read(examples.SPOKEN).concreteness
    assert read("").concreteness == 0
