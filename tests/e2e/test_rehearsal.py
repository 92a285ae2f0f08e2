"""A rehearsal from the first key to the summary in a real terminal, and what the journal holds afterwards."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from interview_coach.journal.records import RehearsalStatus
from interview_coach.scoring.assessment import Verdict
from tests.e2e import homes
from tests.e2e.homes import ANSWER
from tests.e2e.steps import answer, type_answer
from tests.e2e.terminal import APP, Terminal

pytestmark = pytest.mark.slow


@pytest.mark.skipif(
    find_spec("interview_coach.tui.screens.first_start") is None, reason="there is no first start yet"
)
def test_two_keys_lead_from_a_first_start_to_the_first_question() -> None:
    with Terminal() as terminal:
        terminal.wait_for("start")
        terminal.wait_for("Warehouse and forklift")
        terminal.send("enter", "ctrl+s")
        terminal.wait_for("1 of 6")
        terminal.wait_for("thinking time")


def test_a_rehearsal_from_today_to_the_summary(own_home: Path) -> None:
    homes.prepare(own_home, homes.bank(4), questions_per_rehearsal=4)
    with Terminal() as terminal:
        terminal.wait_for("history")
        terminal.send("enter")
        terminal.wait_for("1 of 4")
        answer(terminal, ANSWER)
        for mark in ("1 ✓", "Checklist", "Names a specific occasion", "next question"):
            terminal.wait_for(mark)

        terminal.send("home")
        terminal.send("o")
        terminal.wait_for("It counts at once")
        terminal.send("f")
        terminal.wait_for("1 ✓ Names a specific occasion (yours)")
        terminal.send("u")
        terminal.wait_for("1 ✓ Names a specific occasion")
        terminal.wait_for("(yours)", gone=True)
        terminal.send("o")
        terminal.wait_for("It counts at once")
        terminal.send("m")
        terminal.wait_for("1 ✗ Names a specific occasion (yours)")

        terminal.send("r")
        terminal.wait_for("Nothing typed yet")
        answer(terminal, "Once more. " + ANSWER)
        terminal.wait_for("last time")
        terminal.send("enter")
        terminal.wait_for("2 of 4")
        terminal.send("ctrl+n")
        terminal.wait_for("3 of 4")
        answer(terminal, "The third. " + ANSWER)
        terminal.send("enter")
        terminal.wait_for("4 of 4")
        answer(terminal, "The fourth. " + ANSWER)
        terminal.wait_for("enter: summary")
        terminal.send("enter")
        terminal.wait_for("3 answers to 4 questions")
        terminal.wait_for("skipped ones")

        terminal.send("b")
        terminal.wait_for("2 of 4")
        answer(terminal, "The second. " + ANSWER)
        terminal.send("enter")
        terminal.wait_for("4 answers to 4 questions")
        terminal.send("escape")
        today = terminal.wait_for("my questions")
        assert "Go on" not in today
        terminal.send("ctrl+q")
        assert terminal.exit_code() == 0
        assert "Saved." in terminal.text

    kept = homes.attempts(own_home)
    begun = ("", "Once more. ", "The third. ", "The fourth. ", "The second. ")
    assert [attempt.answer for attempt in kept] == [f"{words}{ANSWER}" for words in begun]
    (record,) = homes.rehearsals(own_home, kept)
    asked = [planned.question.id for planned in record.questions]
    assert [attempt.question.id for attempt in kept] == [asked[i] for i in (0, 0, 2, 3, 1)]
    assert [dict(attempt.overrules) for attempt in kept] == [{"situation": Verdict.MISSED}, {}, {}, {}, {}]
    assert all(attempt.assessment is not None for attempt in kept)
    assert record.status is RehearsalStatus.FINISHED
    assert homes.drafts(own_home, record) == {}
    assert homes.unfinished(own_home) is None


def test_an_interview_gives_no_feedback_before_its_end(own_home: Path) -> None:
    homes.prepare(own_home, homes.bank(2, think=0), questions_per_rehearsal=2)
    with Terminal() as terminal:
        terminal.wait_for("history")
        terminal.send("down", "enter")
        terminal.wait_for("1 of 2")
        type_answer(terminal, ANSWER)
        before = len(terminal.output)
        terminal.send("ctrl+s")
        terminal.wait_for("2 of 2")
        terminal.wait_for("Nothing typed yet")
        assert "What you said" not in terminal.output[before:].decode()
        type_answer(terminal, "The other. " + ANSWER)
        terminal.send("ctrl+s")
        terminal.wait_for("2 answers to 2 questions")
        terminal.send("enter")
        terminal.wait_for("What you said")
        terminal.wait_for("Checklist")

    kept = homes.attempts(own_home)
    assert [attempt.answer for attempt in kept] == [ANSWER, "The other. " + ANSWER]
    assert all(attempt.assessment is not None for attempt in kept)
    assert homes.unfinished(own_home) is None


def test_an_answer_left_in_the_middle_is_there_at_the_next_start(own_home: Path) -> None:
    homes.prepare(own_home, homes.bank(3), questions_per_rehearsal=3)
    with Terminal() as terminal:
        terminal.wait_for("history")
        terminal.send("enter")
        terminal.wait_for("1 of 3")
        terminal.send("ctrl+n")
        asked = question_on(terminal, "2 of 3")
        terminal.write("In March I was")
        terminal.wait_for("In March I was")
        terminal.send("ctrl+q")
        assert terminal.exit_code() == 0
        assert "Saved." in terminal.text

    with Terminal() as terminal:
        terminal.wait_for("Go on with question 2 of 3")
        terminal.send("enter")
        terminal.wait_for("In March I was")
        terminal.wait_for("Paused")
        assert question_on(terminal, "2 of 3") == asked
        # One goes on writing where one stopped.
        terminal.write(" asked to lift it.")
        terminal.wait_for("In March I was asked to lift it.")
        terminal.wait_for("8 words · all saved")
        terminal.send("ctrl+s")
        terminal.wait_for("What you said")

    assert homes.answers(own_home) == ["In March I was asked to lift it."]


def question_on(terminal: Terminal, progress: str) -> str:
    """Return the question on the screen once the `progress` is there."""
    terminal.wait_for(progress)
    screen = terminal.wait_for("Question ")
    return next(line for line in screen.splitlines() if "Question " in line).strip()


def test_what_was_typed_at_a_skipped_question_waits_there(own_home: Path) -> None:
    homes.prepare(own_home, homes.bank(2, think=0), questions_per_rehearsal=2)
    with Terminal() as terminal:
        terminal.wait_for("history")
        terminal.send("enter")
        terminal.wait_for("1 of 2")
        terminal.write("Half an answer")
        terminal.wait_for("Half an answer")
        terminal.send("ctrl+n")
        terminal.wait_for("2 of 2")
        terminal.wait_for("Nothing typed yet")
        answer(terminal, ANSWER)
        terminal.send("enter")
        terminal.wait_for("1 answer to 2 questions")
        terminal.send("b")
        terminal.wait_for("1 of 2")
        terminal.wait_for("Half an answer")


def test_the_answer_begins_by_itself_when_the_thinking_time_is_over(own_home: Path, tmp_path: Path) -> None:
    homes.prepare(own_home)
    path = tmp_path / "own.yaml"
    path.write_text(homes.bank(1, think=1), "utf-8")
    with Terminal(*APP, "rehearse", str(path)) as terminal:
        terminal.wait_for("thinking time 0:0")
        terminal.wait_for("Nothing typed yet")
        terminal.wait_for("thinking time", gone=True)
        terminal.wait_for("^s done")
        answer(terminal, ANSWER)

    assert homes.answers(own_home) == [ANSWER]


def test_the_keys_of_the_answer_replace_those_of_thinking_in_a_narrow_terminal(own_home: Path) -> None:
    homes.prepare(own_home, homes.bank(1, think=3), questions_per_rehearsal=1)
    with Terminal(columns=80, rows=24) as terminal:
        terminal.wait_for("history")
        terminal.send("enter")
        terminal.wait_for("thinking time")
        terminal.send("f3")
        terminal.wait_for("Says how it ended")
        terminal.wait_for("Nothing typed yet")
        terminal.wait_for("^s done", timeout=5)


@pytest.mark.parametrize("thinking", [True, False], ids=["while thinking", "while answering"])
def test_no_letter_is_lost_however_quick_they_come(own_home: Path, thinking: bool) -> None:
    # A slow machine, or a terminal that does not mark what is pasted, delivers many keys at once.
    homes.prepare(own_home, homes.bank(6, think=30 if thinking else 0), questions_per_rehearsal=6)
    written = [f"Number {number}. {ANSWER}" for number in range(6)]
    with Terminal() as terminal:
        terminal.wait_for("history")
        terminal.send("enter")
        for number, text in enumerate(written, 1):
            terminal.wait_for(f"{number} of 6")
            terminal.wait_for("thinking time" if thinking else "Nothing typed yet")
            type_answer(terminal, text)
            terminal.send("ctrl+s")
            terminal.wait_for("What you said")
            terminal.send("enter")
        terminal.wait_for("6 answers to 6 questions")

    assert homes.answers(own_home) == written


def test_done_waits_for_the_letters_typed_before_it(own_home: Path) -> None:
    homes.prepare(own_home, homes.bank(6, think=0), questions_per_rehearsal=6)
    written = [f"Number {number}. {ANSWER}" for number in range(6)]
    with Terminal() as terminal:
        terminal.wait_for("history")
        terminal.send("enter")
        for number, text in enumerate(written, 1):
            terminal.wait_for(f"{number} of 6")
            terminal.wait_for("Nothing typed yet")
            terminal.send(text, "ctrl+s")
            terminal.wait_for("What you said", timeout=10)
            terminal.send("enter")
        terminal.wait_for("6 answers to 6 questions")

    assert homes.answers(own_home) == written
