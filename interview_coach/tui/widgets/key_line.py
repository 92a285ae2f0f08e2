"""The last line of every screen: the keys that work there now, and nothing else."""

from collections.abc import Iterator

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from interview_coach.tui.plain import joined

_ROOMY = 100
"""Columns from which on there is room for more than one blank between two keys."""


class KeyLine(Widget):
    """Textual's Footer drawn as one widget.

    The Footer makes a widget of each key and styles them all whenever a key comes or goes: a quarter of the
    work of a first screen. A click on a key presses it here, too.
    """

    DEFAULT_CSS = """
    KeyLine { height: 1; dock: bottom; background: $panel; color: $foreground; padding-left: 1; }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, _screen: Screen[object]) -> None:
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 1

    def render(self) -> Content:
        gap = self._gap
        return Content(gap).join(
            joined((shown, "bold $footer-key-foreground"), f" {label}") for _, shown, label in self._keys()
        )

    @property
    def _gap(self) -> str:
        return "  " if self.size.width >= _ROOMY else " "

    def _keys(self) -> Iterator[tuple[str, str, str]]:
        """Yield (key, key as people write it, what it does) for each command that works now."""
        told: set[str] = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and binding.action not in told:
                told.add(binding.action)
                yield binding.key, self.app.get_key_display(binding), binding.description

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        x = event.get_content_offset(self)
        if x is None:
            return
        begin = 0
        for key, shown, label in self._keys():
            end = begin + len(shown) + 1 + len(label)
            if begin <= x.x < end:
                self.app.simulate_key(key)
                return
            begin = end + len(self._gap)
