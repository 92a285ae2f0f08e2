"""An answer as a story: what each clause says, whose story it is, and whether it happened."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from interview_coach.banks.question import Question, QuestionType
from interview_coach.scoring.agents import (
    SAME_IN_BOTH,
    STATES,
    VAGUE_DEEDS,
    Agent,
    Deed,
    Mood,
    deeds,
    last_subject,
)
from interview_coach.scoring.cues import phrases
from interview_coach.scoring.numerals import BEFORE_YEARS
from interview_coach.scoring.phrases import Mark
from interview_coach.scoring.punctuation import smoothed
from interview_coach.scoring.sentences import Stretch, clauses
from interview_coach.scoring.tokens import plain_words, tokens_of
from interview_coach.scoring.words import APOSTROPHES, Word, is_concrete, is_past, listed

_NUMBERS: Final = listed(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    million half third quarter dozen twice double zero none halved doubled tripled
    """
)


_WAS: Final = frozenset({"was", "were", "had", "did", "wasn't", "weren't"})


_BEFORE_NOUNS: Final = listed("a an the my your his her its our their")


def _is_plainly_past(words: Sequence[Word], place: int) -> bool:
    """Whether the word is past, no present form too ("put"), and no noun ("a bit", "the left")."""
    word = words[place].text
    named = place > 0 and words[place - 1].text in _BEFORE_NOUNS
    return is_past(word) and word not in SAME_IN_BOTH and not named


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause with everything a judge looks at."""

    stretch: Stretch
    marks: tuple[Mark, ...]
    deeds: tuple[Deed, ...]
    concrete: int
    """How many words say something particular."""
    numbers: int
    position: float
    """Where in the answer it stands, 0 (start) to 1 (end)."""
    families: frozenset[str] = field(default_factory=frozenset)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the clause."""
        return self.stretch.words

    def has(self, *families: str) -> bool:
        """Whether a phrase of one of the families occurs."""
        return not self.families.isdisjoint(families)

    def count(self, agent: Agent, mood: Mood) -> int:
        """How many deeds are told of `agent` in that mood."""
        return sum(1 for deed in self.deeds if deed.agent is agent and deed.mood is mood)

    def own_deeds(self) -> list[Deed]:
        """What the speaker says to have done, states of mind and perceptions left out."""
        return [
            d for d in self.deeds if d.agent is Agent.OWN and d.mood is Mood.PAST and d.verb not in STATES
        ]

    @property
    def happened(self) -> bool:
        """Whether the clause tells something as past."""
        if any(deed.mood is Mood.PAST for deed in self.deeds):
            return True
        # "The labels were wrong", "there was a queue": past without an agent.
        modal = any(deed.mood is Mood.IMAGINED for deed in self.deeds)
        words = self.words
        return not modal and any(
            word.text in _WAS or _is_plainly_past(words, place) for place, word in enumerate(words)
        )

    @property
    def imagined(self) -> bool:
        """Whether the clause only imagines."""
        modal = any(deed.mood is Mood.IMAGINED for deed in self.deeds)
        return (modal and not self.happened) or self.has("imagined")

    @property
    def denied(self) -> bool:
        """Whether the clause says that something was not done or did not happen."""
        if not _ONCE_MORE.isdisjoint(word.text for word in self.words):
            return False  # "it hasn't happened since" is a result
        return self.has("denial", "nothing_done") or any(
            d.mood is Mood.DENIED and d.agent is not Agent.OTHER for d in self.deeds
        )

    @property
    def keywords_only(self) -> bool:
        """Whether the clause names virtues instead of telling anything."""
        named = {mark.first for mark in self.marks if mark.family == "buzz"}
        if not named:
            return False
        return len(named) >= 2 or (self.concrete - len(named) <= 1 and not self.numbers)


@dataclass(frozen=True, slots=True)
class Story:
    """The whole answer, read once."""

    clauses: tuple[Clause, ...]
    deeds: Counter[tuple[Agent, Mood]]
    imagined: float
    """Share of the clauses that only imagine, 0 to 1."""
    someone_elses: bool
    """Whether the deeds told are nearly all another person's."""
    denies: bool
    """Whether the speaker says there is no such event to tell."""
    concreteness: float
    """How particular the answer is, 0 (talk) to 1 (a real event, told)."""

    @property
    def own(self) -> int:
        """How many real deeds of the speaker are told."""
        return sum(len(clause.own_deeds()) for clause in self.clauses)

    @property
    def team(self) -> int:
        """How many deeds are told of "we", states of mind and perceptions left out."""
        return sum(
            deed.agent is Agent.TEAM and deed.mood is Mood.PAST and deed.verb not in STATES
            for clause in self.clauses
            for deed in clause.deeds
        )


def read(answer: str, words: list[Word] | None = None) -> Story:
    """Return the story of `answer`; `words` are its plain words, where the caller already has them."""
    # Told from plain words: capitals, "um" and the way numbers are written must change nothing.
    return story_of(_clauses(smoothed(answer), plain_words(tokens_of(answer)) if words is None else words))


def story_of(clauses: Sequence[Clause]) -> Story:
    """Return the story that the clauses tell, each placed among those that are there."""
    last = max(len(clauses) - 1, 1)
    told = tuple(replace(clause, position=number / last) for number, clause in enumerate(clauses))
    counts = Counter((deed.agent, deed.mood) for clause in told for deed in clause.deeds)
    return Story(
        clauses=told,
        deeds=counts,
        imagined=sum(clause.imagined for clause in told) / max(len(told), 1),
        someone_elses=_is_someone_elses(told, counts),
        denies=_denies(told),
        concreteness=_concreteness(told),
    )


