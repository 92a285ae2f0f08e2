"""The keys that work now, each once, and a click presses them."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType

from interview_coach.tui.widgets.key_line import KeyLine


class Stage(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", key_display="a"),
        Binding("ctrl+a", "add", "add", key_display="^a"),
        Binding("t", "take", "take away", key_display="t"),
        Binding("x", "add", "never", show=False),
    ]

    count = 0

    def compose(self) -> ComposeResult:
        yield KeyLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.count > 0 if action == "take" else True

    def action_add(self) -> None:
        self.count += 1
        self.refresh_bindings()

    def action_take(self) -> None:
        self.count -= 1
        self.refresh_bindings()


async def test_only_what_works_is_shown_and_each_command_once() -> None:
    app = Stage()
    async with app.run_test(size=(60, 5)) as pilot:
        line = app.query_one(KeyLine)
        assert line.render().plain.startswith("a add")
        assert "take away" not in line.render().plain
        assert line.render().plain.count("add") == 1
        await pilot.press("a")
        assert "t take away" in line.render().plain


async def test_a_click_presses_the_key() -> None:
    app = Stage()
    async with app.run_test(size=(60, 5)) as pilot:
        await pilot.press("a")
        line = app.query_one(KeyLine)
        at = line.render().plain.index("take") + 1
        await pilot.click(KeyLine, offset=(at, 0))
        await pilot.pause()
        assert app.count == 0
