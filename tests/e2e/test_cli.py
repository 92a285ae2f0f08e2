"""The real command in a process of its own: the contract of the command line, and faults."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from interview_coach.cli.batch_workers import cores
from interview_coach.journal.journal import Journal

CHECKOUT = Path(__file__).parents[2]

BANK = """\
format: 1
id: shop
title: Corner shop
questions:
  - id: till
    ask: Tell me about a time the till did not add up.
    competency: honesty
    think: 0
    checklist:
      - id: when
        kind: situation
        point: Names one evening
        probe: Which evening was it?
      - id: own
        kind: ownership
        point: Says what they did themselves
  - id: queue
    ask: What do you do when the queue is long?
    competency: service
    think: 0
    checklist:
      - point: Calls for help
"""

ANSWER = (
    "Last March at the shop in Leeds the till was ten pounds short. I counted it twice, told my manager "
    "the same evening, and we found a note stuck under the drawer."
)

POINT_KEYS = ["id", "kind", "verdict", "confidence", "counted", "evidence", "advice"]
SCORED_KEYS = [
    "id", "bank", "question", "status", "reason", "score", "interval", "points", "delivery", "scorer",
]  # fmt: skip


class Shell:
    """Runs the command in a folder with a bank and an answer."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.home = home
        self.environment = {
            **os.environ,
            "INTERVIEW_COACH_HOME": str(home),
            "PYTHONPATH": str(CHECKOUT),
            "PYTHONUTF8": "1",
        }
        (folder / "shop.yaml").write_text(BANK, encoding="utf-8")
        (folder / "answer.txt").write_text(ANSWER, encoding="utf-8")

    def run(
        self, *words: str, given: str | bytes = b"", **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            [sys.executable, "-m", "interview_coach", *words],
            input=given.encode() if isinstance(given, str) else given,
            cwd=self.folder,
            env=self.environment | environment,
            capture_output=True,
            timeout=120,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    def json(self, *words: str) -> Any:
        done = self.run(*words)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def start(self, *words: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", "interview_coach", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self.folder,
            env=self.environment,
            # A shell that starts the tests in the background has them ignore ctrl+c, and so their children.
            preexec_fn=_listen_to_ctrl_c if os.name == "posix" else None,  # noqa: PLW1509 (no threads yet)
        )


def _listen_to_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    folder = tmp_path / "here"
    folder.mkdir()
    return Shell(folder, tmp_path / "home")


@pytest.fixture
def started(shell: Shell) -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
    """Starts commands that are ended with the test, whatever happens; none may hang for ever."""
    running: list[subprocess.Popen[bytes]] = []

    def start(*words: str) -> "subprocess.Popen[bytes]":
        process = shell.start(*words)
        running.append(process)
        guard = threading.Timer(60, process.kill)
        guard.daemon = True
        guard.start()
        return process

    yield start
    for process in running:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()


# --- The command itself -----------------------------------------------------------------------


def test_the_version_needs_nothing_heavy(shell: Shell) -> None:
    heavy = ("textual", "sqlite3", "yaml", "platformdirs", "json", "multiprocessing", "asyncio")
    program = f"""
import sys
from interview_coach.cli import main
print(main(["--version"]), [name for name in {heavy!r} if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.splitlines()[-1] == "0 []"
    assert shell.run("--version").stdout == done.stdout.splitlines()[0] + "\n"


@pytest.mark.parametrize(
    "words", ["", "rehearse", "score", "bank", "bank check", "history list", "data delete", "doctor"]
)
def test_every_command_explains_itself_with_examples(shell: Shell, words: str) -> None:
    done = shell.run(*words.split(), "--help")

    assert done.returncode == 0
    assert "examples:\n  interview-coach" in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("bank",),
        ("score",),
        ("score", "shop.yaml"),
        ("score", "--batch", "a", "b"),
        ("rehearse", "--questions", "0"),
        ("rehearse", "--mode", "strict"),
        ("rehearse", "--continue", "shop.yaml"),
        ("history", "list", "--limit", "x"),
        ("data", "delete"),
        (),
    ],
)
def test_wrong_usage_is_2_and_said_on_stderr(shell: Shell, words: tuple[str, ...]) -> None:
    done = shell.run(*words)

    assert (done.returncode, done.stdout) == (2, "")
    assert "interview-coach" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_home_folder_a_file_can_still_be_scored(shell: Shell) -> None:
    del shell.environment["INTERVIEW_COACH_HOME"]
    nowhere = {"HOME": "", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""}

    assert shell.run("score", "shop.yaml", "till", "answer.txt", **nowhere).returncode == 0
    assert shell.run("bank", "list", **nowhere).returncode == 0


# --- score ------------------------------------------------------------------------------------


def test_score_as_json_has_the_keys_of_the_contract(shell: Shell) -> None:
    scored = shell.json("score", "shop.yaml", "till", "answer.txt", "--json")

    assert list(scored) == SCORED_KEYS
    assert (scored["id"], scored["bank"], scored["question"]) == (None, "shop", "till")
    assert scored["status"] == "scored"
    assert [list(point) for point in scored["points"]] == [POINT_KEYS, POINT_KEYS]
    low, high = scored["interval"]
    assert 0 <= low <= scored["score"] <= high <= 100
    for point in scored["points"]:
        if point["evidence"]:
            assert ANSWER[point["evidence"]["start"] : point["evidence"]["end"]] == point["evidence"]["text"]


def test_score_for_people_and_from_standard_input(shell: Shell) -> None:
    from_file = shell.run("score", "shop.yaml", "till", "answer.txt")

    assert from_file.stdout.startswith("Score: ")
    assert "Names one evening" in from_file.stdout
    assert "words, about" in from_file.stdout
    for words in (("-",), ()):
        assert (
            shell.run("score", "shop.yaml", "till", *words, given="\ufeff" + ANSWER).stdout
            == from_file.stdout
        )


def test_an_answer_that_cannot_be_judged_is_no_failure(shell: Shell) -> None:
    done = shell.run("score", "shop.yaml", "till", "--json", given="Yes.")

    scored = json.loads(done.stdout)
    assert (done.returncode, scored["status"], scored["score"], scored["points"]) == (
        0,
        "not_scored",
        None,
        [],
    )
    assert scored["reason"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("shop.yaml", "till", "missing.txt"), "missing.txt cannot be read"),
        (("shop.yaml", "till", "."), ". cannot be read"),
        (("shop.yaml", "till", "zero.bin"), "zero.bin is not a text file"),
        (("shop.yaml", "till", "latin.txt"), "latin.txt is not UTF-8 (line 2"),
        (("shop.yaml", "til", "answer.txt"), "did you mean “till”?"),
        (("missing.yaml", "till", "answer.txt"), "missing.yaml:1:1:"),
        (("nowhere", "till", "answer.txt"), "no question bank"),
        (("broken.yaml", "till", "answer.txt"), "broken.yaml:1:"),
    ],
)
def test_what_cannot_be_scored_is_1_and_says_why(shell: Shell, words: tuple[str, ...], says: str) -> None:
    (shell.folder / "zero.bin").write_bytes(b"a\0b")
    (shell.folder / "latin.txt").write_bytes("fine\nnaïve".encode("latin-1"))
    (shell.folder / "broken.yaml").write_text("a: [", encoding="utf-8")

    done = shell.run("score", *words)

    assert (done.returncode, done.stdout) == (1, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_an_encoding_without_our_signs_gets_plainer_ones(shell: Shell) -> None:
    shell.environment["PYTHONUTF8"] = "0"
    done = shell.run("score", "shop.yaml", "till", "answer.txt", PYTHONIOENCODING="ascii")

    assert done.returncode == 0
    assert done.stdout.isascii()
    assert "\\u" not in done.stdout


# --- score --batch ----------------------------------------------------------------------------


def line(number: int, **changed: object) -> str:
    return json.dumps({"id": number, "bank": "shop.yaml", "question": "till", "answer": ANSWER} | changed)


def test_a_batch_keeps_its_order_on_all_cores(shell: Shell) -> None:
    count = 400
    lines = "\n".join(line(n, answer=f"{ANSWER} Number {n}.") for n in range(count))

    done = shell.run("score", "--batch", given=lines)

    assert done.returncode == 0, done.stderr
    answers = [json.loads(text) for text in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == list(range(count))
    assert all(list(answer) == SCORED_KEYS for answer in answers)
    assert done.stderr.startswith("400 lines in ")
    assert "a second" in done.stderr
    assert cores() == 1 or done.stderr.rstrip().endswith("processes")


def test_a_line_of_a_batch_scores_as_a_single_answer_does(shell: Shell) -> None:
    alone = shell.json("score", "shop.yaml", "till", "answer.txt", "--json")
    (shell.folder / "lines.jsonl").write_text(line(5), encoding="utf-8")

    done = shell.run("score", "--batch", "lines.jsonl")

    assert json.loads(done.stdout) == alone | {"id": 5}


def test_bad_lines_are_answered_in_their_place(shell: Shell) -> None:
    lines = [line(1), "nonsense", "", line(4, bank="nowhere.yaml"), line(5, answer=None), line(6)]

    done = shell.run("score", "--batch", given="\n".join(lines))

    answers = [json.loads(text) for text in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [(answer["id"], answer.get("line")) for answer in answers] == [
        (1, None), (None, 2), (4, 4), (5, 5), (6, None),
    ]  # fmt: skip
    assert [list(answer) for answer in answers[1:4]] == [["id", "line", "error"]] * 3


def test_a_slow_producer_gets_each_answer_before_the_next_line(
    started: Callable[..., "subprocess.Popen[bytes]"],
) -> None:
    process = started("score", "--batch")
    assert process.stdin is not None
    assert process.stdout is not None
    for number in range(3):
        process.stdin.write(line(number).encode() + b"\n")
        process.stdin.flush()

        assert json.loads(process.stdout.readline())["id"] == number
    process.stdin.close()
    assert process.wait(30) == 0


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_stops_a_batch_and_its_processes(started: Callable[..., "subprocess.Popen[bytes]"]) -> None:
    process = started("score", "--batch")
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(line(1).encode() + b"\n")
    process.stdin.flush()
    process.stdout.readline()

    process.send_signal(signal.SIGINT)

    assert process.wait(30) == 130
    assert process.stderr is not None
    assert process.stderr.read() == b""


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")
def test_a_reader_that_has_enough_is_no_error_to_shout_about(shell: Shell) -> None:
    (shell.folder / "lines.jsonl").write_text("\n".join(line(n) for n in range(2000)), encoding="utf-8")

    done = subprocess.run(
        f"{sys.executable} -m interview_coach score --batch lines.jsonl | head -n 1",
        shell=True,
        cwd=shell.folder,
        env=shell.environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert json.loads(done.stdout)["id"] == 0
    assert done.stderr == ""


# --- bank -------------------------------------------------------------------------------------


def test_bank_check_points_at_each_fault(shell: Shell) -> None:
    (shell.folder / "bad.yaml").write_text(BANK.replace("checklist", "cheklist", 1), encoding="utf-8")

    done = shell.run("bank", "check", "bad.yaml", "shop.yaml")

    assert done.returncode == 1
    assert any(text.startswith("bad.yaml:") and "checklist" in text for text in done.stdout.splitlines())


def test_bank_check_finds_an_id_twice_in_a_folder(shell: Shell) -> None:
    (shell.folder / "twin.yaml").write_text(BANK, encoding="utf-8")

    done = shell.run("bank", "check", ".")

    assert done.returncode == 1
    assert "twin.yaml:2:" in done.stdout
    assert "`shop` is also that of shop.yaml" in done.stdout


def test_a_warning_fails_only_where_that_is_asked(shell: Shell) -> None:
    (shell.folder / "shop.yaml").write_text(BANK + "extra: 1\n", encoding="utf-8")

    assert shell.run("bank", "check", "shop.yaml").returncode == 0
    assert shell.run("bank", "check", "shop.yaml", "--strict").returncode == 1
    report = shell.json("bank", "check", "shop.yaml", "--json")
    assert "warning" in [fault["severity"] for fault in report["faults"]]


def test_the_shipped_banks_and_ones_own_are_listed_and_right(shell: Shell) -> None:
    own = shell.home / "banks"
    own.mkdir(parents=True)
    (own / "shop.yaml").write_text(BANK, encoding="utf-8")

    listed = {bank["id"]: bank for bank in shell.json("bank", "list", "--json")}

    assert {"warehouse", "shop"} <= set(listed)
    assert (listed["shop"]["own"], listed["warehouse"]["own"]) == (True, False)
    assert shell.run("bank", "check").returncode == 0
    assert "till" in shell.run("bank", "show", "shop").stdout
    assert [q["id"] for q in shell.json("bank", "show", "shop", "--json")["questions"]] == ["till", "queue"]


# --- rehearse --plain, history, data ----------------------------------------------------------


def rehearse(shell: Shell, lines: str, *words: str) -> str:
    done = shell.run("rehearse", "--plain", *words, given=lines)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_rehearsal_through_a_pipe_stands_in_the_history(shell: Shell) -> None:
    said = rehearse(shell, f"{ANSWER}\n.\n:overrule 1 found\n\nI call my colleague.\n.\n\n\n", "shop.yaml")

    assert "Question 2 of 2" in said
    assert "Summary" in said
    assert "\x1b" not in said
    lines = shell.json("history", "list", "--json")
    assert {entry["question"] for entry in lines} == {"till", "queue"}
    assert len(shell.run("history", "list", "--limit", "1").stdout.splitlines()) == 1
    assert [e["question"] for e in shell.json("history", "list", "--search", "COLLEAGUE", "--json")] == [
        next(e["question"] for e in lines if e["id"] == lines[0]["id"])
    ]
    shown = shell.run("history", "show", lines[1]["id"][:8])
    assert ANSWER in shown.stdout
    assert "(yours; the scorer said" in shown.stdout or "found" in shown.stdout


def test_the_export_holds_everything_and_is_for_its_owner_alone(shell: Shell) -> None:
    rehearse(shell, f"{ANSWER}\n.\n\nSecond — naïve ✓.\n.\n\n", "shop.yaml")

    piped = shell.run("history", "export").stdout
    done = shell.run("history", "export", "--out", "out.jsonl")

    assert done.returncode == 0
    out = shell.folder / "out.jsonl"
    assert out.read_text(encoding="utf-8") == piped
    assert [json.loads(text)["answer"] for text in piped.splitlines()] == [ANSWER, "Second — naïve ✓."]
    assert os.name == "nt" or out.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in shell.folder.glob(".out*")] == []


def test_looking_at_a_history_that_is_not_there_begins_none(shell: Shell) -> None:
    assert shell.json("history", "list", "--json") == []
    assert shell.run("history", "export").stdout == ""
    assert shell.run("history", "show", "ab").returncode == 1
    assert not shell.home.exists()


def wait_for_draft(journal: Path) -> None:
    """Return once the journal holds a draft; fail where none comes within 20 seconds."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        with Journal.open_as_it_is(journal) as kept:
            if kept.drafts.count():
                return
        time.sleep(0.02)
    pytest.fail("no draft came into the journal")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_kill_in_the_middle_of_an_answer_loses_nothing(
    shell: Shell, started: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    process = started("rehearse", "--plain", "shop.yaml")
    assert process.stdin is not None
    assert process.stdout is not None

    def say(text: str, until: bytes) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(text.encode())
        process.stdin.flush()
        while until not in (said := process.stdout.readline()):
            assert said, "the command ended"

    say("First answer, all of it.\n.\n", b"Enter: next question")
    say("\nThe second was\nnever finished\n:peek\n", b"1. ")
    # The draft is saved when the command waits for more, and what it prints does not tell when that is: on a
    # busy machine a next line may come first. So the kill waits for the draft itself.
    wait_for_draft(shell.home / "journal.db")
    process.kill()
    process.wait()

    assert [entry["status"] for entry in shell.json("history", "list", "--json")] == ["not_scored"]
    said = rehearse(shell, "until now\n.\n\n\n", "--continue")

    assert "So far you wrote:\n  The second was\n  never finished\n" in said
    exported = [json.loads(text) for text in shell.run("history", "export").stdout.splitlines()]
    assert [entry["answer"] for entry in exported] == [
        "First answer, all of it.",
        "The second was\nnever finished\nuntil now",
    ]


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_says_saved_and_keeps_the_draft(
    shell: Shell, started: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    process = started("rehearse", "--plain", "shop.yaml")
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"half an answer\n:peek\n")
    process.stdin.flush()
    while b"1. " not in process.stdout.readline():
        pass

    process.send_signal(signal.SIGINT)

    assert process.wait(30) == 130
    assert b"Saved." in process.stdout.read()
    assert "  half an answer" in rehearse(shell, "", "--continue")


def test_there_may_be_nothing_to_go_on_with(shell: Shell) -> None:
    done = shell.run("rehearse", "--plain", "--continue")

    assert done.returncode == 1
    assert "no unfinished rehearsal" in done.stderr


def test_a_competency_that_no_bank_has_is_told_with_those_there_are(shell: Shell) -> None:
    done = shell.run("rehearse", "shop.yaml", "--plain", "--competency", "juggling")

    assert done.returncode == 1
    assert "honesty, service" in done.stderr


def test_data_is_shown_and_deleted(shell: Shell) -> None:
    rehearse(shell, f"{ANSWER}\n.\n", "shop.yaml")
    (shell.home / "banks").mkdir()
    (shell.home / "banks" / "own.yaml").write_text(BANK, encoding="utf-8")

    shown = shell.json("data", "show", "--json")
    assert (shown["answers"], shown["fault"]) == (1, None)
    assert str(shell.home) in shell.run("data", "show").stdout

    assert shell.run("data", "delete", given="y\ndelete\n").returncode == 2
    assert (shell.home / "journal.db").exists()
    assert shell.run("data", "delete", "--keep-banks", "--yes-delete-everything").returncode == 0
    assert [path.name for path in shell.home.rglob("*")] == ["banks", "own.yaml"]
    assert shell.run("data", "delete", "--yes-delete-everything").returncode == 0
    assert not shell.home.exists()


@pytest.mark.skipif(os.name == "nt", reason="a terminal of POSIX")
@pytest.mark.parametrize(
    ("typed", "deleted"), [("y\rdelete\r", True), ("y\rdel\r", False), ("\r", False), ("n\r", False)]
)
def test_deleting_asks_twice(shell: Shell, typed: str, deleted: bool) -> None:
    rehearse(shell, f"{ANSWER}\n.\n", "shop.yaml")
    controller, terminal = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "interview_coach", "data", "delete"],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env=shell.environment,
    )
    os.close(terminal)
    os.write(controller, typed.encode())

    code = process.wait(60)
    os.close(controller)

    assert code == (0 if deleted else 1)
    assert (shell.home / "journal.db").exists() is not deleted


