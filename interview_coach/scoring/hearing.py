"""One answer heard to one question: what all judges of its points share."""

import re
from dataclasses import dataclass
from typing import Final

from interview_coach.banks.question import Question, QuestionType
from interview_coach.scoring.agents import Agent, Mood
from interview_coach.scoring.likeness import BROAD, PointModel, QuestionModel, ideas_of, prepare
from interview_coach.scoring.story import Clause, Story

_ASKS_FOR_EVENT: Final = re.compile(
    r"\b(a time|an? (situation|occasion|example|instance|moment|project|mistake|decision|goal)|when you|"
    r"have you ever|last time|what did you|how did you|did you|were you|you had to|"
    r"you have (had|led|made|done|been|worked|learned))\b"
)
_ASKS_TO_IMAGINE: Final = re.compile(r"\b(would you|imagine|suppose|if you were|you were to|what if)\b")
_ASKS_OTHERWISE: Final = re.compile(
    r"\b(yourself|why|where do you see|what (is|are|do|does)|how (do|are) you|do you|are you|what's|which|"
    r"who are)\b"
)


@dataclass(frozen=True, slots=True)
class Hearing:
    """The answer as a story, the prepared question, and what kind of answer the question wants."""

    question: Question
    model: QuestionModel
    story: Story
    wants_event: bool
    """Whether only something that really happened will do."""
    imagining: bool
    """Whether the question itself asks to imagine."""
    on_topic: float
    """0 (speaks of something else) to 1."""
    substance: float
    """How much the answer says that is particular, 0 to 1; for a wanted event, how much of one is told."""

    def reality(self, clause: Clause, model: PointModel) -> float:
        """Return how far the clause may count at all for the point, 0 to 1."""
        share = self._whose(clause, model) * self._whether(clause, model)
        if clause.keywords_only:
            share *= 0.25
        if clause.has("hedge"):
            share *= 0.9
        if clause.has("boast"):
            share *= 0.5
        if self._taken_back(clause):
            share *= 0.4
        return share

    def _whose(self, clause: Clause, model: PointModel) -> float:
        if self.wants_event and self.story.someone_elses:
            return 0.2
        others = clause.count(Agent.OTHER, Mood.PAST) + clause.count(Agent.TEAM, Mood.PAST)
        if others and not clause.own_deeds() and not model.allows_others:
            return 0.7
        return 1.0

    def _whether(self, clause: Clause, model: PointModel) -> float:
        share = 1.0
        if clause.imagined and not (self.imagining or model.allows_imagined):
            share *= 0.2
        if clause.denied and not model.allows_denial:
            share *= 0.45
        if not self.wants_event:
            return share
        if self.story.denies:
            share *= 0.2
        if self.story.imagined > 0.45 and not model.allows_imagined:
            share *= 0.4
        if not clause.happened and not model.allows_present:
            share *= 0.75
        if clause.has("habit") and not clause.happened:
            share *= 0.6
        return share

    def _taken_back(self, clause: Clause) -> bool:
        """Whether a later clause takes back what was said before it ("actually I didn't")."""
        return self.wants_event and clause.stretch.start < self.story.taken_back_before


def hear(question: Question, story: Story) -> Hearing:
    """Return what the judges of the points need of the answer."""
    model = prepare(question)
    wants_event, imagining = _wanted(question)
    return Hearing(
        question=question,
        model=model,
        story=story,
        wants_event=wants_event,
        imagining=imagining,
        on_topic=_on_topic(story, model),
        substance=story.concreteness if wants_event else _particulars(story),
    )


def _wanted(question: Question) -> tuple[bool, bool]:
    """Return (a real event is wanted, imagining is asked for).

    The wording settles it where the type is the default, which most banks leave.
    """
    ask = question.ask.lower()
    if question.type is QuestionType.SITUATIONAL or (
        _ASKS_TO_IMAGINE.search(ask) and not _ASKS_FOR_EVENT.search(ask)
    ):
        return False, True
    if question.type is not QuestionType.BEHAVIOURAL:
        return False, False
    return bool(_ASKS_FOR_EVENT.search(ask)) or not _ASKS_OTHERWISE.search(ask), False


def _on_topic(story: Story, model: QuestionModel) -> float:
    """Return 1 where what is asked about occurs, or too little is known of the topic; else less."""
    if not model.topic:
        return 1.0
    said: set[str] = {word.stem for word in story.words}
    for clause in story.clauses:
        said |= ideas_of(clause)
    ideas = {idea for point in model.points for idea in point.ideas} - BROAD
    met = len(ideas & said) / len(ideas) if ideas else 0.5
    if said & model.topic:
        return min(1.0, 0.85 + 0.6 * met)
    # The topic may go by words that the thesaurus lacks, so this is a hint and no proof.
    return min(1.0, 0.8 + 0.2 * met)


def _particulars(story: Story) -> float:
    """How particular an answer is that need not tell an event."""
    if not story.clauses:
        return 0.0
    told = [c for c in story.clauses if not c.keywords_only]
    rich = sum(c.concrete >= 3 for c in told) + 0.5 * sum(bool(c.names or c.numbers) for c in told)
    return min(1.0, 0.5 * rich / len(story.clauses) + 0.5 * min(1.0, rich / 4))
