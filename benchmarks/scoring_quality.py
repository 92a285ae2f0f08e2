"""How well the scorer agrees with two careful readers on answers that nothing was fitted to.

Run from anywhere: `python benchmarks/scoring_quality.py`. It needs the labelled answers, which are not part
of the repository; the scorer's rules never come from reading them.
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from interview_coach.banks.question import Point, PointKind, Question, QuestionType
from interview_coach.scoring.assessment import PointResult, Status, Verdict, scored
from interview_coach.scoring.checklist import SCORER, assess
from interview_coach.scoring.delivery import measure
from interview_coach.scoring.words import is_content, words_of

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold" / "dev.yaml"
SEED = 20261123
RESAMPLES = 1000
LEVELS = {Verdict.MISSED: 0, Verdict.UNCLEAR: 1, Verdict.FOUND: 2}
VERDICTS = {level: verdict for verdict, level in LEVELS.items()}


@dataclass(frozen=True)
class Answer:
    """One labelled answer: levels 0 to 2 by point id, by each of the two readers."""

    question: Question
    hand: str
    style: str
    text: str
    first: dict[str, int]
    second: dict[str, int]

    @property
    def readers_total(self) -> float:
        return (total(self.question, self.first) + total(self.question, self.second)) / 2


@dataclass(frozen=True)
class Pair:
    """One point of one answer: what the reader said and what a method said."""

    answer: int
    point: Point
    style: str
    truth: int
    said: int


Method = Callable[[Answer], dict[str, int]]


def read_gold(path: Path) -> list[Answer]:
    document = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return [_answer(_question(q), a) for q in document["questions"] for a in q["answers"]]


def _question(raw: dict[str, Any]) -> Question:
    points = tuple(
        Point(
            id=p["id"],
            text=p["point"],
            kind=PointKind(p.get("kind", "content")),
            weight=float(p.get("weight", 1)),
            counts=tuple(p.get("counts", ())),
            does_not_count=tuple(p.get("does_not_count", ())),
        )
        for p in raw["checklist"]
    )
    return Question(raw["id"], raw["ask"], points, QuestionType(raw.get("type", "behavioural")))


def _answer(question: Question, raw: dict[str, Any]) -> Answer:
    first = {point: LEVELS[Verdict(verdict)] for point, verdict in raw["verdicts"].items()}
    differing = {point: LEVELS[Verdict(verdict)] for point, verdict in raw.get("second_reader", {}).items()}
    hand = "first hand" if raw["id"].startswith("a") else "second hand"
    return Answer(question, hand, raw["style"], raw["text"], first, first | differing)


def total(question: Question, levels: dict[str, int]) -> float:
    """Return the score that the rule of the product gives for these verdicts."""
    points = tuple(
        PointResult(p.id, p.kind, VERDICTS[levels[p.id]], 1.0, "", p.weight) for p in question.checklist
    )
    score = scored(points, measure("", question.seconds), SCORER).score
    assert score is not None
    return score


def by_scorer(answer: Answer) -> dict[str, int]:
    assessment = assess(answer.question, answer.text)
    if assessment.status is Status.NOT_SCORED:
        return dict.fromkeys(answer.first, 0)
    return {point.id: LEVELS[point.verdict] for point in assessment.points}


def by_overlap(answer: Answer) -> dict[str, int]:
    """Count the content words of the point's text in the answer: half is found, a quarter unclear."""
    said = {word.stem for word in words_of(answer.text)}
    levels = {}
    for point in answer.question.checklist:
        wanted = {word.stem for word in words_of(point.text) if is_content(word)}
        share = len(wanted & said) / len(wanted) if wanted else 0.0
        levels[point.id] = 2 if share >= 0.5 else 1 if share >= 0.25 else 0
    return levels


def by_majority(answers: Sequence[Answer]) -> Method:
    """The commonest verdict of the point's kind among the other questions."""
    counts: dict[str, dict[PointKind, Counter[int]]] = defaultdict(lambda: defaultdict(Counter))
    for answer in answers:
        for point in answer.question.checklist:
            counts[answer.question.id][point.kind][answer.first[point.id]] += 1

    def method(answer: Answer) -> dict[str, int]:
        levels = {}
        for point in answer.question.checklist:
            seen: Counter[int] = Counter()
            for question, kinds in counts.items():
                if question != answer.question.id:
                    seen += kinds[point.kind]
            levels[point.id] = max(sorted(seen), key=lambda level: seen[level])
        return levels

    return method


