"""The corpus in memory: whole answers with verdicts, labelled sentences, and triples for content points."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from interview_coach.banks.question import Point, PointKind, Question, QuestionType

HERE = Path(__file__).parent
TEST_HANDS = ("dyer", "osei", "quigley")
"""Hands that nothing is ever fitted to: their answers measure the scorer."""

MARKS = {"+": 2, "~": 1, "-": 0}
"""How a reading writes a verdict, and its level: 2 found, 1 unclear, 0 missed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One reader's verdict on one point: `level` 0 to 2 and, where there are some, the words underlined."""

    level: int
    evidence: str = ""


def shown_level(kind: PointKind, level: int) -> int:
    """Return how far a point is shown: what shows an absence point is what breaks it."""
    return 2 - level if kind is PointKind.ABSENCE else level


@dataclass(frozen=True, slots=True)
class Answer:
    """One whole answer, and what each reader said of it: reader, then point id, then mark."""

    question: Question
    style: str
    text: str
    hand: str
    asked_by: str
    """The hand that wrote the question and its checklist."""
    readings: dict[str, dict[str, Mark]] = field(default_factory=dict)
    number: int = 0
    """Its place in its file, from 1; 0 for an answer made up of others."""

    @property
    def for_testing(self) -> bool:
        """Whether nothing may be fitted to it."""
        return self.hand in TEST_HANDS or self.asked_by in TEST_HANDS

    @property
    def marks(self) -> dict[str, Mark]:
        """The first reader's marks by point id; empty where nobody has read the answer yet."""
        return next(iter(self.readings.values()), {})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One labelled sentence, by one hand."""

    label: str
    text: str
    hand: str


@dataclass(frozen=True, slots=True)
class Triple:
    """A sentence held against a content point of a question: `level` 2 satisfies, 1 comes close, 0 something else."""

    ask: str
    point: str
    sentence: str
    level: int
    hand: str
    block: int


def answers(folder: Path = HERE / "answers", readings: Path = HERE / "readings") -> list[Answer]:
    """Return every answer of the corpus with what its readers said, in the order of the file names.

    The hand of an answer is its own writer's; one to a question of a test hand is for testing, too.
    """
    kept = {
        (path.parent.name, path.stem): yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        for path in sorted(folder.glob("*/*.yaml"))
    }
    questions = {f"{hand}/{name}": _question(it) for (hand, name), it in kept.items() if "checklist" in it}
    found: list[Answer] = []
    for (hand, name), it in kept.items():
        of = str(it.get("of", f"{hand}/{name}"))
        marks = {path.parts[-3]: _reading(path) for path in sorted(readings.glob(f"*/{hand}/{name}.txt"))}
        for number, answer in enumerate(it["answers"], 1):
            of_readers = {reader: by[str(number)] for reader, by in marks.items() if str(number) in by}
            text = " ".join(str(answer["text"]).split())
            found.append(
                Answer(
                    questions[of],
                    answer["style"],
                    text,
                    hand,
                    of.split("/", maxsplit=1)[0],
                    of_readers,
                    number,
                )
            )
    return found


CROSSED = "crossed"
"""The style of an answer that does for another question than its own, if only in part."""


def crossings(given: Sequence[Answer], folder: Path = HERE / "crossings") -> list[Answer]:
    """Return the answers of `given` that readers have held against the questions of others.

    A neighbouring question is often answered in part, or wholly; where nothing of it is, the style says so.
    """
    answers = {f"{a.hand}/{a.asked_by}/{a.question.id}/{a.number}": a for a in given}
    questions = {(a.asked_by, a.question.id): a.question for a in given}
    found: list[Answer] = []
    for path in sorted(folder.glob("*/*.txt")):
        asked_by, question = path.parent.name, questions[path.parent.name, path.stem]
        for name, marks in _reading(path).items():
            answer = answers[name]
            made = any(
                marks[p.id].level
                for p in question.checklist
                if p.kind is not PointKind.ABSENCE and p.id in marks
            )
            style = CROSSED if made else "other_question"
            found.append(Answer(question, style, answer.text, answer.hand, asked_by, {"first": marks}))
    return found


def _question(kept: dict) -> Question:  # type: ignore[type-arg]
    points = tuple(
        Point(
            id=str(point["id"]),
            text=point["point"],
            kind=PointKind(point.get("kind", "content")),
            counts=tuple(point.get("counts") or ()),
            does_not_count=tuple(point.get("does_not_count") or ()),
        )
        for point in kept["checklist"]
    )
    kind = QuestionType(kept.get("type", "behavioural"))
    return Question(kept["id"], kept["ask"], points, type=kind, competency=kept.get("competency", "general"))


def _reading(path: Path) -> dict[str, dict[str, Mark]]:
    """Return the marks by what stands after the # above them."""
    marks: dict[str, dict[str, Mark]] = {}
    current: dict[str, Mark] = {}
    for line in path.read_text("utf-8").splitlines():
        if re.fullmatch(r"#\S+", line.strip()):
            current = marks.setdefault(line.strip()[1:], {})
        elif line.strip():
            point, mark, *evidence = line.split(" ", 2)
            current[point] = Mark(MARKS[mark], evidence[0].strip() if evidence else "")
    return marks


