"""A list with a cursor that leaves enter to the screen, whose footer then shows what enter does."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList


class CursorList(OptionList, inherit_bindings=False):
    """Textual's OptionList binds enter itself, hidden, so the screen's own binding would never be shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
    ]
