"""`kill -9` at random moments of a rehearsal: no answer is lost, and no more than two seconds of typing."""

import os
from pathlib import Path
from typing import Final

import pytest

from tests.e2e.killing import PHASES, Candidate, Outcome

pytestmark = pytest.mark.slow

KILLS: Final = int(os.environ.get("INTERVIEW_COACH_KILLS", "20"))
BATCH: Final = 10


@pytest.mark.parametrize("seed", range(-(-KILLS // BATCH)))
def test_nothing_is_lost_by_a_kill(own_home: Path, seed: int) -> None:
    count = min(BATCH, KILLS - seed * BATCH)
    outcomes: list[Outcome] = list(Candidate(own_home, seed).rounds(count))

    problems = [f"{outcome.phase}: {problem}" for outcome in outcomes for problem in outcome.problems]
    assert "\n".join(problems) == ""
    assert {outcome.phase for outcome in outcomes} == set(PHASES[:count])
