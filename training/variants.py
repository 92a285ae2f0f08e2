"""Answers made from answers of the corpus, so that neither length nor company gives a point away.

In a corpus good answers tend to be long, and where one point is made the others are too; a model that learns this
fails on the next writer. So answers are cut, and filled with talk, and what is known of their points goes with them.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from interview_coach.banks.question import PointKind
from interview_coach.scoring.sentences import clauses
from training.corpus import CROSSED, Answer, Mark, Sentence
from training.speech import as_speech
from training.subjects import Subjects

_KNOWN_BY_ONE_PLACE = frozenset({PointKind.CONTENT, PointKind.RESULT, PointKind.NUMBER, PointKind.REFLECTION})
"""Kinds that an answer no longer makes once the underlined words are gone; an occasion or an "I" is also elsewhere."""

_NOT_CUT = frozenset({"takes_back"})
"""Without the sentence that takes it back, the claim would stand."""

_GOES_ASTRAY = frozenset({"strong", "speech", "short_strong", "paraphrase", "mixed", "we_only"})
"""Styles that answer their own question, so that they do not answer another."""


class Varier:
    """Makes variants; every draw comes from one seeded generator."""

    def __init__(self, answers: Sequence[Answer], sentences: Sequence[Sentence], seed: int) -> None:
        self._draw = random.Random(seed)
        self._talk = [s.text for s in sentences if s.label == "filler"]
        self._talk += [u for a in answers if a.style == "vague_long" for u in units(a.text)]
        self._subjects = Subjects(a.question for a in answers)
        self._asides = [
            (a.question.id, u)
            for a in answers
            if a.style in _ASIDES_FROM
            for u in units(a.text)
            if len(u) > 25
        ]

    def cut(self, given: Answer) -> Answer | None:
        """Return the answer with some of its sentences gone, and not found what was underlined in them."""
        parts = units(given.text)
        if len(parts) < 4 or given.style in _NOT_CUT:
            return None
        keep = self._draw.uniform(0.35, 0.8)
        kept = [p for p in parts if self._draw.random() < keep] or parts[:1]
        text = " ".join(kept)
        if len(text.split()) < 20:
            return None
        marks: dict[str, Mark] = {}
        for point in given.question.checklist:
            mark = given.marks.get(point.id)
            if mark is None:
                continue
            if not mark.evidence or mark.evidence in text:
                marks[point.id] = mark
            elif mark.level and point.kind in _KNOWN_BY_ONE_PLACE:
                marks[point.id] = Mark(0)
        return self._spoken(replace(given, text=text, readings={"first": marks}))

    def filled(self, given: Answer) -> Answer:
        """Return the answer with talk, or sentences of another story, before, within or after."""
        parts = units(given.text)
        aside = self._draw.random() < 0.4
        for _ in range(self._draw.randint(1, 4)):
            parts.insert(
                self._draw.randint(0, len(parts)),
                self._aside(given) if aside else self._draw.choice(self._talk),
            )
        text = " ".join(parts)
        marks = {
            p.id: m
            for p in given.question.checklist
            if (m := given.marks.get(p.id))
            and (not m.evidence or m.evidence in text)
            and (
                not aside
                or p.kind in _KNOWN_BY_ONE_PLACE
                or (m.level == 2 and p.kind is not PointKind.ABSENCE)
            )
        }
        return self._spoken(replace(given, text=text, readings={"first": marks}))

    def astray(self, asked: Answer, others: Sequence[Answer]) -> Answer | None:
        """Return one of the `others` as if given to the question that `asked` answers: none of its points is made.

        What it says of an absence point is not known, so that is left out.
        """
        given = self._draw.choice(others)
        if given.style not in _GOES_ASTRAY or not self._subjects.apart(asked.question, given.question):
            return None
        marks = {p.id: Mark(0) for p in asked.question.checklist if p.kind is not PointKind.ABSENCE}
        to = {"question": asked.question, "asked_by": asked.asked_by, "style": "other_question"}
        return self._spoken(replace(given, readings={"first": marks}, **to))

    def by_team(self, given: Answer) -> Answer | None:
        """Return the answer told by "we" throughout, so that nobody knows what the candidate did.

        How much of its content still counts is not known, so that is left out.
        """
        if not any(
            m.level
            for p in given.question.checklist
            if p.kind is PointKind.OWNERSHIP and (m := given.marks.get(p.id))
        ):
            return None
        marks = {
            p.id: Mark(0) if p.kind is PointKind.OWNERSHIP else replace(m, evidence=_by_team(m.evidence))
            for p in given.question.checklist
            if (m := given.marks.get(p.id)) and (p.kind in _NOBODYS or m.level == 0)
        }
        style = given.style if given.style == CROSSED else "we_only"
        return self._spoken(replace(given, text=_by_team(given.text), style=style, readings={"first": marks}))

    def _aside(self, given: Answer) -> str:
        while True:
            question, part = self._draw.choice(self._asides)
            if question != given.question.id:
                return part

    def _spoken(self, given: Answer) -> Answer:
        if self._draw.random() < 0.6:
            return given
        marks = {p: Mark(m.level, " ".join(as_speech(m.evidence).split())) for p, m in given.marks.items()}
        return replace(given, text=" ".join(as_speech(given.text).split()), readings={"first": marks})


_NOBODYS = frozenset({PointKind.OWNERSHIP, PointKind.SITUATION, PointKind.RESULT, PointKind.NUMBER})
"""Kinds of which it is known what becomes of them when nobody says who did it."""

_WE = {
    "i": "we", "me": "us", "my": "our", "mine": "ours", "myself": "ourselves", "i'm": "we're", "im": "we're",
    "i've": "we've", "ive": "we've", "i'd": "we'd", "i'll": "we'll", "am": "are",
}  # fmt: skip


def _by_team(text: str) -> str:
    """Return `text` with "we" for "I"."""

    def other(word: re.Match[str]) -> str:
        said = word[0]
        ours = _WE.get(said.lower().replace("’", "'"), said)
        begins = word.start() == 0 or re.search(r"[.!?]\W*$", text[: word.start()])
        return ours[0].upper() + ours[1:] if said[0].isupper() and begins else ours

    we = re.sub(r"\b[\w'’]+\b", other, text)
    return re.sub(r"\b([Ww]e) was\b", r"\1 were", we)


_ASIDES_FROM = frozenset({"rambling", "private", "someone_else", "negative_long"})


def units(text: str) -> list[str]:
    """Return the sentences of `text`; where a sentence is long, as in speech, its clauses by twos."""
    found: list[list[int]] = []
    of = -1
    held = 0
    for stretch in clauses(text):
        if stretch.sentence != of or (held >= 2 and stretch.start - found[-1][0] > 120):
            found.append([stretch.start, stretch.end])
            of, held = stretch.sentence, 1
        else:
            found[-1][1] = stretch.end
            held += 1
    ends = [start for start, _ in found[1:]] + [len(text)]
    return [text[start:end].strip() for (start, _), end in zip(found, ends, strict=True)]
