"""One setting on one line: what it is called, and the choice that stands, to be changed in place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from interview_coach.tui.plain import joined, plain
from interview_coach.visible import one_line

T = TypeVar("T")

_LABEL = 16
"""Cells of the column of labels, so that the choices of several rows stand below each other."""


class ChoiceRow(Widget, Generic[T], can_focus=True):
    """`Mode          ‹ coach: feedback after each answer ›`: left and right change it, up and down leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "change(-1)", "Choice before", show=False),
        Binding("right,space,enter", "change(1)", "Next choice", show=False),
        Binding("up", "app.focus_previous", "Row above", show=False),
        Binding("down", "app.focus_next", "Row below", show=False),
    ]

    DEFAULT_CSS = """
    ChoiceRow { height: 1; width: 1fr; }
    ChoiceRow:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    """

    position = reactive(0)
    """Which of the choices stands, 0-based."""

    @dataclass
    class Changed(Message):
        """The user chose another value."""

        row: "ChoiceRow[Any]"
        value: Any

        @property
        def control(self) -> "ChoiceRow[Any]":
            """The row, for `@on(ChoiceRow.Changed, "#id")`."""
            return self.row

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[T, str]],
        value: T,
        *,
        id: str | None = None,  # noqa: A002 (Textual's name)
    ) -> None:
        """Show `value` of the `choices` (value, label). Raises ValueError where it is none of them."""
        super().__init__(id=id)
        self._label = label
        self._choices = tuple(choices)
        self.set_reactive(ChoiceRow.position, self._index(value))

    @property
    def value(self) -> T:
        """The value that stands."""
        return self._choices[self.position][0]

    @value.setter
    def value(self, value: T) -> None:
        """Show another value, without a message. Raises ValueError where it is none of the choices."""
        self.position = self._index(value)

    def offer(self, choices: Sequence[tuple[T, str]]) -> None:
        """Offer other choices; the value stays where it is among them, else the first one stands."""
        kept = self.value
        self._choices = tuple(choices)
        values = [v for v, _ in choices]
        self.position = values.index(kept) if kept in values else 0
        self.refresh()

    def _index(self, value: T) -> int:
        return [v for v, _ in self._choices].index(value)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 1

    def watch_has_focus(self, _has_focus: bool) -> None:
        super().watch_has_focus(_has_focus)
        self.refresh()

    def render(self) -> Content:
        # Focus shows by the arrow too: not every terminal has colours.
        begin = joined("▸ " if self.has_focus else "  ", one_line(self._label))
        room = self.content_size.width
        column = _LABEL + 2 if room >= 2 * _LABEL else 0
        gap = " " * max(column - begin.cell_length, 1)
        before, after = ("‹ ", " ›") if len(self._choices) > 1 else ("  ", "")
        line = joined(begin, gap, (before, "$text-accent"))
        value = plain(one_line(self._choices[self.position][1]), "bold")
        space = max(room - line.cell_length - len(after), 1)
        return joined(line, value.truncate(space, ellipsis=True), (after, "$text-accent"))

    def action_change(self, step: int) -> None:
        """Go `step` choices on, from the last to the first."""
        position = (self.position + step) % len(self._choices)
        if position != self.position:
            self.position = position
            self.post_message(self.Changed(self, self.value))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.focus()
        self.action_change(1)
