"""A list of which several entries can be ticked: `[✓] Warehouse`, `[ ] Call centre`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from interview_coach.tui.plain import joined
from interview_coach.tui.widgets.cursor_list import CursorList


class TickList(CursorList):
    """Space or enter ticks the entry under the cursor.

    Textual's SelectionList tells ticked from not ticked by colour alone, and mistakes the second line of a
    wrapped entry for the next one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", "Tick", show=False)]

    @dataclass
    class Changed(Message):
        """The user ticked or unticked something; `ticked` holds the ids in the order of the list."""

        list: "TickList"
        ticked: tuple[str, ...]

        @property
        def control(self) -> "TickList":
            """The list, for `@on(TickList.Changed, "#id")`."""
            return self.list

    def __init__(
        self,
        entries: Sequence[tuple[str, Content]],
        ticked: Iterable[str] = (),
        *,
        id: str | None = None,  # noqa: A002 (Textual's name)
    ) -> None:
        """Show the `entries` (id, line); ids in `ticked` that are none of them are ignored."""
        self._entries = dict(entries)
        self._ticked = frozenset(ticked) & self._entries.keys()
        super().__init__(*(Option(self._prompt(entry), id=entry) for entry in self._entries), id=id)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids that are ticked, in the order of the list."""
        return tuple(entry for entry in self._entries if entry in self._ticked)

    @ticked.setter
    def ticked(self, ids: Iterable[str]) -> None:
        """Tick these and no others, without a message."""
        self._ticked = frozenset(ids) & self._entries.keys()
        for entry in self._entries:
            self.replace_option_prompt(entry, self._prompt(entry))

    def _prompt(self, entry: str) -> Content:
        mark = ("[✓] ", "bold $text-success") if entry in self._ticked else ("[ ] ", "$muted")
        return joined(mark, self._entries[entry])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick or untick the entry that was chosen by key or mouse."""
        event.stop()
        assert event.option_id is not None  # noqa: S101 (every entry has an id)
        self._ticked ^= {event.option_id}
        self.replace_option_prompt(event.option_id, self._prompt(event.option_id))
        self.post_message(self.Changed(self, self.ticked))
