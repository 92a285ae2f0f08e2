"""How fast `score --batch` is on one core and on all, and that its memory does not grow with its input.

The rate is that of answers of 3 to 8 sentences. Memory is measured with 100,000 answers that are too short
to be judged: they go the same way through the batch, and take no time there. Ends with 1 where memory grows
by more than a tenth and 8 MB from a tenth of them to all.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]

TOLD, TOO_SHORT = 1_000, 100_000
"""Lines."""

SENTENCES = (
    "Last March at the depot in Leeds my supervisor asked me to lift a leaning pallet.",
    "I got down from the truck and walked round the load before I said anything.",
    "I told him I would not move it like that and offered to restack it with a colleague.",
    "It took twenty minutes and the lorry left on time.",
    "Since then damaged loads on our shift went from six to two a month.",
    "We all kind of learned to look first, I guess.",
    "He was not happy at first, but he thanked me on the Friday.",
    "Looking back I would have called him over before the load was wrapped.",
)


def write_lines(file: Path, count: int, most: int) -> None:
    """Write `count` answers of 3 to `most` sentences, or of two words for 0, to questions of a bank."""
    shown = command("bank", "show", "warehouse", "--json", capture=True)
    questions = [question["id"] for question in json.loads(shown)["questions"]]
    rng = random.Random(7)
    with file.open("w", encoding="utf-8") as out:
        for number in range(count):
            answer = " ".join(rng.choices(SENTENCES, k=rng.randint(3, most))) if most else "Not me."
            asked = {"id": number, "bank": "warehouse", "question": rng.choice(questions), "answer": answer}
            out.write(json.dumps(asked) + "\n")


def command(*words: str, capture: bool = False) -> str:
    return subprocess.run(
        [sys.executable, "-m", "interview_coach", *words],
        cwd=CHECKOUT,
        capture_output=capture,
        text=True,
        check=True,
    ).stdout


def run_batch(file: Path, cores: "set[int] | None") -> tuple[float, int]:
    """Return the seconds a batch takes, and the most bytes that its processes hold once under way."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "interview_coach", "score", "--batch", str(file)],
        cwd=CHECKOUT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=(lambda: os.sched_setaffinity(0, cores)) if cores else None,  # noqa: PLW1509
    )
    held: list[int] = []

    def watch() -> None:
        while process.poll() is None:
            held.append(resident(process.pid))
            time.sleep(0.05)

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    seconds = time.perf_counter() - began
    watcher.join()
    if code != 0:
        raise SystemExit(f"the batch ended with {code}")
    return seconds, max(held[len(held) // 2 :])  # before, loading the models takes more for a moment


def resident(pid: int) -> int:
    """Return the resident memory of a process and its children, in bytes (Linux)."""
    total = 0
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        total = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf(
            "SC_PAGE_SIZE"
        )
    except (OSError, IndexError):
        return 0
    return total + sum(resident(int(child)) for child in children)


def main() -> int:
    """Run the benchmark and return its exit code."""
    cores = os.sched_getaffinity(0)
    with tempfile.TemporaryDirectory() as folder:
        told, short, long = (Path(folder) / f"{name}.jsonl" for name in ("told", "short", "long"))
        write_lines(told, TOLD, most=8)
        write_lines(short, TOO_SHORT // 10, most=0)
        write_lines(long, TOO_SHORT, most=0)
        one_core, _ = run_batch(told, {min(cores)})
        all_cores, told_held = run_batch(told, None)
        _, short_held = run_batch(short, None)
        _, long_held = run_batch(long, None)
    print(f"one core:  {TOLD / one_core:7,.0f} answers a second ({TOLD:,})")
    print(f"{len(cores)} cores:   {TOLD / all_cores:7,.0f} answers a second, {told_held / 1e6:.0f} MB")
    print(
        f"memory:    {short_held / 1e6:.0f} MB at {TOO_SHORT // 10:,} lines, {long_held / 1e6:.0f} MB at "
        f"{TOO_SHORT:,}"
    )
    return int(long_held > short_held * 1.1 + 8e6)


if __name__ == "__main__":
    sys.exit(main())