# --- doctor -----------------------------------------------------------------------------------


def test_the_doctor_finds_nothing_wrong_with_a_fresh_start(shell: Shell) -> None:
    report = shell.json("doctor", "--json")

    assert report["ok"]
    sections = {finding["section"] for finding in report["findings"]}
    assert sections == {"Versions", "Terminal", "Scoring", "Speech", "Paths", "Settings", "Banks", "Journal"}
    assert "Nothing needs doing." in shell.run("doctor").stdout


def bad_findings(shell: Shell) -> dict[str, str]:
    done = shell.run("doctor", "--json")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    findings = json.loads(done.stdout)["findings"]
    assert all(finding["hint"] for finding in findings if finding["state"] == "bad")
    return {finding["section"]: finding["value"] for finding in findings if finding["state"] == "bad"}


def test_the_doctor_sets_a_damaged_journal_aside_and_says_so(shell: Shell) -> None:
    shell.home.mkdir()
    (shell.home / "journal.db").write_bytes(b"no database at all" * 100)

    assert "set aside as journal.damaged-" in bad_findings(shell)["Journal"]
    kept = [path.read_bytes() for path in shell.home.glob("journal.damaged-*")]
    assert kept == [b"no database at all" * 100]
    assert shell.json("doctor", "--json")["ok"]


def test_the_doctor_works_where_everything_is_broken(shell: Shell) -> None:
    (shell.home / "banks").mkdir(parents=True)
    (shell.home / "banks" / "bad.yaml").write_text("format: [", encoding="utf-8")
    (shell.home / "settings.json").write_text("{", encoding="utf-8")
    (shell.home / "journal.db").mkdir()

    assert set(bad_findings(shell)) == {"Settings", "Banks", "Journal"}


def test_the_doctor_works_where_the_home_is_a_file(shell: Shell) -> None:
    shell.home.write_text("", encoding="utf-8")

    assert "Paths" in bad_findings(shell)
