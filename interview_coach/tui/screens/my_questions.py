"""Questions from an invitation or a friend: paste them, see how each is taken, rehearse at once."""

import asyncio
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual import events
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from interview_coach.banks.pasted import questions_from_text
from interview_coach.banks.question import Bank, Question, QuestionType
from interview_coach.coaching.my_questions import keep_as_bank, keep_pasted, with_types
from interview_coach.coaching.plan import in_order, minutes_for
from interview_coach.coaching.wording import counted
from interview_coach.errors import CoachError
from interview_coach.tui.plain import joined, plain
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.answer_box import AnswerBox
from interview_coach.visible import one_line

_SAVE_EVERY: Final = 1.0
"""Seconds between two saves of what is typed."""

_ASKS_FOR: Final = {
    QuestionType.BEHAVIOURAL: "what you did",
    QuestionType.SITUATIONAL: "what you would do",
    QuestionType.MOTIVATIONAL: "why you want it",
    QuestionType.TECHNICAL: "what you know",
    QuestionType.STRENGTHS: "what you are like",
}

_EMPTY: Final = (
    "One question a line, from an invitation, an advert or a friend. Three to ten are a good rehearsal."
)


class MyQuestionsScreen(CoachScreen[None]):
    """What is pasted on the left, what was recognised on the right."""

    NAME: ClassVar[str] = "my_questions"

    DEFAULT_CSS = """
    MyQuestionsScreen #panes { layout: horizontal; height: 1fr; padding: 1 0 0 0; }
    MyQuestionsScreen #pasted { width: 1fr; height: 100%; padding: 0 1; background: $background; }
    MyQuestionsScreen #pasted { border: round $primary 60%; }
    MyQuestionsScreen #pasted:focus { border: round $accent; }
    MyQuestionsScreen #taken { width: 1fr; height: 100%; padding: 0 1; background: $background; }
    MyQuestionsScreen #taken { border: round $primary 60%; scrollbar-gutter: stable; }
    MyQuestionsScreen #state { height: auto; max-height: 3; padding: 0 1; color: $muted; }
    MyQuestionsScreen #state.bad { color: $text-warning; }
    MyQuestionsScreen.-narrow #panes { layout: vertical; }
    MyQuestionsScreen.-narrow #pasted, MyQuestionsScreen.-narrow #taken { width: 100%; height: 1fr; }
    MyQuestionsScreen.-low #panes { padding: 0; }
    MyQuestionsScreen.-low #state { max-height: 1; }
    """

    def __init__(self, pasted: str = "") -> None:
        super().__init__("My questions now")
        self._saved = pasted
        self._questions: tuple[Question, ...] = ()
        self._rows: list[int] = []
        """On which line each question stands, ascending."""
        self._fault: CoachError | None = None
        self._types: dict[str, QuestionType] = {}
        self._bank: Bank | None = None
        self._asked_to_leave = False
        self._keeping = asyncio.Lock()

    # --- What is drawn ------------------------------------------------------------------------

    def body(self) -> Iterable[Widget]:
        box = AnswerBox(self._saved, placeholder="Paste or type questions here, one a line.", id="pasted")
        box.border_title = "Your questions, one a line"
        taken = OptionList(id="taken")
        taken.border_title = "How each is taken"
        # The cursor in the text says which question is meant; a second cursor would contradict it.
        taken.can_focus = False
        yield Container(box, taken, id="panes")
        yield Static(_EMPTY, id="state")

    @property
    def box(self) -> AnswerBox:
        """Where the questions are typed."""
        return self.query_one(AnswerBox)

    def on_mount(self) -> None:
        self.set_interval(_SAVE_EVERY, self._save_pasted)
        self.box.focus()
        self._look()

    def on_resize(self, event: events.Resize) -> None:
        # Textual calls the handler of the base class as well; the panes have their new widths after this.
        self.call_after_refresh(self._show_taken)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._asked_to_leave = False
        self._look()

    def on_text_area_selection_changed(self) -> None:
        self._show_cursor()

    def _look(self) -> None:
        """Recognise what is typed."""
        try:
            recognised = questions_from_text(self.box.text)
            self._carry_types(recognised)
            self._questions, self._fault = with_types(recognised, self._types), None
        except CoachError as error:
            self._questions, self._fault = (), error
        self._rows = _rows_of(self._questions, self.box.text)
        self._show_taken()
        self._show_state()

    def _carry_types(self, questions: Sequence[Question]) -> None:
        """Keep the type that the user chose while they go on writing the question."""
        if len(questions) == len(self._questions):
            for before, now in zip(self._questions, questions, strict=True):
                if before.ask in self._types and before.ask != now.ask:
                    self._types[now.ask] = self._types.pop(before.ask)

    def _show_taken(self) -> None:
        taken = self.query_one("#taken", OptionList)
        width = max(taken.scrollable_content_region.width - 4, 12)
        taken.clear_options()
        taken.add_options(
            [Option(self._line(number, q, width)) for number, q in enumerate(self._questions, 1)]
        )
        self._show_cursor()

    def _line(self, number: int, question: Question, width: int) -> Content:
        kind, points = question.type.value, counted(len(question.checklist), "point")
        yours = " (yours)" if question.ask in self._types else ""
        meaning = f": {_ASKS_FOR[question.type]}"
        if len(kind + yours + meaning + points) + 3 > width:
            meaning = ""
        return joined(
            (f"{number:>2}  ", "bold"),
            one_line(question.ask, width),
            "\n    ",
            (kind, "$text-accent"),
            (f"{yours}{meaning} · {points}", "$muted"),
        )

    def _show_cursor(self) -> None:
        self.query_one("#taken", OptionList).highlighted = self._current

    def _show_state(self) -> None:
        state = self.query_one("#state", Static)
        state.set_class(self._fault is not None, "bad")
        if self._fault is not None:
            state.update(plain(f"{self._fault.message} {self._fault.hint}"))
        elif self._questions:
            state.update(plain(self._summary()))
        elif self.box.text.strip():
            state.update("No question in this yet. Write one a line; headings and bare numbers are left out.")
        else:
            state.update(_EMPTY)

    def _summary(self) -> str:
        planned = in_order(Bank("mine", self._questions))
        minutes = minutes_for(planned, think=self.coach_app.settings.think)
        lines = sum(1 for line in self.box.text.splitlines() if line.strip())
        left_out = lines - len(self._questions)
        note = f" · {counted(left_out, 'line')} left out: no question, or there already" if left_out else ""
        return f"{counted(len(self._questions), 'question')}, about {minutes} min{note}"

    # --- Types --------------------------------------------------------------------------------

    @property
    def _current(self) -> int | None:
        """Which question the cursor is in: the last that begins on its line or above."""
        if not self._questions:
            return None
        return max(bisect_right(self._rows, self.box.cursor_location[0]) - 1, 0)

    def action_change_type(self) -> None:
        current = self._current
        if current is None:
            self.say("Type a question first.")
            return
        self._change_type(self._questions[current])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change the type of the question that was clicked."""
        self._change_type(self._questions[event.option_index])

    def _change_type(self, question: Question) -> None:
        types = list(QuestionType)
        self._types[question.ask] = types[(types.index(question.type) + 1) % len(types)]
        self._look()

    # --- Keeping ------------------------------------------------------------------------------

    async def action_start(self) -> None:
        if self._fault is not None:
            self.say_error(self._fault)
            return
        if not self._questions:
            self.say("Type or paste at least one question.")
            return
        bank = await self._keep()
        if bank is not None:
            await self._drop_pasted()
            self.coach_app.start_rehearsal(in_order(bank))

    async def keep_all(self) -> bool:
        """Keep the questions as a bank; False, and why, where that fails."""
        if self._fault is not None:
            self.say_error(self._fault)
            return False
        if self._questions and await self._keep() is None:
            return False
        await self._drop_pasted()
        return True

    async def _save_pasted(self) -> None:
        """Keep what is typed against a kill."""
        async with self._keeping:
            text = self.box.text
            if text == self._saved:
                return
            try:
                await asyncio.to_thread(keep_pasted, text, self.coach_app.paths.pasted)
            except CoachError as error:
                self.say_error(error)
            # Said once: the next attempt waits for the next change.
            self._saved = text

    async def _drop_pasted(self) -> None:
        async with self._keeping:
            await asyncio.to_thread(keep_pasted, "", self.coach_app.paths.pasted)
            self._saved = self.box.text

    async def _keep(self) -> Bank | None:
        """Return the bank that holds the questions now on the screen; None, and why, where that fails."""
        app, questions = self.coach_app, self._questions
        async with self._keeping:
            # A second key press, or a start that failed, must not write a second bank.
            if self._bank is None or self._bank.questions != questions:
                taken = [bank.id for bank in app.library.banks]
                today = app.now().astimezone().date()
                try:
                    bank = await asyncio.to_thread(keep_as_bank, questions, app.paths.banks, today, taken)
                except CoachError as error:
                    self.say_error(error)
                    return None
                self._bank = bank
                await asyncio.to_thread(app.reload_library)
            return self._bank

    def action_back(self) -> None:
        if self.box.text.strip() and not self._asked_to_leave:
            self._asked_to_leave = True
            self.say("Esc once more drops what you typed. ^s keeps it and starts.")
            return
        self.run_worker(self._drop_and_leave())

    async def _drop_and_leave(self) -> None:
        await self._drop_pasted()
        self.dismiss()


def _rows_of(questions: Sequence[Question], text: str) -> list[int]:
    lines = [" ".join(line.split()) for line in text.split("\n")] if questions else []
    rows: list[int] = []
    row = -1
    for question in questions:
        row = next((i for i in range(row + 1, len(lines)) if question.ask in lines[i]), row)
        rows.append(row)
    return rows
