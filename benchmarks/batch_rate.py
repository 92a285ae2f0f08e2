"""How fast `score --batch` is on one core and on all, and that its memory does not grow with its input.

    python benchmarks/batch_rate.py            20,000 lines; memory at 2,000 and 20,000
    python benchmarks/batch_rate.py --full     100,000 lines; memory at 10,000 and 100,000

Ends with 1 where memory grows by more than a tenth and 8 MB from the short input to the long one.
"""

import argparse
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


def write_lines(file: Path, count: int) -> None:
    """Write `count` answers of 3 to 8 sentences to the first questions of a shipped bank."""
    shown = command("bank", "show", "warehouse", "--json", capture=True)
    questions = [question["id"] for question in json.loads(shown)["questions"]]
    rng = random.Random(7)
    with file.open("w", encoding="utf-8") as out:
        for number in range(count):
            answer = " ".join(rng.choices(SENTENCES, k=rng.randint(3, 8)))
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
    """Return the seconds a batch takes and the most memory (bytes) that all its processes held together."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "interview_coach", "score", "--batch", str(file)],
        cwd=CHECKOUT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=(lambda: os.sched_setaffinity(0, cores)) if cores else None,  # noqa: PLW1509
    )
    peak = 0

    def watch() -> None:
        nonlocal peak
        while process.poll() is None:
            peak = max(peak, resident(process.pid))
            time.sleep(0.05)

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    seconds = time.perf_counter() - began
    watcher.join()
    if code != 0:
        raise SystemExit(f"the batch ended with {code}")
    return seconds, peak


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
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--full", action="store_true", help="100,000 lines instead of 20,000")
    most = 100_000 if parser.parse_args().full else 20_000
    cores = os.sched_getaffinity(0)
    with tempfile.TemporaryDirectory() as folder:
        short, long = Path(folder) / "short.jsonl", Path(folder) / "long.jsonl"
        write_lines(short, most // 10)
        write_lines(long, most)
        one_core, _ = run_batch(short, {min(cores)})
        _, short_peak = run_batch(short, None)
        all_cores, long_peak = run_batch(long, None)
    print(f"one core:  {most // 10 / one_core:7,.0f} lines a second ({most // 10:,} lines)")
    print(f"{len(cores)} cores:   {most / all_cores:7,.0f} lines a second ({most:,} lines)")
    print(
        f"memory:    {short_peak / 1e6:.0f} MB at {most // 10:,} lines, {long_peak / 1e6:.0f} MB at {most:,}"
    )
    return int(long_peak > short_peak * 1.1 + 8e6)


if __name__ == "__main__":
    sys.exit(main())
