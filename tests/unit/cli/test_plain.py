"""The plain rehearsal: what is said, what is kept, and that nothing typed gets lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from interview_coach.banks.question import Point, PointKind, Question
from interview_coach.cli.plain import PlainRehearsal
from interview_coach.coaching.coach import Coach
from interview_coach.coaching.rehearsal import Mode, Phase, Rehearsal
from interview_coach.errors import CoachError
from interview_coach.journal.journal import Journal
from interview_coach.journal.records import Attempt, PlannedQuestion
from interview_coach.scoring.assessment import Verdict

GOOD = "Last May at the depot I stopped the line myself, and told my supervisor about the leaking drum."


def planned(number: int, think: int = 0) -> PlannedQuestion:
    checklist = (
        Point("who", "Says who was there", PointKind.SITUATION, probe="Who was there?"),
        Point("own", "Says what they did", PointKind.OWNERSHIP),
    )
    question = Question(f"q{number}", f"Question text {number}?", checklist, think=think, competency="safety")
    return PlannedQuestion("shop", "Shop", "en", question)


class Script:
    """Gives lines one by one; None stands for an end of input. Before each it waits, as a person does."""

    def __init__(self, *lines: str | None) -> None:
        self._lines: Iterator[str | None] = iter(lines)

    def read_line(self, idle: Callable[[], object]) -> str | None:
        idle()
        return next(self._lines, None)


class Stage:
    """One rehearsal of two questions with everything it needs."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.said: list[str] = []
        self.time = 0.0
        self.coach = Coach(journal, lambda: self.time)

    def rehearsal(self, mode: Mode = Mode.COACH, *, think: int = 0, questions: int = 2) -> Rehearsal:
        return self.coach.start([planned(n, think) for n in range(1, questions + 1)], mode, think=think > 0)

    def play(self, rehearsal: Rehearsal, *lines: str | None, draft: str = "") -> bool:
        self.said.clear()
        plain = PlainRehearsal(self.coach, rehearsal, Script(*lines), self.said.append, lambda: self.time)
        return plain.run(draft)

    def answers(self, rehearsal: Rehearsal) -> list[str]:
        return [attempt.answer for attempt in self.journal.attempts.of_rehearsal(rehearsal.id)]

    @property
    def text(self) -> str:
        return "\n".join(self.said)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with Journal.open(tmp_path / "journal.db") as journal:
        yield Stage(journal)


def test_from_the_first_question_to_the_summary(stage: Stage) -> None:
    rehearsal = stage.rehearsal()

    finished = stage.play(rehearsal, GOOD, "", "And we went home.", ".", "", "Second answer.", ".", "", "")

    assert finished
    assert stage.answers(rehearsal) == [f"{GOOD}\n\nAnd we went home.", "Second answer."]
    assert "Question 1 of 2 (safety)" in stage.said
    assert "Question 2 of 2 (safety)" in stage.said
    assert any("Says who was there" in line for line in stage.said)
    assert "Summary" in stage.said
    assert stage.coach.unfinished() is None


def test_every_attempt_is_scored(stage: Stage) -> None:
    rehearsal = stage.rehearsal()

    stage.play(rehearsal, GOOD, ".", "", GOOD, ".")

    assert stage.journal.attempts.unscored() == []


def test_nothing_that_a_terminal_would_act_on_is_said(stage: Stage) -> None:
    stage.play(stage.rehearsal(), f"\x1b[31m{GOOD}\x07", ".", ":\x1b]0;x\x07", "", ".")

    assert not [line for line in stage.said if any(ord(c) < 32 and c != "\n" for c in line)]


def test_interview_mode_keeps_its_feedback_for_the_end(stage: Stage) -> None:
    stage.play(stage.rehearsal(Mode.INTERVIEW), GOOD, ".", GOOD, ".", "")

    first_feedback = next(
        i for i, line in enumerate(stage.said) if line.startswith(("Score:", "Not scored:"))
    )
    assert first_feedback > stage.said.index("Question 2 of 2 (safety)")
    assert sum(line.startswith(("Score:", "Not scored:")) for line in stage.said) == 2


