"""One rehearsal as a state machine: thinking → answering → assessed → next. No I/O."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from interview_coach.journal.records import PlannedQuestion

Clock = Callable[[], float]
"""Seconds that only ever grow, such as `time.monotonic`."""


class Mode(StrEnum):
    """Coach: feedback after each answer. Interview: feedback only at the end."""

    COACH = "coach"
    INTERVIEW = "interview"


class Phase(StrEnum):
    """What the candidate is doing."""

    THINKING = "thinking"
    ANSWERING = "answering"
    ASSESSED = "assessed"
    FINISHED = "finished"


class OutOfTurnError(RuntimeError):
    """An event came in a phase that does not know it: a fault in the program, never in the input."""


class _Stopwatch:
    """Seconds that passed while it was running."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._before = 0.0
        self._since: float | None = None

    def set(self, seconds: float, *, running: bool) -> None:
        self._before = seconds
        self._since = self._clock() if running else None

    def stop(self) -> None:
        self._before, self._since = self.seconds, None

    def go(self) -> None:
        if self._since is None:
            self._since = self._clock()

    @property
    def seconds(self) -> float:
        # A clock that jumps back (a laptop waking up) must not take time away.
        running = max(self._clock() - self._since, 0.0) if self._since is not None else 0.0
        return self._before + running


class Rehearsal:
    """Steps through planned questions. Every event either changes the state or raises `OutOfTurnError`."""

    def __init__(
        self,
        rehearsal_id: str,
        questions: Iterable[PlannedQuestion],
        clock: Clock,
        *,
        mode: Mode = Mode.COACH,
        think: bool = True,
    ) -> None:
        self.id = rehearsal_id
        self.questions = tuple(questions)
        if not self.questions:
            raise ValueError("a rehearsal needs at least one question")
        self.mode = mode
        self.think = think
        self.position = 0
        self.phase = Phase.THINKING
        self.paused = False
        self._watch = _Stopwatch(clock)
        self._attempts: dict[int, list[str]] = {}
        self._arrive(0)

    # --- What a screen asks -------------------------------------------------------------------

    @property
    def current(self) -> PlannedQuestion:
        """The question that is due; the last one when all are done."""
        return self.questions[min(self.position, len(self.questions) - 1)]

    @property
    def thinking_left(self) -> float:
        """Seconds of thinking time left; 0 outside the thinking phase."""
        if self.phase is not Phase.THINKING:
            return 0.0
        return max(self.current.question.think - self._watch.seconds, 0.0)

    @property
    def seconds(self) -> float:
        """Seconds spent on the answer, pauses left out; 0 while thinking."""
        return 0.0 if self.phase is Phase.THINKING else self._watch.seconds

    @property
    def attempt_id(self) -> str | None:
        """The latest attempt at the question that is due, or None."""
        attempts = self._attempts.get(self.position)
        return attempts[-1] if attempts else None

    def attempts_at(self, position: int) -> tuple[str, ...]:
        """The ids of the attempts at one question of this rehearsal, oldest first."""
        return tuple(self._attempts.get(position, ()))

    @property
    def skipped(self) -> tuple[int, ...]:
        """Positions that were passed without an answer."""
        return tuple(p for p in range(self.position) if p not in self._attempts)

    # --- What happens -------------------------------------------------------------------------

    def tick(self) -> bool:
        """Let time pass; return True where thinking time ran out and the answer has begun."""
        if self.phase is Phase.THINKING and not self.paused and self.thinking_left <= 0:
            self.begin_answer()
            return True
        return False

    def begin_answer(self) -> None:
        """End the thinking time."""
        self._need(Phase.THINKING)
        self._answer()

    def pause(self) -> None:
        """Stop the time."""
        self._need(Phase.THINKING, Phase.ANSWERING)
        self.paused = True
        self._watch.stop()

    def resume(self) -> None:
        """Let the time run again."""
        self.paused = False
        if self.phase in (Phase.THINKING, Phase.ANSWERING):
            self._watch.go()

    def answered(self, attempt_id: str) -> None:
        """Take note that the answer is saved as `attempt_id`."""
        self._need(Phase.ANSWERING)
        self._attempts.setdefault(self.position, []).append(attempt_id)
        self.paused = False
        if self.mode is Mode.INTERVIEW:
            self._go_on()
        else:
            self._watch.stop()
            self.phase = Phase.ASSESSED

    def retry(self) -> None:
        """Answer the same question again, without thinking time."""
        self._need(Phase.ASSESSED)
        self._answer()

    def skip(self) -> None:
        """Pass the question without an answer."""
        self._need(Phase.THINKING, Phase.ANSWERING)
        self._go_on()

    def next(self) -> None:
        """Go on after feedback."""
        self._need(Phase.ASSESSED)
        self._go_on()

    def revisit(self, position: int) -> None:
        """Go to a question that was skipped, once all are done."""
        self._need(Phase.FINISHED)
        if position not in self.skipped:
            raise OutOfTurnError(f"question {position} was not skipped")
        self._arrive(position)

    def restore(self, position: int, attempts: dict[int, list[str]], draft_seconds: float | None) -> None:
        """Take up a rehearsal that was left: `attempts` by position, a draft at `position` or None.

        Time stands still (`paused`) until `resume`, so that reading where one was costs nothing.
        """
        self._attempts = {p: list(ids) for p, ids in attempts.items()}
        if self.mode is Mode.INTERVIEW and draft_seconds is None:
            while position in self._attempts:
                position += 1
        self._arrive(position)
        if self.phase is Phase.FINISHED:
            return
        if draft_seconds is not None:
            self._answer(draft_seconds)
        elif position in self._attempts:
            self.phase = Phase.ASSESSED
            self._watch.stop()
            return
        self.pause()

    # --- How ----------------------------------------------------------------------------------

    def _go_on(self) -> None:
        # After coming back to a skipped question, those answered already are not asked twice.
        position = self.position + 1
        while position in self._attempts:
            position += 1
        self._arrive(position)

    def _arrive(self, position: int) -> None:
        self.paused = False
        self.position = min(position, len(self.questions))
        if self.position == len(self.questions):
            self.phase = Phase.FINISHED
            self._watch.stop()
        elif self.think and self.current.question.think > 0:
            self.phase = Phase.THINKING
            self._watch.set(0.0, running=True)
        else:
            self._answer()

    def _answer(self, seconds: float = 0.0) -> None:
        self.phase = Phase.ANSWERING
        self.paused = False
        self._watch.set(seconds, running=True)

    def _need(self, *phases: Phase) -> None:
        if self.phase not in phases:
            raise OutOfTurnError(f"not possible while {self.phase}")