def holding(spans: Sequence[tuple[int, int]], text: str, evidence: str) -> list[int]:
    """Return the places of the `spans` of `text` that hold a good part of the underlined words."""
    start = text.lower().find(evidence.lower()) if evidence else -1
    if start < 0:
        return []
    end = start + len(evidence)
    return [
        n
        for n, (first, last) in enumerate(spans)
        if min(end, last) - max(start, first) >= max(1.0, 0.4 * min(end - start, last - first))
    ]


def underlined(span: tuple[int, int], text: str, evidence: str) -> bool:
    """Return whether a span of `text` is the underlined words: a third of the shorter of the two is in both."""
    start = text.lower().find(evidence.lower())
    common = min(span[1], start + len(evidence)) - max(span[0], start)
    return start >= 0 and 3 * common >= min(span[1] - span[0], len(evidence))


Examples = dict[tuple[str, str, str], tuple[tuple[str, ...], tuple[str, ...]]]


def examples(folder: Path = HERE / "examples") -> Examples:
    """Return `counts` and `does_not_count` of points (hand, question, point), written by others than the hand.

    Who writes a question and its answers writes examples that sound like them; users' banks are not like that.
    """
    found: Examples = {}
    for path in sorted(folder.glob("*/*.txt")):
        point, both = "", ([], [])  # type: tuple[str, tuple[list[str], list[str]]]
        for line in [*path.read_text("utf-8").splitlines(), "end"]:
            if line[:2] in {"+ ", "- "}:
                both[line[0] == "-"].append(line[2:].strip())
            elif line.strip():
                if point:
                    found[path.parent.name, path.stem, point] = (tuple(both[0]), tuple(both[1]))
                point, both = line.strip(), ([], [])
    return found


def sentences(folder: Path = HERE / "sentences") -> list[Sentence]:
    """Return every labelled sentence."""
    found: list[Sentence] = []
    for path in sorted(folder.glob("*/sentences.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                label, text = re.split(r"\s*(?:\t|\|)\s*", line, maxsplit=1)
                found.append(Sentence(label, text.strip(), path.parent.name))
    return found


def triples(folder: Path = HERE / "sentences") -> list[Triple]:
    """Return every triple."""
    found: list[Triple] = []
    for path in sorted(folder.glob("*/triples.txt")):
        for number, block in enumerate(re.split(r"\n\s*\n", path.read_text("utf-8").strip())):
            found.extend(_triples(block, path.parent.name, number))
    return found


def _triples(block: str, hand: str, number: int) -> Iterator[Triple]:
    ask = point = ""
    for line in block.splitlines():
        sign, text = line[:1], line[1:].strip()
        if sign == "?":
            ask = text
        elif sign == "!":
            point = text
        elif sign in "+~0":
            yield Triple(ask, point, text, {"+": 2, "~": 1, "0": 0}[sign], hand, number)


def circles(given: list[Answer]) -> dict[str, int]:
    """Return for each hand the number of its circle: hands that have answered one another's questions.

    An answer is by an unseen hand to an unseen question where nothing of its circle was seen.
    """
    circle = {hand: hand for a in given for hand in (a.hand, a.asked_by)}
    for answer in given:
        one, other = circle[answer.hand], circle[answer.asked_by]
        circle = {hand: min(one, other) if of in {one, other} else of for hand, of in circle.items()}
    names = sorted(set(circle.values()))
    return {hand: names.index(of) for hand, of in circle.items()}
