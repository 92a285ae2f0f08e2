"""How well each scorer agrees with careful readers on answers that nothing was fitted to, and what it costs.

`python -m benchmarks.scoring_quality`; ends with 1 where a target is missed. Half of the answers are not
part of the repository; without them the other half is measured.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from benchmarks import _scoring_figures as figures
from benchmarks._scoring_answers import GOLD, Answer, gold, test_hand
from benchmarks._scoring_cost import POINTS, WORDS, cost
from benchmarks._scoring_figures import Figure
from benchmarks._scoring_methods import Judged, by_scorer, simple_methods
from interview_coach.banks.question import PointKind
from interview_coach.scoring import semantic
from interview_coach.scoring.checklist import CORE, SEMANTIC

FEWEST_VERDICTS: Final = 60
FEWEST_ANSWERS: Final = 10
"""A style with fewer verdicts or answers is shown, but neither meets nor misses its target."""


@dataclass(frozen=True)
class Target:
    """What a figure has to reach: `least`, `most`, or `within` so much of nothing; by scorer."""

    how: str
    core: float
    semantic: float

    def of(self, scorer: str) -> float:
        return self.semantic if scorer == SEMANTIC else self.core

    def met(self, scorer: str, value: float) -> bool:
        """Return whether the value meets it; one that could not be measured does not."""
        bound = self.of(scorer)
        match self.how:
            case "least":
                return value >= bound
            case "most":
                return value <= bound
            case _:
                return abs(value) <= bound


_SIGNS: Final = {"least": ">=", "most": "<=", "within": "+-"}
_TOLD: Final = Target("least", 0.60, 0.75)
_TONE: Final = Target("least", 0.60, 0.70)

STYLE_TARGETS: Final = {
    "other_question": _TOLD,
    "someone_else": _TOLD,
    "hypothetical": _TOLD,
    "denies": _TOLD,
    "contradicts/takes_back": _TOLD,
    "brags/boast": _TONE,
    "long_negative": _TONE,
    "private": _TONE,
}
_SAME_STYLE: Final = {
    "contradicts": "contradicts/takes_back",
    "takes_back": "contradicts/takes_back",
    "brags": "brags/boast",
    "boast": "brags/boast",
    "negative_long": "long_negative",
}
STUFFED: Final = {"stuffed", "long_stuffed"}
SPOKEN: Final = {"asr_good", "speech"}
TYPED: Final = {"strong"}


@dataclass
class Sheet:
    """Prints rows of one scorer and keeps those that missed their target."""

    scorer: str
    missed: list[str] = field(default_factory=list)
    place: str = ""

    def title(self, place: str, size: str, *columns: str) -> None:
        """Print the head of a table."""
        self.place = place
        print(f"\n{self.scorer}, {place}: {size}")
        more = "".join(f"{column:>21}" for column in columns)
        print(f"  {'':27}{'':>21}{'n':>7}{'target':>9}  met{more}")

    def row(
        self,
        name: str,
        figure: Figure,
        target: Target | None = None,
        *beside: Figure,
        digits: int = 2,
        note: str = "",
        signed: bool = False,
    ) -> None:
        """Print one figure, with its target unless a note says why that does not apply."""
        bound, met = "", ""
        if target is not None:
            bound = (
                f"{_SIGNS[target.how]} {target.of(self.scorer):.{2 if target.of(self.scorer) < 1 else 0}f}"
            )
            if not figure.n:
                met = "nothing to measure"
            elif not note:
                met = "yes" if target.met(self.scorer, figure.value) else "NO"
        if met == "NO":
            self.missed.append(f"{self.scorer}, {self.place}: {name}")
        more = "".join(f"{other.text(digits):>21}" for other in beside)
        value = figure.text(digits, signed=signed)
        print(f"  {name:27}{value:>21}{figure.n:>7}{bound:>9}  {met + note:3}{more}".rstrip())


def agreement(sheet: Sheet, judged: Sequence[Judged], others: Sequence[Sequence[Judged]]) -> None:
    """Print how well verdicts and totals agree with the readers, beside what simple methods reach."""

    def tables(figure: Callable[[figures.Table], float], kind: PointKind | None = None) -> list[Figure]:
        return [
            figures.of_tables([figures.pack(each.pairs(kind)) for each in of], figure)
            for of in (judged, *others)
        ]

    def row(name: str, found: list[Figure], target: Target | None = None, digits: int = 2) -> None:
        sheet.row(name, found[0], target, *found[1:], digits=digits)

    row("QWK", tables(figures.qwk), Target("least", 0.62, 0.78))
    row("QWK of content points", tables(figures.qwk, PointKind.CONTENT), Target("least", 0.50, 0.72))
    row("accuracy", tables(figures.accuracy))
    row("macro-F1", tables(figures.macro_f1))
    errors = [figures.mean([abs(each.error) for each in of]) for of in (judged, *others)]
    row("error of the total", errors, Target("most", 17, 11), digits=1)


def leaning(sheet: Sheet, judged: Sequence[Judged]) -> None:
    """Print by how much stuffed answers are overrated, and spoken ones against typed ones."""
    stuffed = [each.error for each in judged if each.answer.style in STUFFED]
    sheet.row("score - readers', stuffed", figures.mean(stuffed), Target("most", 8, 5), digits=1, signed=True)
    told = [
        (each.answer.style in SPOKEN, each.error) for each in judged if each.answer.style in SPOKEN | TYPED
    ]
    sheet.row(
        "score, speech - typed", figures.difference(told), Target("within", 6, 4), digits=1, signed=True
    )


def grounds(sheet: Sheet, judged: Sequence[Judged]) -> None:
    """Print how good the evidence, the confidences and the intervals are."""
    sheet.row(
        "evidence as underlined",
        figures.share([_evidence(each) for each in judged]),
        Target("least", 0.75, 0.85),
    )
    verdicts, inside = [], []
    for each in judged:
        assert each.assessment is not None
        for point in each.assessment.points:
            verdicts.append((point.confidence, each.levels[point.id] == each.answer.truth[point.id]))
        if each.assessment.interval is not None:
            low, high = each.assessment.interval
            inside.append((int(low <= each.answer.readers_total <= high), 1))
    sheet.row("calibration error", figures.calibration_error(verdicts), Target("most", 0.08, 0.08))
    sheet.row("totals in 80 % interval", figures.share(inside))
    sheet.row("answers not scored", figures.plain(len(judged) - len(inside), len(judged)), digits=0)


def _evidence(judged: Judged) -> tuple[int, int]:
    """Return how many of the shown quotes are what the reader underlined, and how many could be compared."""
    assert judged.assessment is not None
    answer, hits, cases = judged.answer, 0, 0
    for point in judged.assessment.points:
        words = answer.underlined.get(point.id, "")
        start = answer.text.find(words) if words else -1
        if point.evidence is None or start < 0 or answer.truth[point.id] == 0:
            continue
        shown, end = point.evidence, start + len(words)
        common = min(shown.end, end) - max(shown.start, start)
        hits += 3 * common >= min(shown.end - shown.start, len(words))
        cases += 1
    return hits, cases


def styles(sheet: Sheet, judged: Sequence[Judged]) -> None:
    """Print the accuracy of each style, first of those with a target."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        groups[_SAME_STYLE.get(each.answer.style, each.answer.style)].append(each)
    order = [*(s for s in STYLE_TARGETS if s in groups), *sorted(groups.keys() - STYLE_TARGETS.keys())]
    for style in order:
        group = groups[style]
        figure = figures.of_tables([figures.pack(each.pairs()) for each in group], figures.accuracy)
        few = figure.n < FEWEST_VERDICTS or len(group) < FEWEST_ANSWERS
        size = f"{style} ({len(group)})"
        sheet.row(size, figure, STYLE_TARGETS.get(style), note="(too few)" if few else "")


