"""Which questions a rehearsal asks: those not seen lately first."""

import random
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from interview_coach.banks.question import Bank
from interview_coach.journal.records import PlannedQuestion

LastAnswered = Callable[[Bank], Mapping[str, datetime]]
"""Question id → when it was last answered, for the questions of a bank that ever were."""

_FEEDBACK_SECONDS = 45
"""Time to read the feedback on one answer; an estimate."""


def choose_questions(
    banks: Iterable[Bank],
    last_answered: LastAnswered,
    rng: random.Random,
    *,
    count: int | None = None,
    competency: str | None = None,
) -> tuple[PlannedQuestion, ...]:
    """Return up to `count` questions (all where None), of one `competency` where given.

    Questions never answered come first, in random order; then the one answered longest ago. What is
    returned may be empty: the competency may be in none of the banks.
    """
    fresh: list[PlannedQuestion] = []
    seen: list[tuple[datetime, PlannedQuestion]] = []
    for bank in banks:
        answered = last_answered(bank)
        for question in bank.questions:
            if competency is not None and question.competency != competency:
                continue
            planned = PlannedQuestion(bank.id, bank.title, bank.language, question)
            if (when := answered.get(question.id)) is None:
                fresh.append(planned)
            else:
                seen.append((when, planned))
    rng.shuffle(fresh)
    # Shuffled before the (stable) sort, so that questions answered at the same moment are not always
    # asked in the order of the file.
    rng.shuffle(seen)
    seen.sort(key=lambda pair: pair[0])
    chosen = [*fresh, *(planned for _, planned in seen)]
    return tuple(chosen if count is None else chosen[:count])


def in_order(bank: Bank) -> tuple[PlannedQuestion, ...]:
    """Return all questions of a bank as the file has them (for questions pasted a moment ago)."""
    return tuple(PlannedQuestion(bank.id, bank.title, bank.language, q) for q in bank.questions)


def minutes_for(questions: Iterable[PlannedQuestion], *, think: bool) -> int:
    """Return about how many minutes a rehearsal takes: thinking, target length, reading the feedback."""
    seconds = sum(
        (p.question.think if think else 0) + p.question.seconds + _FEEDBACK_SECONDS for p in questions
    )
    return max(1, round(seconds / 60))