def _clauses(answer: str, words: list[Word]) -> list[Clause]:
    stretches = clauses(answer, words)
    told: list[Clause] = []
    carried: Agent | None = None
    sentence = -1
    for stretch in stretches:
        if stretch.sentence != sentence:
            carried, sentence = None, stretch.sentence
        told.append(_clause(answer, stretch, carried))
        carried = last_subject(stretch.words, carried)
    return told


def _clause(answer: str, stretch: Stretch, carried: Agent | None) -> Clause:
    words = stretch.words
    marks = tuple(mark for mark in phrases().find(words) if _is_meant(words, mark))
    paused = [n for n in range(1, len(words)) if "," in answer[words[n - 1].end : words[n].start]]
    return Clause(
        stretch=stretch,
        marks=marks,
        deeds=tuple(deeds(words, carried, paused)),
        concrete=sum(map(is_concrete, words)),
        numbers=sum(is_number(words, place) for place in range(len(words))),
        position=0.0,
        families=frozenset(mark.family for mark in marks),
    )


_ASKING: Final = frozenset({"ask", "see", "check", "know", "wonder"})
_CLUELESS: Final = listed("he she they customer client manager boss colleague who had")
"""After these, "no idea" is none of the speaker's now."""
_ONCE_MORE: Final = frozenset({"since", "again", "anymore"})


def _is_meant(words: Sequence[Word], mark: Mark) -> bool:
    """Whether the phrase means here what its family says.

    "I asked if there was a pump" imagines nothing, and "we haven't had one since" denies no example.
    """
    said = [word.text for word in words]
    first = mark.first
    if mark.family == "imagined" and said[first] == "if":
        before = words[max(first - 2, 0) : first]
        return not any(word.stem in _ASKING for word in before)
    if mark.family == "denial":
        if said[first : first + 2] == ["no", "idea"]:
            return not _CLUELESS.intersection(said[:first])
        return _ONCE_MORE.isdisjoint(said[first:])
    return True


def is_number(words: Sequence[Word], place: int) -> bool:
    """Whether the word is a number other than a year ("in 2019"; not "of 2,000", "20.5" or "1950 units")."""
    word = words[place]
    text = word.text
    if not text[0].isdigit():
        percent = place + 1 < len(words) and words[place + 1].text == "percent"
        return text in _NUMBERS or (text == "one" and percent)
    like_a_year = len(text) == 4 and text.isdigit() and text.startswith(("19", "20"))
    # As a year nobody writes "2,000", nor says "two thousand" without more.
    spelled = word.end - word.start
    written = spelled == 4 or (spelled > 5 and not text.endswith("00"))
    return not (like_a_year and written and place > 0 and words[place - 1].text in BEFORE_YEARS)


def _is_someone_elses(told: Sequence[Clause], counts: Counter[tuple[Agent, Mood]]) -> bool:
    ours = sum(len(clause.own_deeds()) for clause in told) + counts[Agent.TEAM, Mood.PAST]
    others = counts[Agent.OTHER, Mood.PAST]
    return others >= 3 and others >= 4 * ours


def _denies(told: Sequence[Clause]) -> bool:
    """A denial settles it unless real deeds follow ("I can't think of … oh, one: last May I …")."""
    if not any(clause.has("denial") for clause in told):
        return False
    return sum(len(_firm(clause)) + clause.count(Agent.TEAM, Mood.PAST) for clause in told) < 4


def _firm(clause: Clause) -> list[Deed]:
    return [] if clause.imagined else [d for d in clause.own_deeds() if d.verb not in VAGUE_DEEDS]


def _concreteness(told: Sequence[Clause]) -> float:
    happened = [c for c in told if c.happened and not c.imagined and not c.keywords_only]
    if not happened:
        return 0.0
    deeds_told = sum(min(len(_firm(c)), 2) for c in happened if c.concrete)
    particulars = sum(min(c.concrete, 4) / 4 + 0.5 * bool(c.numbers) + 0.5 * c.has("when") for c in happened)
    share = len(happened) / len(told)
    return min(1.0, 0.4 * min(1.0, deeds_told / 3) + 0.35 * min(1.0, particulars / 5) + 0.25 * share)


_ASKS_FOR_EVENT: Final = re.compile(
    r"\b((?<!\bat )a time|an? (\w+ )?(occasion|example|instance)|"
    r"an? (\w+ )?(situation|moment|project|mistake|decision|goal) (that |where |when |which |in which )?you|"
    r"have you ever|last time|what did you|how did you|did you|were you|you had to|"
    r"you('ve| have) (had|led|made|done|been|worked|learned))\b"
)
_ASKS_TO_IMAGINE: Final = re.compile(r"\b(would you|imagine|suppose|if you were|you were to|what if)\b")
_ASKS_OTHERWISE: Final = re.compile(
    r"\b(yourself|why|where do you see|what (is|are|do|does|makes|motivates)|how (do|are) you|do you|are you|"
    r"what's|which|who are)\b"
)


def wants_event(question: Question) -> bool:
    """Return whether only something that really happened will do.

    The wording settles it where the type is the default, which most banks leave.
    """
    ask = " ".join(question.ask.translate(APOSTROPHES).lower().split())
    if question.type is not QuestionType.BEHAVIOURAL:
        return False
    if _ASKS_FOR_EVENT.search(ask):
        return True
    return not _ASKS_TO_IMAGINE.search(ask) and not _ASKS_OTHERWISE.search(ask)
