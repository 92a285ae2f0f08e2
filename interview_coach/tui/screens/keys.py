"""Every key: those of the screen one came from first, then those that work everywhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from interview_coach.tui.commands import COMMANDS, EVERYWHERE, commands_for
from interview_coach.tui.plain import joined, plain
from interview_coach.tui.screens.base import CoachScreen

_SCREENS: Final = {
    "today": "Today",
    "first_start": "First start",
    "choose": "Choosing a rehearsal",
    "my_questions": "My questions",
    "answer": "Answering",
    "feedback": "Feedback",
    "summary": "Summary",
    "history": "History",
    "attempt": "One attempt",
    "compare": "Comparing two attempts",
    "settings": "Settings",
    "taught": "Taught by you",
    "interview_date": "Interview date",
    "keys": "Keys",
    "example": "Example",
    EVERYWHERE: "Everywhere",
}

_TYPING: Final = frozenset({"answer", "my_questions"})
"""The screens with a text box of several lines."""

EDITING: Final[tuple[tuple[str, str], ...]] = (
    ("^z", "Undo."),
    ("^y", "Redo."),
    ("^a  F7", "Select all."),
    ("^x  ^c  ^v", "Cut (the line, if nothing is selected), copy, paste."),
    ("shift+arrows", "Select."),
    ("F6", "Select the line."),
    ("^←  ^→", "A word back, a word on; with shift, select it."),
    ("home  end", "Start and end of the line."),
    ("^home  ^end", "Start and end of the text."),
    ("pgup  pgdn", "A page up, a page down."),
    ("^w  ^del", "Delete the word before, the word after."),
    ("^u  ^k", "Delete to the start, to the end of the line."),
)
"""The keys of the text box. A test presses each of them."""

MOVING: Final[tuple[tuple[str, str], ...]] = (
    ("↑  ↓", "Move in a list, or to the row above or below."),
    ("←  →", "Change a choice written ‹ like this ›."),
    ("enter", "Choose, open, go on."),
    ("tab  shift+tab", "Next pane, pane before."),
)
"""What works in every list and form."""

_COLUMN = 15
"""Cells of the column of keys."""


@dataclass(frozen=True, slots=True)
class Group:
    """The keys of one place: (keys, what they do)."""

    title: str
    rows: tuple[tuple[str, str], ...]


def groups(screen: str) -> tuple[Group, ...]:
    """Return all keys, those that work on `screen` first."""
    return (*_here(screen), *_elsewhere(screen))


def _here(screen: str) -> Iterator[Group]:
    if any(commands_for(screen)):
        yield _group(screen, "Here: {}")
    if screen in _TYPING:
        yield Group("Here, in the text", EDITING)
    yield _group(EVERYWHERE)
    yield Group("Lists and forms", MOVING)


def _elsewhere(screen: str) -> Iterator[Group]:
    names = dict.fromkeys(command.screen for command in COMMANDS)
    for name in names:
        if name not in (screen, EVERYWHERE):
            yield _group(name)
    if screen not in _TYPING:
        yield Group("In a text box", EDITING)


def _group(screen: str, title: str = "{}") -> Group:
    rows = tuple(("  ".join(c.key_names), c.help) for c in commands_for(screen))
    return Group(title.format(_SCREENS.get(screen, screen)), rows)


class KeyTable(Widget):
    """One group: keys on the left, what they do on the right, wrapped within its column."""

    DEFAULT_CSS = """
    KeyTable { height: auto; width: 1fr; padding: 0 1; margin: 0 0 1 0; }
    """

    def __init__(self, group: Group) -> None:
        super().__init__()
        self._group = group

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines = plain(self._group.title, "bold $text-primary").wrap(max(width, 1))
        for keys, help_text in self._group.rows:
            lines.extend(_row(keys, help_text, width))
        return lines


def _row(keys: str, help_text: str, width: int) -> Iterator[Content]:
    """Yield the lines of one key; on a narrow screen the help stands below its key."""
    head = plain(keys, "bold $text-accent")
    beside = width >= 2 * _COLUMN and head.cell_length < _COLUMN
    if not beside:
        yield from head.wrap(max(width, 1))
    indent = " " * (_COLUMN if width >= 2 * _COLUMN else 2)
    for number, line in enumerate(plain(help_text).wrap(max(width - len(indent), 1))):
        if number == 0 and beside:
            yield joined(head, " " * (_COLUMN - head.cell_length), line)
        else:
            yield joined(indent, line)


class KeysScreen(CoachScreen[None]):
    """All keys, from the table of commands."""

    NAME: ClassVar[str] = "keys"

    # Two columns of keys with their help need more than two panes of text do.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]  # noqa: RUF012 (declared by Textual)

    DEFAULT_CSS = """
    KeysScreen #scroll { height: 1fr; padding: 1 1 0 1; }
    KeysScreen #columns { layout: horizontal; height: auto; }
    KeysScreen #columns > Vertical { width: 1fr; height: auto; }
    KeysScreen.-narrow #columns { layout: vertical; }
    KeysScreen.-narrow #columns > Vertical { width: 100%; }
    KeysScreen.-low #scroll { padding: 0 1; }
    """

    def __init__(self, screen_name: str) -> None:
        super().__init__("Keys")
        self._screen_name = screen_name

    def body(self) -> Iterable[Widget]:
        here, elsewhere = list(_here(self._screen_name)), list(_elsewhere(self._screen_name))
        yield VerticalScroll(Container(_column(here), _column(elsewhere), id="columns"), id="scroll")

    def on_mount(self) -> None:
        self.set_title("Keys", "^ is ctrl · ↑ ↓ scroll")
        self.query_one("#scroll").focus()


def _column(groups_of_column: Sequence[Group]) -> Vertical:
    return Vertical(*(KeyTable(group) for group in groups_of_column))
