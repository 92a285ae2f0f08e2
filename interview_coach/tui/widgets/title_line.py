"""The first line of every screen: where one is on the left, what matters now on the right."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from interview_coach.tui.plain import plain
from interview_coach.visible import one_line


class TitleLine(Widget):
    """One line; where the terminal is narrow, the name of the app gives way first."""

    DEFAULT_CSS = """
    TitleLine { height: 1; dock: top; padding: 0 1; background: $panel; color: $foreground; }
    """

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self._left, self._right = left, right

    def show(self, left: str, right: str = "") -> None:
        """Show other words."""
        self._left, self._right = left, right
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 1

    def render(self) -> Content:
        room = self.content_size.width
        left = one_line(f"Interview Coach · {self._left}" if self._left else "Interview Coach")
        if self._left and len(left) + len(self._right) + 2 > room:
            left = one_line(self._left)
        right = one_line(self._right, max(room - len(left) - 2, 0))
        gap = " " * max(room - plain(left).cell_length - plain(right).cell_length, 1)
        return Content.assemble((left, "bold"), gap, (right, "$muted"))
