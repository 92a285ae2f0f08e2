"""When the interview is, and what for."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from interview_coach.errors import CoachError
from interview_coach.settings import Settings
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.field import DayField, Field


class InterviewDateScreen(CoachScreen[None]):
    """Two fields; kept with enter, left as they were with esc."""

    NAME: ClassVar[str] = "interview_date"

    DEFAULT_CSS = """
    InterviewDateScreen { align: center middle; }
    InterviewDateScreen #form { width: 76; max-width: 100%; height: auto; max-height: 1fr; }
    InterviewDateScreen #form { border: round $accent; padding: 1 2; }
    InterviewDateScreen #hint { color: $muted; padding: 1 2 0 2; height: auto; }
    InterviewDateScreen.-low #form { border: none; padding: 0 1; }
    InterviewDateScreen.-low #hint { padding: 0 2; }
    """

    def __init__(self, settings: Settings, today: date) -> None:
        super().__init__("Interview date")
        self._settings, self._today = settings, today

    def body(self) -> Iterable[Widget]:
        title = self._settings.interview_title
        form = VerticalScroll(
            DayField("Day", self._settings.interview_date, self._today, id="day"),
            Field("Job", title, placeholder="for example: warehouse team lead", id="job"),
            Static("Enter keeps both. An empty day removes the date.", id="hint"),
            id="form",
            can_focus=False,
        )
        form.border_title = "Your next interview"
        yield form

    def on_mount(self) -> None:
        self.query_one("#day", DayField).input.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        if self._keep():
            self.dismiss()

    async def keep_all(self) -> bool:
        """Keep both as they stand."""
        return self._keep()

    def _keep(self) -> bool:
        field = self.query_one("#day", DayField)
        try:
            day = field.day
        except CoachError as error:
            self.say_error(error)
            field.input.focus()
            return False
        app = self.coach_app
        kept = replace(app.settings, interview_date=day, interview_title=self.query_one("#job", Field).text)
        if kept != app.settings:
            app.change_settings(kept)
        return True
