"""What says a verdict of an answer: the scorer itself, and three simple methods that it has to beat."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks._scoring_answers import LEVELS, Answer, Levels, total
from interview_coach.banks.question import PointKind
from interview_coach.scoring.assessment import Assessment
from interview_coach.scoring.checklist import assess
from interview_coach.scoring.words import is_content, words_of


@dataclass(frozen=True)
class Judged:
    """One answer with what a method said of it; `assessment` only where it was the scorer."""

    answer: Answer
    levels: Levels
    score: float
    assessment: Assessment | None = None

    @property
    def error(self) -> float:
        """Score less the readers' score, in points of 100."""
        return self.score - self.answer.readers_total

    def pairs(self, kind: PointKind | None = None) -> list[tuple[int, int]]:
        """Return (truth, said) of every point, or of those of a kind."""
        points = [p.id for p in self.answer.question.checklist if kind in {None, p.kind}]
        return [(self.answer.truth[point], self.levels[point]) for point in points]


def by_scorer(answers: Sequence[Answer], scorer: str) -> list[Judged]:
    """Return what the scorer says; of an answer that it does not score every point is missed, the score 0."""
    found = []
    for answer in answers:
        assessment = assess(answer.question, answer.text, by=scorer)
        levels = dict.fromkeys(answer.truth, 0) | {p.id: LEVELS[p.verdict] for p in assessment.points}
        found.append(Judged(answer, levels, assessment.score or 0.0, assessment))
    return found


def simple_methods(answers: Sequence[Answer]) -> dict[str, list[Judged]]:
    """Return what the simple methods say, by name."""
    methods = {
        "majority of kind": by_majority(answers),
        "keyword overlap": by_overlap,
        "answer length": by_length(answers),
    }
    return {
        name: [Judged(a, levels, total(a.question, levels)) for a in answers for levels in [method(a)]]
        for name, method in methods.items()
    }


Method = Callable[[Answer], Levels]


def by_majority(answers: Sequence[Answer]) -> Method:
    """The commonest verdict of the point's kind among the other questions."""
    counts: dict[str, dict[PointKind, Counter[int]]] = defaultdict(lambda: defaultdict(Counter))
    for answer in answers:
        for point in answer.question.checklist:
            counts[answer.question.ask][point.kind][answer.truth[point.id]] += 1

    def method(answer: Answer) -> Levels:
        levels = {}
        for point in answer.question.checklist:
            seen: Counter[int] = Counter()
            for ask, kinds in counts.items():
                if ask != answer.question.ask:
                    seen += kinds[point.kind]
            levels[point.id] = max(sorted(seen), key=lambda level: seen[level], default=0)
        return levels

    return method


def by_overlap(answer: Answer) -> Levels:
    """Count the content words of the point's text in the answer: half is found, a quarter unclear."""
    said = {word.stem for word in words_of(answer.text)}
    levels = {}
    for point in answer.question.checklist:
        wanted = {word.stem for word in words_of(point.text) if is_content(word)}
        part = len(wanted & said) / len(wanted) if wanted else 0.0
        levels[point.id] = 2 if part >= 0.5 else 1 if part >= 0.25 else 0
    return levels


def by_length(answers: Sequence[Answer]) -> Method:
    """The longest third is found, the shortest missed."""
    lengths = sorted(len(words_of(answer.text)) for answer in answers)
    low, high = lengths[len(lengths) // 3], lengths[2 * len(lengths) // 3]

    def method(answer: Answer) -> Levels:
        length = len(words_of(answer.text))
        level = 0 if length < low else 1 if length < high else 2
        return dict.fromkeys(answer.truth, level)

    return method
