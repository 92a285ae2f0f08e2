"""Checks of the corpus: python -m training.checks. Nothing said twice, nothing shared with a test set."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from interview_coach.scoring.words import words_of
from training import corpus
from training.additions import additions

RUN = 8
"""So many words in a row must not be in the corpus and in a test set."""

ALIKE = 0.7
"""Two sentences that share more of their pairs of words than this are one."""

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold" / "dev.yaml"


def runs(text: str, length: int = RUN) -> Iterator[tuple[str, ...]]:
    """Yield every `length` words in a row, in lower case."""
    words = [word.text for word in words_of(text)]
    for start in range(len(words) - length + 1):
        yield tuple(words[start : start + length])


def training_texts() -> Iterator[str]:
    """Yield every answer, example and sentence that something is fitted to."""
    for answer in corpus.answers():
        if not answer.for_testing:
            yield answer.text
            for point in answer.question.checklist:
                yield from point.counts
                yield from point.does_not_count
    yield from (s.text for s in corpus.sentences())
    yield from (t.sentence for t in corpus.triples())
    yield from (line.text for line in additions() if line.hand not in corpus.TEST_HANDS)
    for (hand, _, _), (counts, does_not) in corpus.examples().items():
        if hand not in corpus.TEST_HANDS:
            yield from counts
            yield from does_not


def test_texts() -> Iterator[str]:
    """Yield the answers of the test sets that are here."""
    for answer in corpus.answers():
        if answer.for_testing:
            yield answer.text
    if GOLD.exists():
        for question in yaml.load(GOLD.read_text("utf-8"), yaml.CSafeLoader)["questions"]:
            yield from (answer["text"] for answer in question["answers"])


def shared_runs(trained: Iterable[str], tested: Iterable[str]) -> list[str]:
    """Return the runs of words that are in both."""
    seen = {run for text in tested for run in runs(text)}
    return sorted({" ".join(run) for text in trained for run in runs(text) if run in seen})


def near_duplicates(texts: Iterable[str], alike: float = ALIKE) -> list[tuple[str, str]]:
    """Return pairs of sentences of five words or more that share most of their pairs of words."""
    by_pair: dict[tuple[str, ...], list[int]] = {}
    kept: list[tuple[str, frozenset[tuple[str, ...]]]] = []
    found: list[tuple[str, str]] = []
    for text in texts:
        pairs = frozenset(runs(text, 2))
        if len(pairs) < 4:
            continue
        shared: dict[int, int] = {}
        for pair in pairs:
            for other in by_pair.get(pair, ()):
                shared[other] = shared.get(other, 0) + 1
        for other, count in shared.items():
            if count / (len(pairs) + len(kept[other][1]) - count) > alike:
                found.append((kept[other][0], text))
        for pair in pairs:
            by_pair.setdefault(pair, []).append(len(kept))
        kept.append((text, pairs))
    return found


def agreement() -> tuple[int, float, float]:
    """Return of the verdicts read twice: how many, how often both readers agree, and their QWK."""
    from training.calibrate import kappa

    pairs = [
        (first[point].level, second[point].level)
        for answer in corpus.answers()
        if len(answer.readings) > 1
        for first, second in [(answer.readings["first"], answer.readings["second"])]
        for point in first
        if point in second
    ]
    a, b = [p[0] for p in pairs], [p[1] for p in pairs]
    return len(pairs), sum(x == y for x, y in pairs) / max(len(pairs), 1), kappa(a, b)


def main() -> int:
    """Print what there is and what is wrong with it; 1 where something is."""
    read = [a for a in corpus.answers() if a.marks]
    print(
        f"{len(read)} answers by {len({a.hand for a in read})} hands to {len({a.question.id for a in read})} questions,"
    )
    print(
        f"{sum(len(a.marks) for a in read)} verdicts; {len(corpus.sentences())} sentences; {len(corpus.triples())} triples;"
    )
    crossed = corpus.crossings(read)
    print(
        f"{len(crossed)} of them held against another question, {sum(len(a.marks) for a in crossed)} verdicts;"
    )
    print(f"{len(additions())} lines that could be added to an answer;")
    print(f"{len(corpus.examples())} points with examples by another hand")
    print("read twice: %d verdicts, same %.3f, QWK %.3f" % agreement())
    texts = [s.text for s in corpus.sentences()] + [line.text for line in additions()]
    twice = near_duplicates([*texts, *(t.sentence for t in corpus.triples())])
    shared = shared_runs(training_texts(), test_texts())
    for a, b in twice:
        print("nearly the same:", a, "|", b)
    for run in shared:
        print("in a test set too:", run)
    return 1 if twice or shared else 0


if __name__ == "__main__":
    sys.exit(main())
