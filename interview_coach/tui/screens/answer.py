"""Think, then answer against the time bar. Every word is on disk within two seconds."""

import asyncio
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static, TextArea

from interview_coach.banks.question import QuestionType
from interview_coach.coaching.coach import Coach
from interview_coach.coaching.rehearsal import Phase, Rehearsal
from interview_coach.coaching.wording import counted
from interview_coach.errors import CoachError
from interview_coach.journal.records import Attempt
from interview_coach.tui.plain import joined, plain
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.answer_box import AnswerBox
from interview_coach.tui.widgets.time_bar import TimeBar
from interview_coach.visible import one_line, visible

_TICK = 0.25
"""Seconds between two looks at the clock."""

_DRAFT_EVERY = 1.0
"""Seconds between two saves of a draft: with the time a save takes, well below the promised two."""

_PREPARE_AFTER = 0.3
"""Seconds after the question is shown: what scoring takes is loaded while it is being read."""

_THINK_OF = {
    QuestionType.BEHAVIOURAL: "Think of one occasion: where, when, what you did, how it ended.",
    QuestionType.SITUATIONAL: "Think of what you would do first, then next, and why.",
    QuestionType.MOTIVATIONAL: "Think of your own reasons, and one thing you know about this job.",
    QuestionType.TECHNICAL: "Think of the steps in order, and what you check.",
    QuestionType.STRENGTHS: "Think of one strength, and the day it showed.",
}

_DOTS = 12
"""Up to so many questions, progress is drawn as dots."""


