"""What all screens share: keys from the table of commands, a title line, a footer."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer

from interview_coach.errors import CoachError
from interview_coach.tui.commands import bindings_for
from interview_coach.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from interview_coach.tui.app import CoachApp

Result = TypeVar("Result")


_ROOMY = 100
"""Columns from which on the footer has room for blanks around its keys."""


class CoachScreen(Screen[Result]):
    """A screen with a title line above and a footer below its `body`."""

    NAME: ClassVar[str]
    """The screen's name in the table of commands."""

    def __init_subclass__(cls, **kwargs: object) -> None:
        if "NAME" in cls.__dict__:
            cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *bindings_for(cls.NAME)]
        super().__init_subclass__(**kwargs)  # type: ignore[arg-type]  # Textual's own keywords

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._title_text = title

    @property
    def coach_app(self) -> "CoachApp":
        """The app, by its own type."""
        from interview_coach.tui.app import CoachApp

        app = self.app
        assert isinstance(app, CoachApp)  # noqa: S101 (narrows the type)
        return app

    def compose(self) -> ComposeResult:
        yield TitleLine(self._title_text)
        yield from self.body()
        yield Footer(show_command_palette=False)

    def on_resize(self, event: events.Resize) -> None:
        # Without the blanks around each key, every footer fits into 80 columns.
        self.query_one(Footer).compact = event.size.width < _ROOMY

    def body(self) -> Iterable[Widget]:
        """Return what lies between title line and footer."""
        return ()

    def set_title(self, left: str, right: str = "") -> None:
        """Change the title line."""
        self.query_one(TitleLine).show(left, right)

    def say(self, message: str) -> None:
        """Show a short note at the corner; it goes by itself."""
        self.notify(message, markup=False, timeout=4)

    def say_error(self, error: CoachError) -> None:
        """Show what went wrong and what to do."""
        self.notify(f"{error.message}\n{error.hint}".strip(), severity="error", markup=False, timeout=12)

    async def keep_all(self) -> bool:
        """Put everything typed here on disk; False where that fails. Most screens have nothing to keep."""
        return True

    def action_back(self) -> None:
        self.dismiss()