def test_a_draft_is_kept_before_each_wait_and_taken_up_again(stage: Stage) -> None:
    rehearsal = stage.rehearsal()
    drafts: list[str] = []

    class Watching(Script):
        def read_line(self, idle: Callable[[], object]) -> str | None:
            line = super().read_line(idle)
            drafts.append(stage.coach.draft(rehearsal))
            return line

    script = Watching("one", "two", ":quit")
    PlainRehearsal(stage.coach, rehearsal, script, stage.said.append, lambda: stage.time).run()
    record = stage.coach.unfinished()
    assert record is not None
    again, draft = stage.coach.go_on(record)

    stage.play(again, "three", ".", None, draft=draft)

    assert drafts == ["", "one", "one\ntwo"]
    assert stage.answers(rehearsal) == ["one\ntwo\nthree"]
    assert "  one" in stage.said


def test_lines_that_come_without_a_pause_are_kept_every_second(stage: Stage) -> None:
    rehearsal = stage.rehearsal()
    drafts: list[str] = []

    class Hurried(Script):
        def read_line(self, idle: Callable[[], object]) -> str | None:
            stage.time += 0.4
            drafts.append(stage.coach.draft(rehearsal))
            return next(self._lines, None)

    script = Hurried(*"abcdef")
    PlainRehearsal(stage.coach, rehearsal, script, stage.said.append, lambda: stage.time).run()

    assert drafts[:6] == ["", "", "", "a\nb\nc", "a\nb\nc", "a\nb\nc"]


def test_the_end_of_input_ends_the_answer_and_leaves_the_rest_open(stage: Stage) -> None:
    rehearsal = stage.rehearsal()

    finished = stage.play(rehearsal, GOOD, None, None)

    assert not finished
    assert stage.answers(rehearsal) == [GOOD]
    assert stage.coach.unfinished() is not None
    assert "--continue" in stage.said[-1]


def test_somebody_who_comes_back_after_feedback_hears_it_again(stage: Stage) -> None:
    stage.play(stage.rehearsal(), GOOD, ".", None)
    record = stage.coach.unfinished()
    assert record is not None
    again, draft = stage.coach.go_on(record)

    stage.play(again, None, draft=draft)

    assert "Going on at question 1 of 2." in stage.said
    assert any(line.startswith("Score:") for line in stage.said)


def test_text_after_feedback_begins_the_next_answer(stage: Stage) -> None:
    rehearsal = stage.rehearsal()

    stage.play(rehearsal, "first", ".", "second", ".")

    assert stage.answers(rehearsal) == ["first", "second"]


def test_retry_asks_again(stage: Stage) -> None:
    rehearsal = stage.rehearsal()

    stage.play(rehearsal, "first", ".", ":retry", "better", ".", None)

    assert stage.answers(rehearsal) == ["first", "better"]
    assert rehearsal.position == 0
    assert "Question 1 of 2 (safety), again" in stage.said


def test_a_skipped_question_is_taken_up_at_the_end_with_its_draft(stage: Stage) -> None:
    rehearsal = stage.rehearsal()

    stage.play(rehearsal, "half", ":skip", "second", ".", "", ":back 1", "whole", ".", "", "")

    assert stage.answers(rehearsal) == ["second", "half\nwhole"]
    assert "Skipped: 1. :back 1 takes it up." in stage.said


@pytest.mark.parametrize(
    ("command", "verdict"), [(":overrule 2 found", "found"), (":overrule 2 MISSED", "missed")]
)
def test_overruling_counts_and_can_be_taken_back(stage: Stage, command: str, verdict: str) -> None:
    rehearsal = stage.rehearsal()

    def kept() -> Attempt:
        (attempt,) = stage.journal.attempts.of_rehearsal(rehearsal.id)
        return attempt

    stage.play(rehearsal, GOOD, ".", command, None)
    assert kept().overrules == {"own": Verdict(verdict)}

    assert any(line.startswith("  remembered: “") for line in stage.said)
    assert stage.journal.taught.count() == 1

    again = stage.rehearsal()
    stage.play(again, GOOD, ".", command, ":undo", None)
    (attempt,) = stage.journal.attempts.of_rehearsal(again.id)
    assert attempt.overrules == {}
    assert stage.journal.taught.count() == 1