class AnswerScreen(CoachScreen[None]):
    """Steps through one rehearsal; feedback lies on top of it, the summary replaces it."""

    NAME: ClassVar[str] = "answer"
    AUTO_FOCUS = ""

    DEFAULT_CSS = """
    AnswerScreen #where { height: 1; padding: 0 1; margin-top: 1; }
    AnswerScreen #progress { width: 1fr; }
    AnswerScreen #ask { padding: 1 1; text-style: bold; height: auto; max-height: 8; }
    AnswerScreen #box { border: round $primary 60%; height: 1fr; padding: 0 1; background: $background; }
    AnswerScreen #box:focus { border: round $accent; }
    AnswerScreen #peek { display: none; height: auto; max-height: 50%; padding: 0 1; }
    AnswerScreen #peek { border: round $secondary; }
    AnswerScreen #peek.shown { display: block; }
    AnswerScreen #state { height: 1; padding: 0 1; color: $muted; }
    AnswerScreen #state.failed { color: $text-error; text-style: bold; }
    AnswerScreen.-low #ask { padding: 0 1; }
    AnswerScreen.-low #where { margin-top: 0; }
    """

    def __init__(self, coach: Coach, rehearsal: Rehearsal, draft: str = "") -> None:
        super().__init__("Rehearsal" if rehearsal.mode == "coach" else "Interview")
        self._coach = coach
        self.rehearsal = rehearsal
        # As the box will hold it, or it would seem to have been typed in already.
        self._saved = self._first_draft = visible(draft)
        self._save_fault = ""
        self._says_saved = True
        # Draft, submission and leaving follow one another: a late draft must not come after its answer.
        self._journal_lock = asyncio.Lock()

    # --- What is drawn ------------------------------------------------------------------------

    def body(self) -> Iterable[Widget]:
        yield Horizontal(Static(id="progress"), TimeBar(self.rehearsal.current.question.seconds), id="where")
        yield Static(id="ask")
        yield Static(id="peek")
        box = AnswerBox(self._first_draft, placeholder="Type your answer here.", id="box")
        box.border_title = "Your answer (typing)"
        yield box
        yield Static(id="state")

    @property
    def box(self) -> AnswerBox:
        """Where the answer is typed."""
        return self.query_one(AnswerBox)

    async def on_mount(self) -> None:
        self.set_interval(_TICK, self._look_at_clock)
        self.set_interval(_DRAFT_EVERY, self._keep_draft)
        self.box.move_cursor(self.box.document.end)
        self._show_question()
        if self.rehearsal.phase is Phase.ASSESSED:
            self.call_after_refresh(self._show_left_feedback)

    def _show_question(self) -> None:
        if self.rehearsal.mode == "coach":
            self.set_timer(_PREPARE_AFTER, self._prepare)
        rehearsal, question = self.rehearsal, self.rehearsal.current.question
        total, number = len(rehearsal.questions), rehearsal.position + 1
        dots = "●" * number + "○" * (total - number) + "  " if total <= _DOTS else ""
        self.query_one("#progress", Static).update(
            joined(
                (dots, "$text-accent"),
                f"{number} of {total}   ",
                (one_line(question.competency), "$muted"),
            )
        )
        self.query_one("#ask", Static).update(plain(question.ask))
        self.query_one("#peek", Static).update(
            plain("\n".join(f"· {one_line(point.text)}" for point in question.checklist))
        )
        self.query_one("#peek").remove_class("shown")
        self.query_one(TimeBar).aim(question.seconds)
        self._show_phase()

    def _show_phase(self) -> None:
        # The box always has the focus: with two receivers, quick letters lose their order.
        self.box.focus()
        self._show_clock()
        self._show_state()
        self.refresh_bindings()

    def _show_clock(self) -> None:
        bar = self.query_one(TimeBar)
        bar.paused = self.rehearsal.paused
        bar.thinking_left = self.rehearsal.thinking_left if self.rehearsal.phase is Phase.THINKING else None
        bar.seconds = self.rehearsal.seconds

    def _show_state(self) -> None:
        state = self.query_one("#state", Static)
        state.set_class(bool(self._save_fault), "failed")
        # One line always: a new layout at each key would cost as much as the key itself.
        state.update(plain(one_line(self._state())), layout=False)
        self._says_saved = self.box.text == self._saved

    def _state(self) -> str:
        if self._save_fault:
            return self._save_fault
        if self.rehearsal.paused:
            return "Paused: the time stands still. Esc or any letter goes on."
        if self.rehearsal.phase is Phase.THINKING:
            return _THINK_OF[self.rehearsal.current.question.type]
        text = self.box.text
        if not text:
            return "Nothing typed yet."
        return f"{counted(len(text.split()), 'word')} · {'all saved' if text == self._saved else 'saving…'}"

    def _prepare(self) -> None:
        self.run_worker(
            partial(self._coach.prepare, self.rehearsal), thread=True, group="prepare", exit_on_error=False
        )

    # --- Time ---------------------------------------------------------------------------------

    def _look_at_clock(self) -> None:
        if self.rehearsal.tick():
            self._show_phase()
        else:
            self._show_clock()
            # Words are counted here and not at each key, which they would make half as dear again.
            self._show_state()

    async def _keep_draft(self) -> None:
        async with self._journal_lock:
            await self._save_draft()

    async def _save_draft(self) -> bool:
        """Save what is typed where it changed; return whether all of it is on disk."""
        text = self.box.text
        if text == self._saved:
            self._save_fault = ""
            return True
        if self.rehearsal.phase is not Phase.ANSWERING:
            return False
        try:
            await asyncio.to_thread(self._coach.keep_draft, self.rehearsal, text)
        except CoachError as error:
            self._save_fault = f"Not saved: {error.message} {error.hint}"
        else:
            self._saved, self._save_fault = text, ""
        self._show_state()
        return not self._save_fault

    # --- Keys ---------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        phase = self.rehearsal.phase
        if action == "begin":
            return phase is Phase.THINKING and not self.rehearsal.paused
        if action == "done":
            return (phase is Phase.ANSWERING and not self.rehearsal.paused) or self._typed_anew
        return True

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._take_up()
        if self._says_saved:
            self._show_state()

    @property
    def _typed_anew(self) -> bool:
        """Whether something was typed while thinking or in a pause."""
        waiting = self.rehearsal.paused or self.rehearsal.phase is Phase.THINKING
        return waiting and self.box.text != self._saved

    def _take_up(self) -> None:
        """Let whatever is typed while thinking, or in a pause, begin or go on."""
        if not self._typed_anew:
            return
        if self.rehearsal.paused:
            self.rehearsal.resume()
        if self.rehearsal.phase is Phase.THINKING:
            self.rehearsal.begin_answer()
        self._show_phase()

    def action_begin(self) -> None:
        self.rehearsal.begin_answer()
        self._show_phase()

    def action_peek(self) -> None:
        self.query_one("#peek").toggle_class("shown")

    def action_pause(self) -> None:
        if self.rehearsal.paused:
            self.rehearsal.resume()
        elif self.rehearsal.phase in (Phase.THINKING, Phase.ANSWERING):
            self.rehearsal.pause()
        self._show_phase()

    async def action_done(self) -> None:
        self._take_up()
        if not self.box.text.strip():
            self.say("Nothing typed yet. Type an answer, or skip the question.")
            return
        async with self._journal_lock:
            if self.rehearsal.phase is not Phase.ANSWERING:
                return
            # A locked journal is waited for; letters typed meanwhile would be in no answer.
            self.box.read_only = True
            try:
                attempt = await asyncio.to_thread(self._coach.submit, self.rehearsal, self.box.text)
            except CoachError as error:
                self._save_fault = f"Not saved: {error.message} {error.hint}"
                self._show_state()
                self.say_error(error)
                return
            finally:
                self.box.read_only = False
            self._empty_box()
        await self._assess(attempt)

    async def action_skip_question(self) -> None:
        self._take_up()
        async with self._journal_lock:
            if self.rehearsal.phase not in (Phase.THINKING, Phase.ANSWERING):
                return
            if not await self._save_draft():
                return
            try:
                await asyncio.to_thread(self._coach.skip, self.rehearsal)
            except CoachError as error:
                self.say_error(error)
                return
            self._empty_box()
        await self.go_on()

    async def action_leave(self) -> None:
        if await self.keep_all():
            self.coach_app.show_today()

    async def keep_all(self) -> bool:
        """Put everything typed on disk; return False, and say why, where that fails."""
        self._take_up()
        async with self._journal_lock:
            if self.rehearsal.phase in (Phase.THINKING, Phase.ANSWERING) and not self.rehearsal.paused:
                self.rehearsal.pause()
            return await self._save_draft()

    # --- What follows an answer ---------------------------------------------------------------

    def _empty_box(self) -> None:
        self._saved, self._save_fault = "", ""
        self.box.load_text("")

    async def _assess(self, attempt: Attempt) -> None:
        if self.rehearsal.mode == "coach":
            try:
                attempt = await asyncio.to_thread(self._coach.assess, attempt)
            except CoachError as error:
                # The answer itself is safe; it is scored when the app starts next.
                self.say_error(error)
                await self._next()
                return
            self._show_feedback(attempt)
            return
        await self.go_on()

    def _show_feedback(self, attempt: Attempt) -> None:
        from interview_coach.tui.screens.feedback import FeedbackScreen

        before = None
        with self.telling():
            before = self._coach.attempt_before(attempt)
        self.app.push_screen(
            FeedbackScreen(self._coach, attempt, before, last=self._is_last), self._after_feedback
        )

    @property
    def _is_last(self) -> bool:
        return self.rehearsal.position + 1 >= len(self.rehearsal.questions)

    def _show_left_feedback(self) -> None:
        attempt_id, attempt = self.rehearsal.attempt_id, None
        with self.telling():
            attempt = self._coach.journal.attempts.get(attempt_id) if attempt_id else None
        if attempt is not None:
            self.run_worker(self._assess_if_needed(attempt), exclusive=True)

    async def _assess_if_needed(self, attempt: Attempt) -> None:
        if attempt.assessment is None:
            await self._assess(attempt)
        else:
            self._show_feedback(attempt)

    async def _after_feedback(self, decision: str | None) -> None:
        if decision == "again":
            self.rehearsal.retry()
            self._show_question()
        elif decision == "next":
            await self._next()
        else:
            self.coach_app.show_today()

    async def _next(self) -> None:
        try:
            await asyncio.to_thread(self._coach.next, self.rehearsal)
        except CoachError as error:
            self.say_error(error)
        await self.go_on()

    async def go_on(self) -> None:
        """Show the question that is due with its draft, or the summary when all are done."""
        if self.rehearsal.phase is Phase.FINISHED:
            with self.telling():
                await asyncio.to_thread(self._coach.assess_left_over)
            self.coach_app.show_summary(self.rehearsal)
            return
        draft = ""
        with self.telling():
            draft = await asyncio.to_thread(self._coach.draft, self.rehearsal)
        self.box.load_text(draft)
        self.box.move_cursor(self.box.document.end)
        self._saved = self.box.text
        self._show_question()
