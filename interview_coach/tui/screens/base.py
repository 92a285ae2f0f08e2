"""What all screens share: keys from the table of commands, a title line, a footer."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from interview_coach.errors import CoachError
from interview_coach.tui.commands import bindings_for
from interview_coach.tui.widgets.key_line import KeyLine
from interview_coach.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from interview_coach.tui.app import CoachApp

Result = TypeVar("Result")


NARROW = 72
"""Columns below which panes stand one above the other."""

LOW = 20
"""Rows below which what is only pleasant gives way."""


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
        # Known before the first layout, these classes cost nothing; set after it, everything is styled twice.
        width, height = self.app.size
        self.set_class(width < NARROW, "-narrow").set_class(width >= NARROW, "-wide")
        self.set_class(height < LOW, "-low").set_class(height >= LOW, "-high")
        yield TitleLine(self._title_text)
        yield from self.body()
        yield KeyLine()

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
        self.coach_app.tell(error)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell a `CoachError` of the block instead of letting it end the app."""
        try:
            yield
        except CoachError as error:
            self.say_error(error)

    async def keep_all(self) -> bool:
        """Put everything typed here on disk; False where that fails. Most screens have nothing to keep."""
        return True

    def action_back(self) -> None:
        self.dismiss()
