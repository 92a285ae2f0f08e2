"""Where an answer is typed: the editing keys people know, and quick however long the answer gets."""

from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.document._document_navigator import DocumentNavigator
from textual.strip import Strip
from textual.widgets import TextArea

from interview_coach.tui.widgets.quick_wrap import QuickWrap
from interview_coach.visible import visible

_SPACE = " "


class AnswerBox(TextArea):
    """A plain text editor with soft wrap.

    Textual draws each screen line of a wrapped paragraph by dividing the whole paragraph, so an answer
    of 3,000 words in one paragraph costs some 40 ms a key; `render_line` here takes only its own part.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # An answer is prose, typed by people who know word processors rather than Emacs.
        Binding("ctrl+a", "select_all", "Select all", show=False),
        Binding("home", "cursor_line_start", "Line start", show=False),
        Binding("ctrl+y,ctrl+shift+z", "redo", "Redo", show=False),
        Binding("ctrl+home", "cursor_document_start", "Start of the answer", show=False),
        Binding("ctrl+end", "cursor_document_end", "End of the answer", show=False),
        Binding("ctrl+delete", "delete_word_right", "Delete word right", show=False),
    ]

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(
            visible(text),
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder=placeholder,
            id=id,
        )

    def load_text(self, text: str) -> None:
        """Show another text, with control characters as pictures: a draft may come from plain lines."""
        super().load_text(visible(text))

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document(text, language)
        self.wrapped_document = QuickWrap(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._rewrap_and_refresh_virtual_size()

    def action_cursor_document_start(self) -> None:
        self.move_cursor((0, 0))

    def action_cursor_document_end(self) -> None:
        self.move_cursor(self.document.end)

    async def _on_paste(self, event: events.Paste) -> None:
        # Escape codes in pasted text would reach the terminal when drawn.
        event.prevent_default()
        event.stop()
        if self.read_only:
            return
        text = visible(event.text.replace("\r\n", "\n").replace("\r", "\n"))
        if result := self._replace_via_keyboard(text, *self.selection):
            self.move_cursor(result.end_location)
            self.focus()

    def render_line(self, y: int) -> Strip:
        wrapped = self.wrapped_document
        row = y + self.scroll_offset.y
        theme = self._theme
        if self.placeholder and not self.text:
            return super().render_line(y)
        base = theme.base_style if theme.base_style is not None else self.rich_style
        if row >= wrapped.height:
            return Strip.blank(self.size.width, base)

        # The public `offset_to_location` cuts the whole paragraph into its screen lines first.
        line, section = wrapped._offset_to_line_info[row]
        text = self.document.get_line(line)
        edges = [0, *wrapped.get_offsets(line), len(text)]
        start, stop = edges[section], edges[section + 1]
        shown = text[start:stop] + (_SPACE if stop == len(text) else "")

        styles: list[tuple[int, int, Style]] = []
        top, bottom = sorted(self.selection)
        if top != bottom and top[0] <= line <= bottom[0] and theme.selection_style:
            left = top[1] if line == top[0] else 0
            # The line feed inside a selection shows as one selected cell.
            right = bottom[1] if line == bottom[0] else len(text) + 1
            styles.append((left - start, right - start, theme.selection_style))
        row_of_cursor, column = self.selection.end
        if row_of_cursor == line and self._draw_cursor and theme.cursor_style:
            styles.append((column - start, column - start + 1, theme.cursor_style))
        strip = Strip(_segments(shown, base, styles))
        return strip.adjust_cell_length(self.size.width, base)


def _segments(text: str, base: Style, styles: list[tuple[int, int, Style]]) -> list[Segment]:
    """Return `text` cut where a style begins or ends; later styles lie on top."""
    cuts = {0, len(text)}
    for left, right, _ in styles:
        cuts.update(min(max(edge, 0), len(text)) for edge in (left, right))
    edges = sorted(cuts)
    segments = []
    for left, right in pairwise(edges):
        style = base
        for begin, end, extra in styles:
            if begin <= left and right <= end:
                style += extra
        segments.append(Segment(text[left:right], style))
    return segments
