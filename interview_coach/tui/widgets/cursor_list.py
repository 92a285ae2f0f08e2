"""Lists with a cursor that is seen without colour, too: ▸ before the entry."""

from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widgets import OptionList

GUTTER = 2
"""Cells before each entry, for the mark of the cursor."""


class CursorList(OptionList):
    """Textual's OptionList, whose cursor is a background colour alone, with a mark before the entry."""

    def _get_left_gutter_width(self) -> int:
        return GUTTER

    def render_line(self, y: int) -> Strip:
        """Return one line, with ▸ before the first of the entry under the cursor."""
        strip = super().render_line(y)
        row = y + self.scroll_offset.y
        if row >= len(self._lines):
            return strip
        index, line = self._lines[row]
        mark = "▸ " if index == self.highlighted and line == 0 else "  "
        style = next((segment.style for segment in strip), None)
        return Strip([Segment(mark, style), *strip])


class BrowseList(CursorList, inherit_bindings=False):
    """A list that leaves enter to the screen, whose footer then shows what enter does.

    OptionList binds enter itself, hidden, so that the screen's own binding would never be shown.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
    ]