def test_overruling_at_the_end_names_the_question(stage: Stage) -> None:
    rehearsal = stage.rehearsal(Mode.INTERVIEW)

    stage.play(rehearsal, GOOD, ".", GOOD, ".", ":overrule 2 1 found", "")

    first, second = stage.journal.attempts.of_rehearsal(rehearsal.id)
    assert (first.overrules, second.overrules) == ({}, {"who": Verdict.FOUND})


@pytest.mark.parametrize(
    "wrong", ["", " found", " 1", " 9 found", " 0 found", " -1 found", " x found", " 1 good", " 1 2 found"]
)
def test_overruling_in_other_words_is_explained(stage: Stage, wrong: str) -> None:
    rehearsal = stage.rehearsal()

    stage.play(rehearsal, GOOD, ".", f":overrule{wrong}", None)

    assert any(line.endswith(":overrule 3 found") for line in stage.said if line.startswith("Say which"))
    assert stage.journal.attempts.of_rehearsal(rehearsal.id)[0].overrules == {}


def test_undo_takes_back_the_last_line(stage: Stage) -> None:
    rehearsal = stage.rehearsal()

    stage.play(rehearsal, "keep", "drop", ":undo", ".", None)

    assert stage.answers(rehearsal) == ["keep"]


def test_a_colon_can_begin_a_line(stage: Stage) -> None:
    rehearsal = stage.rehearsal()

    stage.play(rehearsal, "::-) I laughed", ".", None)

    assert stage.answers(rehearsal) == [":-) I laughed"]


def test_time_stands_still_in_a_pause(stage: Stage) -> None:
    rehearsal = stage.rehearsal()

    class Waiting(Script):
        def read_line(self, idle: Callable[[], object]) -> str | None:
            stage.time += 10
            return super().read_line(idle)

    script = Waiting("a", ":pause", "", ".", None)
    PlainRehearsal(stage.coach, rehearsal, script, stage.said.append, lambda: stage.time).run()

    (attempt,) = stage.journal.attempts.of_rehearsal(rehearsal.id)
    assert attempt.seconds == 30.0
    assert "Paused at 0:20. Enter goes on." in stage.said


def test_enter_ends_the_thinking_time(stage: Stage) -> None:
    rehearsal = stage.rehearsal(think=30)

    stage.play(rehearsal, "", "text", ":quit")

    assert rehearsal.phase is Phase.ANSWERING
    assert stage.coach.draft(rehearsal) == "text"


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ((".",), "Nothing is written yet. :skip passes the question."),
        ((":next",), "First finish this answer with a full stop, or pass the question with :skip."),
        ((":retry",), "There is no answer to give again yet."),
        ((":back",), "Questions that were skipped can be taken up again at the end."),
        ((":undo",), "There is nothing to take back."),
        ((":peek",), "2. Says what they did"),
        ((GOOD, ".", ":skip"), "There is no open question to skip."),
        ((GOOD, ".", ":pause"), "No time is running."),
        (
            (":nonsense",),
            "“:nonsense” is no command; :help lists them. (To begin a line with a colon, write two.)",
        ),
    ],
)
def test_what_cannot_be_done_is_said(stage: Stage, lines: tuple[str, ...], says: str) -> None:
    stage.play(stage.rehearsal(), *lines, None)

    assert says in stage.said


def test_an_answer_that_cannot_be_saved_is_not_lost(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    rehearsal = stage.rehearsal()
    submit = stage.coach.submit
    faults = [CoachError("The disk is full.", "Free some space.")]

    def failing_once(of: Rehearsal, answer: str) -> Attempt:
        if faults:
            raise faults.pop()
        return submit(of, answer)

    monkeypatch.setattr(stage.coach, "submit", failing_once)
    stage.play(rehearsal, "precious", ".", ".", None)

    assert "The disk is full.\nFree some space." in stage.text
    assert stage.answers(rehearsal) == ["precious"]
