"""Three questions before the first rehearsal; each can be skipped, and two keys are enough."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from interview_coach.banks.question import Bank
from interview_coach.coaching.wording import counted
from interview_coach.errors import CoachError
from interview_coach.tui.plain import joined
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.choice_row import ChoiceRow
from interview_coach.tui.widgets.cursor_list import CursorList
from interview_coach.tui.widgets.field import DayField, Field
from interview_coach.visible import one_line

_TITLE = 44
"""Cells of the longest title of a bank that is shown in full."""


class LastRow(ChoiceRow[str]):
    """The last row of a form: enter starts, as it goes on everywhere above."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.start", "Start", show=False)]


class FirstStartScreen(CoachScreen[None]):
    """What for, when, typed or spoken."""

    NAME: ClassVar[str] = "first_start"

    DEFAULT_CSS = """
    FirstStartScreen { align: center top; }
    FirstStartScreen #page { width: 100%; max-width: 84; height: 1fr; padding: 1 2; }
    FirstStartScreen #intro { height: auto; }
    FirstStartScreen #private { height: auto; color: $muted; margin-bottom: 1; }
    FirstStartScreen .question { height: auto; text-style: bold; }
    FirstStartScreen #banks { height: auto; max-height: 9; padding: 0 1; margin: 0 0 1 0; }
    FirstStartScreen #banks { border: round $primary 60%; background: $background; }
    FirstStartScreen #banks:focus { border: round $accent; }
    FirstStartScreen #answer_by { margin: 0 0 1 0; }
    FirstStartScreen #how { height: auto; color: $muted; }
    FirstStartScreen.-low #page { padding: 0 1; }
    FirstStartScreen.-low #intro { display: none; }
    """

    def __init__(self, banks: Sequence[Bank], today: date) -> None:
        super().__init__("Welcome")
        self._banks = tuple(banks)
        self._today = today
        self._picked = False

    def body(self) -> Iterable[Widget]:
        settings = self.coach_app.settings
        banks = CursorList(*(Option(_bank_line(bank, chosen=False)) for bank in self._banks), id="banks")
        row = LastRow(
            "Answers",
            [("type", "I type them"), ("speak", "I speak them (in a later version: until then, typed)")],
            settings.answer_by,
            id="answer_by",
        )
        yield VerticalScroll(
            Static("Answer questions, see which points each answer made, answer again.", id="intro"),
            Static("Nothing leaves this machine: no account, no network.", id="private"),
            Static("1  What do you rehearse for?", classes="question"),
            banks if self._banks else Static("  No question banks were found.", id="no_banks"),
            Static("2  When is the interview?", classes="question"),
            DayField("Day", settings.interview_date, self._today, id="day"),
            Field("Job", settings.interview_title, placeholder="for example: team lead, nights", id="job"),
            Static(""),
            Static("3  Do you type or speak?", classes="question"),
            row,
            Static("All three can be left as they are, and changed later.", id="how"),
            id="page",
            can_focus=False,
        )

    def on_mount(self) -> None:
        self.set_title("Welcome", "enter: on · ^s: start at once")
        if self._banks:
            banks = self.query_one(OptionList)
            banks.highlighted = 0
            banks.focus()
        else:
            self.query_one("#day", DayField).input.focus()

    @property
    def _bank(self) -> Bank | None:
        if not self._banks:
            return None
        return self._banks[self.query_one(OptionList).highlighted or 0]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Mark the bank that is taken: where the list is left, or without colours, a bar shows it poorly."""
        for index, bank in enumerate(self._banks):
            line = _bank_line(bank, chosen=index == event.option_index)
            event.option_list.replace_option_prompt_at_index(index, line)

    def on_option_list_option_selected(self) -> None:
        self._picked = True
        self.query_one("#day", DayField).input.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()

    def action_start(self) -> None:
        bank = self._bank
        if bank is None:
            self.say("There is no bank to rehearse. Press esc, then m, to paste questions of your own.")
            return
        from interview_coach.coaching.rehearsal import Mode

        self._keep(bank)
        app = self.coach_app
        app.choose_and_start(
            [bank],
            count=app.settings.questions_per_rehearsal,
            mode=Mode.COACH,
            think=app.settings.think,
        )

    def action_skip(self) -> None:
        self._keep(self._bank if self._picked else None)
        self.coach_app.show_today()

    def action_example(self) -> None:
        from interview_coach.tui.screens.example import ExampleScreen

        self.app.push_screen(ExampleScreen())

    async def keep_all(self) -> bool:
        """Keep what is filled in; the questions come again at the next start."""
        self._keep(self._bank if self._picked else None, done=False)
        return True

    def _keep(self, bank: Bank | None, *, done: bool = True) -> None:
        """Keep what is chosen so far. A day that is not understood must not stand between user and start."""
        app = self.coach_app
        field = self.query_one("#day", DayField)
        try:
            day = field.day
        except CoachError as error:
            day = None
            app.notify(f"{error.message} Set it on Today with d.", severity="warning", markup=False)
        settings = replace(
            app.settings,
            first_start_done=done,
            interview_date=day,
            interview_title=self.query_one("#job", Field).text,
            answer_by=self.query_one("#answer_by", LastRow).value,
        )
        if bank is not None:
            settings = replace(settings, preferred_banks=(bank.id,))
        app.change_settings(settings)


def _bank_line(bank: Bank, *, chosen: bool) -> Content:
    title = one_line(bank.title or bank.id, _TITLE)
    return joined(
        ("● " if chosen else "○ ", "$text-accent"),
        title,
        (f"  {counted(len(bank.questions), 'question')}", "$muted"),
    )
