"""The answer as a story."""

import pytest

from interview_coach.banks.question import Question
from interview_coach.scoring.story import read, wants_event
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
        ("We raised a total of 2,000 pounds", 1),
        ("In two thousand homes", 1),
        ("It was in two thousand and nineteen", 0),
        ("Errors fell to 1%", 1),
    ],
)
def test_years_are_no_figures(text: str, count: int) -> None:
    assert sum(clause.numbers for clause in read(text).clauses) == count


@pytest.mark.parametrize(
    ("text", "happened", "imagined", "denied"),
    [
        ("I'm a bit of a perfectionist", False, False, False),
        ("We keep it on the left", False, False, False),
        ("I asked if there was a spare pump", True, False, False),
        ("If I were you I would go", True, True, False),
        ("We haven't had a single accident since", True, False, False),
        ("The customer had no idea", True, False, False),
        ("I have no idea", False, False, True),
        ("I never measured it", True, False, True),
    ],
)
def test_what_a_clause_says_of_it(text: str, happened: bool, imagined: bool, denied: bool) -> None:
    (clause,) = read(text).clauses
    assert (clause.happened, clause.imagined, clause.denied) == (happened, imagined, denied)


@pytest.mark.parametrize(
    ("ask", "event"),
    [
        ("Tell me about a time you led.", True),
        ("Tell me about a mistake you made.", True),
        ("What is the biggest mistake you've made?", True),
        ("Give me an example of conflict.", True),
        ("What’s most important to you in a job?", False),
        ("What's most important to you in a job?", False),
        ("What makes a project successful?", False),
        ("How do you deal with three tasks at a time?", False),
    ],
)
def test_what_asks_for_an_event(ask: str, event: bool) -> None:
    assert wants_event(Question("q", ask, ())) is event


def test_talk_is_less_concrete_than_a_story() -> None:
    assert read(examples.VAGUE).concreteness < read(examples.SPOKEN).concreteness
    assert read("").concreteness == 0
