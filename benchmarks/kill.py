"""Kill a rehearsal 200 times with `kill -9` and count what is lost: `python -m benchmarks.kill`.

A candidate thinks, types and reads feedback in a real terminal; each start goes on where the kill was.
No answer may be lost, nor any letter typed more than 2 s before the kill.
"""

import argparse
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.e2e.killing import PHASES, PROMISED_SECONDS, Candidate, Outcome

BATCH = 10
"""Kills of one rehearsal, one after the other."""


def batch(folder: Path, seed: int, kills: int) -> list[Outcome]:
    """Return what `kills` kills of one rehearsal did."""
    home = folder / str(seed)
    home.mkdir()
    return list(Candidate(home, seed).rounds(kills))


def table(outcomes: list[Outcome]) -> str:
    """Return a line for each phase and one for all."""
    lines = [f"{'killed while':<20}{'kills':>7}{'answers lost':>15}{'oldest unsaved text':>22}"]
    for phase in (*PHASES, "all"):
        of_phase = [outcome for outcome in outcomes if phase in (outcome.phase, "all")]
        lost = sum(outcome.lost_answers for outcome in of_phase)
        oldest = max((outcome.unsaved_seconds for outcome in of_phase), default=0.0)
        lines.append(f"{phase:<20}{len(of_phase):>7}{lost:>15}{oldest:>20.2f} s")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0, help="another one gives other moments")
    parser.add_argument("--jobs", type=int, default=min(os.cpu_count() or 1, 4), help="rehearsals at once")
    options = parser.parse_args()
    sizes = [min(BATCH, options.kills - begun) for begun in range(0, options.kills, BATCH)]
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(options.jobs) as pool:
        running = [
            pool.submit(batch, Path(folder), options.seed + number, size) for number, size in enumerate(sizes)
        ]
        outcomes = [outcome for future in running for outcome in future.result()]
    print(table(outcomes))
    problems = [f"{outcome.phase}: {problem}" for outcome in outcomes for problem in outcome.problems]
    if problems:
        print("\n".join(problems))
    verdict = "missed" if problems else "kept"
    took = time.perf_counter() - begun
    print(f"{took:.0f} s; no answer lost, text at most {PROMISED_SECONDS:.0f} s old: {verdict}")
    return 0 if not problems else 1


if __name__ == "__main__":
    sys.exit(main())
