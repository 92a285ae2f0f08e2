"""The rehearsal as plain lines in and out: for screen readers, pipes and anything that is no full screen."""

from collections.abc import Callable
from typing import Protocol

from interview_coach.cli import plain_text as text
from interview_coach.cli.feedback_text import feedback_lines
from interview_coach.coaching.coach import Coach
from interview_coach.coaching.rehearsal import Clock, Mode, Phase, Rehearsal
from interview_coach.coaching.summary import summarise
from interview_coach.coaching.wording import clock, status_text, taught_text
from interview_coach.errors import CoachError
from interview_coach.journal.records import Attempt
from interview_coach.scoring.assessment import Verdict
from interview_coach.visible import visible

_DRAFT_SECONDS = 1.0
"""While lines come without a pause, the draft is saved this often; in every pause at once."""


class LineSource(Protocol):
    """Where the lines come from."""

    def read_line(self, idle: Callable[[], object]) -> str | None:
        """Return the next line without its end, None at the end of input; call `idle` before waiting."""


class PlainRehearsal:
    """Talks through one rehearsal. What was typed is in the journal whenever it waits for a line."""

    def __init__(
        self,
        coach: Coach,
        rehearsal: Rehearsal,
        lines: LineSource,
        write_line: Callable[[str], None],
        monotonic: Clock,
    ) -> None:
        self._coach = coach
        self._rehearsal = rehearsal
        self._lines = lines
        self._write = write_line
        self._monotonic = monotonic
        self._answer: list[str] = []
        self._unsaved = False
        self._saved_at = monotonic()
        self._announced: tuple[int, int] | None = None
        self._overruled: list[tuple[str, str, Verdict | None]] = []
        """Attempt, point and what stood there before, for taking back."""

    def run(self, draft: str = "") -> bool:
        """Rehearse until the end; return False where it was left before. Raises `CoachError`.

        `draft` is what was written already of the answer that is due.
        """
        self._answer = draft.split("\n") if draft else []
        self._say(text.introduction(self._rehearsal))
        if self._rehearsal.phase is Phase.ASSESSED:
            self._feedback_again()
        while True:
            self._announce()
            line = self._lines.read_line(self.keep_draft)
            self._rehearsal.tick()
            if line is None:
                if not self._end_of_input():
                    return self._rehearsal.phase is Phase.FINISHED
            elif line.startswith(":") and not line.startswith("::"):
                if not self._command(line[1:]):
                    return self._rehearsal.phase is Phase.FINISHED
            elif not self._take(line.removeprefix(":")):
                return True

    def keep_draft(self) -> bool:
        """Save what is written of the answer, if anything changed; return whether all of it is on disk.

        A full disk is told, once for each try.
        """
        if not self._unsaved:
            return True
        try:
            self._coach.keep_draft(self._rehearsal, "\n".join(self._answer))
        except CoachError as error:
            self._say([visible(error.message), "Your answer is not saved yet; it is tried again."])
        else:
            self._unsaved = False
        self._saved_at = self._monotonic()
        return not self._unsaved

    # --- Lines --------------------------------------------------------------------------------

    def _take(self, line: str) -> bool:
        """Take a line that is no command; return False where the rehearsal is over."""
        blank = not line.strip()
        match self._rehearsal.phase:
            case Phase.FINISHED:
                if blank:
                    return False
                self._say(["All questions are done; that line was not kept. Enter leaves."])
                return True
            case Phase.ASSESSED:
                self._next()
                if not blank and line.strip() != ".":
                    return self._text_after_feedback(line)
                return True
            case Phase.THINKING:
                if self._went_on() and blank:
                    return True
                self._rehearsal.begin_answer()
        if self._rehearsal.paused:
            self._went_on()
        if line.strip() == ".":
            self._submit()
        elif self._answer or not blank:
            self._write_down(line)
        return True

    def _text_after_feedback(self, line: str) -> bool:
        if self._rehearsal.phase is not Phase.FINISHED:
            self._announce()
            self._say(
                [f"(Taken as the first line of your answer to question {self._rehearsal.position + 1}.)"]
            )
        return self._take(line)

    def _write_down(self, line: str) -> None:
        self._answer.append(line)
        self._unsaved = True
        if self._monotonic() - self._saved_at >= _DRAFT_SECONDS:
            self.keep_draft()

    def _end_of_input(self) -> bool:
        """End the answer, as a full stop does; return False where there is none and so nothing to do."""
        answering = self._rehearsal.phase is Phase.ANSWERING and any(line.strip() for line in self._answer)
        if answering and self._submit():
            return True
        self._leave()
        return False

    def _went_on(self) -> bool:
        """Let a stopped time run again; return whether it was stopped."""
        if not self._rehearsal.paused:
            return False
        self._rehearsal.resume()
        self._say(["Going on."])
        return True

    # --- Steps --------------------------------------------------------------------------------

    def _announce(self) -> None:
        rehearsal = self._rehearsal
        if rehearsal.phase is Phase.FINISHED:
            if self._announced != (rehearsal.position, 0):
                self._announced = (rehearsal.position, 0)
                self._finish()
            return
        here = (rehearsal.position, len(rehearsal.attempts_at(rehearsal.position)))
        if rehearsal.phase is Phase.ASSESSED or self._announced == here:
            return
        self._announced = here
        self._say(text.question(rehearsal, self._answer))

    def _submit(self) -> bool:
        """Save and score the answer; return False where it is empty or could not be saved."""
        answer = "\n".join(self._answer).strip("\n")
        if not answer.strip():
            self._say(["Nothing is written yet. :skip passes the question."])
            return False
        try:
            attempt = self._coach.submit(self._rehearsal, answer)
        except CoachError as error:
            self._say([visible(str(error)), "Your answer is still here: a full stop tries again."])
            return False
        self._overruled.clear()
        self._answer, self._unsaved = [], False
        attempt = self._coach.assess(attempt)
        if self._rehearsal.mode is Mode.INTERVIEW:
            self._say(["Saved. Feedback comes at the end."])
            self._take_up_draft()
        else:
            self._feedback(attempt)
            self._say([text.AFTER_FEEDBACK])
        return True

    def _feedback(self, attempt: Attempt) -> None:
        if attempt.assessment is None:
            self._say([status_text(None)])
        else:
            self._say(["", *feedback_lines(attempt.question, attempt.assessment)])

    def _feedback_again(self) -> None:
        """Tell somebody who comes back what was last said."""
        attempt = self._coach.attempts_of(self._rehearsal)[self._rehearsal.position][-1]
        self._say(["", text.asked(attempt.question)])
        self._feedback(attempt)
        self._say([text.AFTER_FEEDBACK])

    def _next(self) -> None:
        self._coach.next(self._rehearsal)
        self._take_up_draft()

    def _take_up_draft(self) -> None:
        draft = "" if self._rehearsal.phase is Phase.FINISHED else self._coach.draft(self._rehearsal)
        self._answer, self._unsaved = (draft.split("\n") if draft else []), False

    def _leave(self) -> None:
        self.keep_draft()
        if self._rehearsal.phase is not Phase.FINISHED:
            self._say(["", *text.left(self._rehearsal)])

    def _finish(self) -> None:
        self._coach.finish(self._rehearsal)
        attempts = self._coach.attempts_of(self._rehearsal)
        if self._rehearsal.mode is Mode.INTERVIEW:
            for position, of_question in attempts.items():
                if of_question:
                    self._say(["", f"Question {position + 1}: {text.asked(of_question[-1].question)}"])
                    self._feedback(of_question[-1])
        summary = summarise(self._rehearsal.questions, attempts)
        self._say(["", *text.summary_lines(summary), text.AFTER_SUMMARY])
        if self._rehearsal.skipped:
            self._say([text.skipped(self._rehearsal)])

    # --- Commands -----------------------------------------------------------------------------

    def _command(self, words: str) -> bool:
        """Do what a line beginning with a colon asks for; return False where it asks to leave."""
        name, *rest = words.split() or [""]
        commands: dict[str, Callable[[list[str]], None]] = {
            "help": lambda _: self._say(text.HELP),
            "peek": lambda _: self._say(text.checklist(self._rehearsal)),
            "skip": lambda _: self._skip(),
            "pause": lambda _: self._pause(),
            "retry": lambda _: self._retry(),
            "next": lambda _: self._next_if_assessed(),
            "overrule": self._overrule,
            "undo": lambda _: self._undo(),
            "back": self._back,
        }
        if name in ("quit", "q"):
            self._leave()
            return False
        if name in commands:
            commands[name](rest)
        else:
            self._say([text.unknown(name)])
        return True

    def _skip(self) -> None:
        if self._rehearsal.phase not in (Phase.THINKING, Phase.ANSWERING):
            self._say(["There is no open question to skip."])
            return
        self.keep_draft()
        self._coach.skip(self._rehearsal)
        self._take_up_draft()

    def _pause(self) -> None:
        if self._rehearsal.phase not in (Phase.THINKING, Phase.ANSWERING):
            self._say(["No time is running."])
            return
        self._rehearsal.pause()
        self._say([f"Paused at {clock(self._rehearsal.seconds)}. Enter goes on."])

    def _retry(self) -> None:
        if self._rehearsal.phase is not Phase.ASSESSED:
            self._say(["There is no answer to give again yet."])
            return
        self._rehearsal.retry()

    def _next_if_assessed(self) -> None:
        if self._rehearsal.phase is not Phase.ASSESSED:
            self._say(["First finish this answer with a full stop, or pass the question with :skip."])
            return
        self._next()

    def _back(self, words: list[str]) -> None:
        skipped = self._rehearsal.skipped
        if self._rehearsal.phase is not Phase.FINISHED or not skipped:
            self._say(["Questions that were skipped can be taken up again at the end."])
            return
        number = words[0] if words else str(skipped[0] + 1)
        if not number.isdecimal() or int(number) - 1 not in skipped:
            self._say([text.skipped(self._rehearsal)])
            return
        self._coach.revisit(self._rehearsal, int(number) - 1)
        self._announced = None
        self._take_up_draft()

    def _overrule(self, words: list[str]) -> None:
        try:
            attempt_id, point_number, verdict = self._overruling(words)
            self._set_verdict(attempt_id, point_number, verdict)
        except ValueError:
            example = ":overrule 2 3 found (question, point)" if self._at_end else ":overrule 3 found"
            self._say([f"Say which point and what it is, found, unclear or missed: {example}"])

    @property
    def _at_end(self) -> bool:
        return self._rehearsal.phase is Phase.FINISHED

    def _overruling(self, words: list[str]) -> tuple[str, int, Verdict]:
        """Return attempt, point (from 0) and verdict. Raises `ValueError`."""
        *numbers, said = words or [""]
        verdict = Verdict(said.lower())
        position = int(numbers.pop(0)) - 1 if self._at_end and numbers else self._rehearsal.position
        attempts = self._rehearsal.attempts_at(position)
        if not attempts or len(numbers) != 1 or int(numbers[0]) < 1:
            raise ValueError(words)
        return attempts[-1], int(numbers[0]) - 1, verdict

    def _set_verdict(self, attempt_id: str, number: int, verdict: Verdict) -> None:
        attempt = self._coach.journal.attempts.get(attempt_id)
        points = attempt.assessment.points if attempt and attempt.assessment else ()
        if number >= len(points):
            raise ValueError(number)
        self._overruled.append((attempt_id, points[number].id, points[number].overruled))
        changed = self._coach.overrule(attempt_id, points[number].id, verdict)
        taught = self._coach.taught_by(changed).get(points[number].id)
        self._say(
            [
                f"Point {number + 1} is {verdict.value}, by you. {status_text(changed.assessment)}",
                *([f"  {taught_text(taught)}"] if taught else []),
            ]
        )

    def _undo(self) -> None:
        if self._rehearsal.phase is Phase.ANSWERING and self._answer:
            self._say([f"Taken back: {visible(self._answer.pop())}"])
            self._unsaved = True
        elif self._overruled:
            changed = self._coach.overrule(*self._overruled.pop())
            self._say([f"Taken back. {status_text(changed.assessment)}"])
        else:
            self._say(["There is nothing to take back."])

    def _say(self, lines: list[str]) -> None:
        for line in lines:
            self._write(line)