def by_length(answers: Sequence[Answer]) -> Method:
    """The longest third is found, the shortest missed."""
    lengths = sorted(len(words_of(answer.text)) for answer in answers)
    low, high = lengths[len(lengths) // 3], lengths[2 * len(lengths) // 3]

    def method(answer: Answer) -> dict[str, int]:
        length = len(words_of(answer.text))
        level = 0 if length < low else 1 if length < high else 2
        return dict.fromkeys(answer.first, level)

    return method


def qwk(pairs: Sequence[tuple[int, int]]) -> float:
    """Return the quadratic-weighted kappa of (truth, said); 0 where nothing varies."""
    n = len(pairs)
    if not n:
        return 0.0
    truth, said = Counter(t for t, _ in pairs), Counter(s for _, s in pairs)
    observed = sum((t - s) ** 2 for t, s in pairs) / n
    expected = sum((t - s) ** 2 * truth[t] * said[s] for t in truth for s in said) / n**2
    return 1.0 - observed / expected if expected else 0.0


def interval(groups: Sequence[Any], figure: Callable[[list[Any]], float]) -> tuple[float, float]:
    """Return the 95 % bootstrap interval; whole answers are drawn, as their points hang together."""
    draw = random.Random(SEED)
    figures = sorted(figure(draw.choices(groups, k=len(groups))) for _ in range(RESAMPLES))
    return figures[int(0.025 * RESAMPLES)], figures[int(0.975 * RESAMPLES)]


def pairs_of(answers: Sequence[Answer], method: Method) -> list[Pair]:
    pairs: list[Pair] = []
    for number, answer in enumerate(answers):
        said = method(answer)
        pairs.extend(
            Pair(number, p, answer.style, answer.first[p.id], said[p.id]) for p in answer.question.checklist
        )
    return pairs


def kappa(pairs: Iterable[Pair]) -> float:
    return qwk([(pair.truth, pair.said) for pair in pairs])


def kappa_with_interval(pairs: Sequence[Pair]) -> str:
    groups: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[pair.answer].append(pair)
    low, high = interval(
        list(groups.values()), lambda drawn: kappa(pair for group in drawn for pair in group)
    )
    return f"{kappa(pairs):5.2f} [{low:5.2f}, {high:5.2f}]"


def error_of(answers: Sequence[Answer], method: Method) -> str:
    errors = [abs(total(answer.question, method(answer)) - answer.readers_total) for answer in answers]
    low, high = interval(errors, lambda drawn: sum(drawn) / len(drawn))
    return f"{sum(errors) / len(errors):4.1f} [{low:4.1f}, {high:4.1f}]"


def report(answers: Sequence[Answer]) -> None:
    methods: dict[str, Method] = {
        SCORER: by_scorer,
        "majority of the kind": by_majority(answers),
        "keyword overlap": by_overlap,
        "answer length": by_length(answers),
    }
    print(
        f"{len(answers)} answers, {sum(len(a.first) for a in answers)} verdicts; 95 % intervals in brackets"
    )
    print(f"{'method':22}{'QWK':>21}{'QWK content':>22}{'accuracy':>10}{'error of total':>21}")
    for name, method in methods.items():
        pairs = pairs_of(answers, method)
        content = [pair for pair in pairs if pair.point.kind is PointKind.CONTENT]
        right = sum(pair.truth == pair.said for pair in pairs) / len(pairs)
        print(
            f"{name:22}{kappa_with_interval(pairs):>21}{kappa_with_interval(content):>22}{right:10.2f}"
            f"{error_of(answers, method):>21}"
        )
    pairs = pairs_of(answers, by_scorer)
    breakdown("kind", pairs, lambda pair: pair.point.kind.value)
    breakdown("hand", pairs, lambda pair: answers[pair.answer].hand)
    breakdown("style", pairs, lambda pair: pair.style)
    calibration(answers)
    refused = sum(assess(a.question, a.text).status is Status.NOT_SCORED for a in answers)
    print(f"\nnot scored: {refused} of {len(answers)} (taken as all missed)")


def breakdown(title: str, pairs: Sequence[Pair], key: Callable[[Pair], str]) -> None:
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[key(pair)].append(pair)
    print(
        f"\n{title:22}{'n':>5}{'accuracy':>10}{'QWK':>8}   verdicts: mean said / mean of the reader (0 to 2)"
    )
    for name, group in sorted(groups.items()):
        right = sum(p.truth == p.said for p in group) / len(group)
        said, truth = (
            sum(levels) / len(group) for levels in ([p.said for p in group], [p.truth for p in group])
        )
        print(f"{name:22}{len(group):5}{right:10.2f}{kappa(group):8.2f}   {said:.2f} / {truth:.2f}")


def calibration(answers: Sequence[Answer]) -> None:
    """Say how often verdicts of a confidence are right."""
    bins: dict[float, list[bool]] = defaultdict(list)
    for answer in answers:
        for point in assess(answer.question, answer.text).points:
            bins[min(int(point.confidence * 10) / 10, 0.8)].append(
                LEVELS[point.verdict] == answer.first[point.id]
            )
    print("\nconfidence   right    n")
    for least, rights in sorted(bins.items()):
        print(f"{least:.1f} to {least + 0.1:.1f}   {sum(rights) / len(rights):5.2f}{len(rights):5}")


def main() -> int:
    if not GOLD.exists():
        print(
            f"The labelled answers are not here: {GOLD}\nThey are kept outside the repository.",
            file=sys.stderr,
        )
        return 1
    report(read_gold(GOLD))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
