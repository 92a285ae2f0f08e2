"""Triples as small answers: a sentence that satisfies a point, or one that comes close, beside one about other things."""

from collections.abc import Sequence
from itertools import groupby

from interview_coach.banks.question import Point, Question
from training.corpus import Answer, Mark, Triple

DRILL = "drill"
"""The style of these answers."""


def drills(triples: Sequence[Triple]) -> list[list[Answer]]:
    """Return two groups of answers for each block: half of its sentences are the examples of the other half."""
    found: list[list[Answer]] = []
    for (hand, number), block in groupby(triples, key=lambda t: (t.hand, t.block)):
        by_level: dict[int, list[str]] = {0: [], 1: [], 2: []}
        for triple in block:
            ask, wording = triple.ask, triple.point
            by_level[triple.level].append(triple.sentence)
        for half in (0, 1):
            counts, does_not = (tuple(by_level[level][1 - half :: 2]) for level in (2, 1))
            point = Point("point", wording, counts=counts, does_not_count=does_not)
            question = Question(f"{hand}-{number}-{half}", ask, (point,))
            group = []
            for level in (2, 1):
                for place, sentence in enumerate(by_level[level][half::2]):
                    beside = by_level[0][place % len(by_level[0])]
                    mark = Mark(2, sentence) if level == 2 else Mark(0)
                    parts = [sentence, beside] if (place + half) % 2 else [beside, sentence]
                    answer = Answer(question, DRILL, _joined(parts), hand, hand)
                    answer.readings["first"] = {"point": mark}
                    group.append(answer)
            found.append(group)
    return found


def _joined(parts: Sequence[str]) -> str:
    """Return the sentences as one text, with a stop between them where they are typed."""
    return " ".join(part if part[-1] in ".!?" or part == part.lower() else f"{part}." for part in parts)