def price(sheet: Sheet, answers: Sequence[Answer]) -> None:
    """Print time and memory."""
    found = cost(sheet.scorer, [(a.question, a.text) for a in answers])
    sheet.title("cost", f"{WORDS} words against {POINTS} points, in a process of its own")
    time = Target("most", 15, 400)
    sheet.row("ms, question new", figures.plain(found.first, found.times), time, digits=1)
    sheet.row("ms, question known", figures.plain(found.again, found.times), time, digits=1)
    # Not every system tells it: then there is nothing to measure.
    known = 0 if math.isnan(found.megabytes) else 1
    sheet.row("memory added, MB", figures.plain(found.megabytes, known), Target("most", 40, 300), digits=1)


def report(sets: dict[str, list[Answer]], scorers: Sequence[str]) -> list[str]:
    """Print every table; return what missed its target."""
    simple = {name: simple_methods(answers) for name, answers in sets.items()}
    missed = []
    for scorer in scorers:
        sheet = Sheet(scorer)
        together: list[Judged] = []
        for name, answers in sets.items():
            judged = by_scorer(answers, scorer)
            together += judged
            size = f"{len(answers)} answers, {sum(len(a.truth) for a in answers)} verdicts"
            sheet.title(name, size, *simple[name])
            agreement(sheet, judged, list(simple[name].values()))
            leaning(sheet, judged)
            grounds(sheet, judged)
            sheet.title(f"{name}, by style", "accuracy; in brackets the number of answers")
            styles(sheet, judged)
        if len(sets) > 1:
            sheet.title("all sets together, by style", "accuracy; in brackets the number of answers")
            styles(sheet, together)
        price(sheet, [answer for answers in sets.values() for answer in answers])
        missed += sheet.missed
    return missed


def main() -> int:
    sets: dict[str, list[Answer]] = {}
    if GOLD.exists():
        sets["gold"] = gold()
    else:
        print(f"The gold answers are not here ({GOLD}); they are kept outside the repository.")
    hand = test_hand()
    if hand:
        sets["test hands"] = hand
    else:
        print("No answer of the corpus's test hands has been read yet.")
    if not sets:
        print("Nothing to measure with.", file=sys.stderr)
        return 1
    scorers = [CORE, SEMANTIC] if semantic.available() else [CORE]
    if SEMANTIC not in scorers:
        print(f"{SEMANTIC} is not available here: it needs numpy and the encoder's weights.")
    print("n counts verdicts, answers or quotes; 95 % intervals in square brackets.")
    missed = report(sets, scorers)
    print("\nMissed:" if missed else "\nEvery target is met.")
    for each in missed:
        print(f"  {each}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
