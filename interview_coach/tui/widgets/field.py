"""One line to type in, with its label before it and a note below: for forms, in step with `ChoiceRow`."""

from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from interview_coach.coaching.days import parse_day, say_day, say_distance
from interview_coach.errors import CoachError
from interview_coach.visible import visible

_LONGEST = 200
"""Characters; a job title or a day is shorter, and what is pasted by mistake is not a megabyte."""

_BESIDE = 36
"""Cells; in a narrower field the label stands above what is typed."""


class Field(Widget):
    """A label and an input; up and down leave it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", "Field above", show=False),
        Binding("down", "app.focus_next", "Field below", show=False),
    ]

    DEFAULT_CSS = """
    Field { layout: horizontal; height: auto; width: 1fr; }
    Field > .label { width: 18; height: 1; }
    Field > Vertical { width: 1fr; height: auto; }
    Field Input, Field Input:focus { border: none; height: 1; padding: 0 1; width: 100%; max-width: 48; }
    Field Input { background: $surface; }
    Field Input:focus { background: $block-cursor-background; }
    Field .note { color: $muted; height: auto; padding: 0 1; }
    Field .note.good { color: $text-success; }
    Field .note.bad { color: $text-warning; }
    Field.stacked { layout: vertical; }
    Field.stacked > .label, Field.stacked > Vertical { width: 100%; }
    """

    def __init__(
        self,
        label: str,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 (Textual's name)
    ) -> None:
        super().__init__(id=id)
        self._label, self._first, self._placeholder = label, value, placeholder

    def compose(self) -> ComposeResult:
        yield Static(self._label_text(), classes="label")
        with Vertical():
            yield Input(visible(self._first), placeholder=self._placeholder, max_length=_LONGEST)
            yield from self.note()

    def note(self) -> ComposeResult:
        """Yield what stands below the input."""
        yield from ()

    @property
    def input(self) -> Input:
        """Where it is typed."""
        return self.query_one(Input)

    @property
    def text(self) -> str:
        """What is typed, without white space around it."""
        return self.input.value.strip()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width < _BESIDE, "stacked")

    def on_descendant_focus(self) -> None:
        self.query_one(".label", Static).update(self._label_text())

    def on_descendant_blur(self) -> None:
        self.query_one(".label", Static).update(self._label_text())

    def _label_text(self) -> str:
        # Focus shows by the arrow too: not every terminal has colours.
        return f"{'▸ ' if self.has_focus_within else '  '}{self._label}"


class DayField(Field):
    """A day as people write it, read back while it is typed: `Tue 24 Nov, in 3 days`."""

    def __init__(
        self,
        label: str,
        day: date | None,
        today: date,
        *,
        id: str | None = None,  # noqa: A002 (Textual's name)
    ) -> None:
        # With its year: a day that is past would else be taken for the one to come.
        value = f"{say_day(day)[4:]} {day.year}" if day else ""
        super().__init__(label, value, placeholder="leave empty if you do not know", id=id)
        self._today = today

    @property
    def day(self) -> date | None:
        """The day, None where nothing is typed. Raises `CoachError` for what is not a day."""
        return parse_day(self.text, self._today)

    def note(self) -> ComposeResult:
        yield Static(classes="note")

    def on_mount(self) -> None:
        self._read_back()

    def on_input_changed(self) -> None:
        self._read_back()

    def _read_back(self) -> None:
        note = self.query_one(".note", Static)
        try:
            day = self.day
        except CoachError:
            note.update("Not a day I know yet. Try Tue, in 3 days or 24 Nov.")
            note.set_classes("note bad")
            return
        if day is None:
            note.update("Tue · tomorrow · in 3 days · 24 Nov")
            note.set_classes("note")
        else:
            note.update(say_full(day, self._today))
            note.set_classes("note good" if day >= self._today else "note bad")


def say_full(day: date, today: date) -> str:
    """Return the day and how far off it is: "Tue 24 Nov, in 3 days"; with its year where that is another."""
    year = f" {day.year}" if day.year != today.year else ""
    return f"{say_day(day)}{year}, {say_distance(day, today)}"
