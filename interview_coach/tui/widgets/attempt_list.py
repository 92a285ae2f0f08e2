"""A list of attempts, one a line. It draws what is visible, so its length costs nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size, Spacing
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from interview_coach.journal.records import AttemptLine
from interview_coach.tui.moments import say_moment_briefly
from interview_coach.tui.plain import joined, plain
from interview_coach.visible import one_line

_LEAST_LINES = 4
"""Below so many lines the names of the columns give way too."""

_END_IS_NEAR = 30
"""From so many lines before the end, more are asked for: about one screen."""

_MOST_MARKS = 2
_GAP = "  "
_NAMES = ("When", "Question", "Competency", "Bank")

_SIGNS = 2
"""Cells for the cursor and the mark."""

_SCORE = 5
"""Cells for the score and its heading."""


class AttemptList(ScrollView, can_focus=True):
    """Date, question, competency, bank and score; columns give way where it is narrow."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "move_page(-1)", "Page up", show=False),
        Binding("pagedown", "move_page(1)", "Page down", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {"attempt-list--cursor", "attempt-list--columns"}

    DEFAULT_CSS = """
    AttemptList {
        border: round $primary 60%; padding: 0 1; background: $background; height: 1fr;
        overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1;
    }
    AttemptList:focus { border: round $accent; }
    AttemptList > .attempt-list--columns { color: $text-muted; }
    AttemptList > .attempt-list--cursor {
        color: $block-cursor-blurred-foreground; background: $block-cursor-blurred-background;
    }
    AttemptList:focus > .attempt-list--cursor {
        color: $block-cursor-foreground; background: $block-cursor-background;
    }
    AttemptList:nocolor > .attempt-list--cursor { text-style: reverse; }
    """

    cursor: reactive[int] = reactive(0)

    @dataclass
    class CursorMoved(Message):
        """Another attempt is under the cursor; None where there are none."""

        line: AttemptLine | None

    @dataclass
    class EndNeared(Message):
        """The cursor or the view came near the last line."""

    @dataclass
    class Clicked(Message):
        """A line was clicked; the cursor is on it."""

    def __init__(
        self,
        now: Callable[[], datetime],
        bank_titles: Mapping[str, str],
        *,
        id: str | None = None,  # noqa: A002 (Textual's name)
    ) -> None:
        super().__init__(id=id)
        self._now = now
        self._bank_titles = bank_titles
        self._lines: list[AttemptLine] = []
        self.marked: tuple[AttemptLine, ...] = ()
        """At most two, the one marked first before the other."""

    # --- What it holds ------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many lines are loaded."""
        return len(self._lines)

    @property
    def current(self) -> AttemptLine | None:
        """The line under the cursor."""
        return self._lines[self.cursor] if self._lines else None

    @property
    def last(self) -> AttemptLine | None:
        """The oldest line that is loaded."""
        return self._lines[-1] if self._lines else None

    def show(self, lines: Sequence[AttemptLine]) -> None:
        """Show other lines; the cursor stays at its attempt where that is among them."""
        stay = self.current
        self._lines = list(lines)
        self._measure()
        self.cursor = next((i for i, line in enumerate(lines) if stay and line.id == stay.id), 0)
        self._reveal()
        self.post_message(self.CursorMoved(self.current))

    def extend(self, lines: Iterable[AttemptLine]) -> None:
        """Add older lines."""
        self._lines.extend(lines)
        self._measure()

    def replace(self, changed: AttemptLine) -> None:
        """Show one attempt as it is now."""
        self._lines = [changed if line.id == changed.id else line for line in self._lines]
        self.refresh()

    def toggle_mark(self) -> None:
        """Mark the line under the cursor, or take its mark away; a third mark replaces the oldest."""
        line = self.current
        if line is None:
            return
        others = tuple(m for m in self.marked if m.id != line.id)
        self.marked = others if len(others) < len(self.marked) else (*others, line)[-_MOST_MARKS:]
        self.refresh()

    @property
    def _header(self) -> int:
        """Lines taken by the names of the columns (1 or 0); they stay when the list scrolls."""
        return int(self.scrollable_content_region.height >= _LEAST_LINES)

    def _measure(self) -> None:
        self.virtual_size = Size(0, len(self._lines) + self._header)
        self.refresh()
        # How much is visible is known once it is laid out.
        self.call_after_refresh(self._look_for_end)

    # --- Moving -------------------------------------------------------------------------------

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, len(self._lines) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        self.refresh_lines(old + self._header)
        self.refresh_lines(new + self._header)
        self._reveal()
        self._look_for_end()
        self.post_message(self.CursorMoved(self.current))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._look_for_end()

    def on_resize(self) -> None:
        self._measure()
        self._reveal()

    def _reveal(self) -> None:
        line = Region(0, self.cursor + self._header, 1, 1)
        self.scroll_to_region(line, spacing=Spacing(top=self._header), animate=False)

    def _look_for_end(self) -> None:
        seen = max(self.cursor, self.scroll_offset.y + self.size.height)
        if self._lines and seen > len(self._lines) - _END_IS_NEAR:
            self.post_message(self.EndNeared())

    def action_move(self, by: int) -> None:
        self.cursor += by

    def action_move_page(self, pages: int) -> None:
        self.cursor += pages * max(self.scrollable_content_region.height - self._header - 1, 1)

    def action_first(self) -> None:
        self.cursor = 0

    def action_last(self) -> None:
        self.cursor = len(self._lines) - 1

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or offset.y < self._header:
            return
        index = offset.y - self._header + self.scroll_offset.y
        if index < len(self._lines):
            self.cursor = index
            self.post_message(self.Clicked())

    # --- Drawing ------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        room = self.scrollable_content_region.width
        columns = _Columns.within(room)
        index = y - self._header + self.scroll_offset.y
        if y < self._header:
            style = self.get_visual_style("attempt-list--columns")
            content = columns.arrange("", [plain(name) for name in _NAMES], "Score")
        elif index < len(self._lines):
            on_cursor = index == self.cursor
            style = self.get_visual_style("attempt-list--cursor") if on_cursor else self.visual_style
            content = self._line(self._lines[index], columns, on_cursor=on_cursor)
        else:
            return Strip.blank(room, self.rich_style)
        return Visual.to_strips(self, content, room, 1, style, pad=True)[0]

    def _line(self, line: AttemptLine, columns: "_Columns", *, on_cursor: bool) -> Content:
        # On the cursor's background one colour for all is easier to read.
        muted = "" if on_cursor else "$text-muted"
        marked = any(m.id == line.id for m in self.marked)
        signs = ("▸" if on_cursor else " ") + ("●" if marked else " ")
        values = [
            plain(say_moment_briefly(line.answered_at, self._now()).rjust(columns.when), muted),
            plain(one_line(line.ask)),
            plain(one_line(line.competency), muted),
            plain(one_line(self._bank_titles.get(line.bank_id, line.bank_id)), muted),
        ]
        score = "–" if line.score is None else f"{line.score:.0f}"
        return columns.arrange(signs, values, score, "bold" if on_cursor else "bold $text-accent")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Widths in cells; 0 is a column that gave way."""

    when: int
    question: int
    competency: int
    bank: int

    @classmethod
    def within(cls, room: int) -> "_Columns":
        """Return the columns for `room` cells: the bank gives way first, then competency, then date."""
        when = 12 if room >= 44 else 0
        competency = min(max(14, room // 9), 24) if room >= 64 else 0
        bank = min(max(16, room // 5), 40) if room >= 90 else 0
        taken = _SIGNS + 2 + sum(w + len(_GAP) for w in (when, competency, bank, _SCORE) if w)
        return cls(when, max(room - taken, 0), competency, bank)

    def arrange(self, signs: str, values: Iterable[Content], score: str, score_style: str = "") -> Content:
        """Return one line with date, question, competency and bank (`values`) and the score in columns."""
        widths = (self.when, self.question, self.competency, self.bank)
        cells = [v.truncate(w, ellipsis=True, pad=True) for v, w in zip(values, widths, strict=True) if w]
        cells.append(plain(score.rjust(_SCORE), score_style))
        return joined(f"{signs:{_SIGNS}} ", Content(_GAP).join(cells))
