"""How rehearsals run and how the app looks. Each change is kept at once and can be taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from interview_coach.coaching.wording import counted
from interview_coach.settings import Settings
from interview_coach.tui.plain import joined, plain
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.choice_row import ChoiceRow
from interview_coach.tui.widgets.field import say_full
from interview_coach.tui.widgets.tick_list import TickList
from interview_coach.visible import one_line, visible

_NUMBERS: Final = (3, 4, 5, 6, 8, 10, 12, 20)

_ROWS: Final = ("mode", "questions_per_rehearsal", "think", "answer_by", "theme")
"""The settings that have a row, named as in `Settings`; ids of the rows."""


class LinkRow(Static, can_focus=True):
    """A row that opens a form of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right", "open", "Change", show=False),
        Binding("up", "app.focus_previous", "Row above", show=False),
        Binding("down", "app.focus_next", "Row below", show=False),
    ]

    DEFAULT_CSS = """
    LinkRow { height: auto; width: 1fr; }
    LinkRow:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    """

    @dataclass
    class Opened(Message):
        """The user wants the form."""

        row: "LinkRow"

        @property
        def control(self) -> "LinkRow":
            """The row, for `@on(LinkRow.Opened, "#id")`."""
            return self.row

    def __init__(
        self,
        label: str,
        value: str,
        *,
        id: str | None = None,  # noqa: A002 (Textual's name)
    ) -> None:
        super().__init__(id=id)
        self._label, self._value = label, value

    def show(self, value: str) -> None:
        """Show another value."""
        self._value = value
        self.refresh(layout=True)

    def render(self) -> Content:
        begin = "▸ " if self.has_focus else "  "
        return joined(f"{begin}{self._label:<16}", "  ", (one_line(self._value), "bold"), " …")

    def watch_has_focus(self, _has_focus: bool) -> None:
        super().watch_has_focus(_has_focus)
        self.refresh()

    def action_open(self) -> None:
        self.post_message(self.Opened(self))

    def on_click(self) -> None:
        self.action_open()


class SettingsScreen(CoachScreen[None]):
    """One page of rows."""

    NAME: ClassVar[str] = "settings"

    # It would scroll the first heading out of sight.
    AUTO_FOCUS: ClassVar[str | None] = ""

    DEFAULT_CSS = """
    SettingsScreen { align: center top; }
    SettingsScreen #page { width: 100%; max-width: 92; height: 1fr; padding: 1 2; }
    SettingsScreen .heading { text-style: bold; color: $text-primary; height: 1; }
    SettingsScreen ChoiceRow.last, SettingsScreen LinkRow { margin-bottom: 1; }
    SettingsScreen #banks { height: auto; max-height: 8; padding: 0 1; margin: 0 0 1 0; }
    SettingsScreen #banks { border: round $primary 60%; background: $background; }
    SettingsScreen #banks:focus { border: round $accent; }
    SettingsScreen #places { height: auto; color: $muted; padding: 0 2; }
    SettingsScreen.-low #page { padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__("Settings")
        self._changes: list[tuple[str, object]] = []
        """(setting, what it was before), oldest first."""
        self._offered: tuple[str, ...] = ()
        """The ids of the banks that can be ticked."""

    # --- What is drawn ------------------------------------------------------------------------

    def body(self) -> Iterable[Widget]:
        app, settings = self.coach_app, self.coach_app.settings
        banks = app.library.banks if app.is_open else ()
        self._offered = tuple(bank.id for bank in banks)
        rows = _rows(settings)
        rows[-2].add_class("last")
        rows[-1].add_class("last")
        lines = [
            joined(one_line(b.title or b.id, 44), (f"  {counted(len(b.questions), 'question')}", "$muted"))
            for b in banks
        ]
        yield VerticalScroll(
            Static("A rehearsal", classes="heading"),
            *rows[:-1],
            Static("You rehearse for (space ticks)", classes="heading"),
            TickList(list(zip(self._offered, lines, strict=True)), settings.preferred_banks, id="banks"),
            Static("The app", classes="heading"),
            rows[-1],
            Static("Your next interview", classes="heading"),
            LinkRow("Day and job", self._interview(), id="interview"),
            Static("What is kept, and where", classes="heading"),
            LinkRow("Taught by you", self._taught(), id="taught"),
            Static(self._places(), id="places"),
            id="page",
            can_focus=False,
        )

    def on_mount(self) -> None:
        self.set_title("Settings", "kept as you change them")
        self.query_one("#mode").focus(scroll_visible=False)
        # The theme has a key of its own, which works here too.
        self.watch(self.app, "theme", self._follow_theme, init=False)

    def _interview(self) -> str:
        settings = self.coach_app.settings
        day = settings.interview_date
        today = self.coach_app.now().astimezone().date()
        parts = [settings.interview_title, say_full(day, today) if day else ""]
        return " · ".join(part for part in parts if part) or "not set"

    def _taught(self) -> str:
        """Return how many sentences the user's verdicts taught, in words."""
        app = self.coach_app
        if app.is_open:
            with self.telling():
                return counted(app.coach.journal.taught.count(), "sentence")
        return "not known yet"

    def _places(self) -> Content:
        paths = self.coach_app.paths
        lines = [
            plain(f"{what:<14}  {visible(str(path))}")
            for what, path in (
                ("Answers", paths.journal),
                ("Your own banks", paths.banks),
                ("Settings", paths.settings),
            )
        ]
        return Content("\n").join(
            [*lines, plain("Nothing is sent anywhere. To delete everything: interview-coach data delete")]
        )

    # --- Changing -----------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self._changes) if action == "undo" else True

    def on_choice_row_changed(self, event: ChoiceRow.Changed) -> None:
        event.stop()
        if event.row.id is not None:
            self._change(event.row.id, event.value)

    def on_tick_list_changed(self, event: TickList.Changed) -> None:
        event.stop()
        self._change("preferred_banks", self._preferred(event.ticked))

    def _preferred(self, ticked: Sequence[str]) -> tuple[str, ...]:
        """Return the ticked banks: those before in their order, then the new ones; absent ones stay."""
        before = [b for b in self.coach_app.settings.preferred_banks if b in ticked or b not in self._offered]
        return (*before, *(b for b in ticked if b not in before))

    def _change(self, setting: str, value: object) -> None:
        before = getattr(self.coach_app.settings, setting)
        if value == before:
            return
        self._changes.append((setting, before))
        self._set(setting, value)

    def _set(self, setting: str, value: object) -> None:
        changed: dict[str, Any] = {setting: value}
        self.coach_app.change_settings(replace(self.coach_app.settings, **changed))
        self.refresh_bindings()

    def action_undo(self) -> None:
        if not self._changes:
            return
        setting, before = self._changes.pop()
        self._set(setting, before)
        self._show_settings()

    def _show_settings(self) -> None:
        """Let every row show what is kept now."""
        settings = self.coach_app.settings
        for name in _ROWS:
            self.query_one(f"#{name}", ChoiceRow).value = getattr(settings, name)
        self.query_one(TickList).ticked = settings.preferred_banks
        self.query_one("#interview", LinkRow).show(self._interview())

    def _follow_theme(self) -> None:
        self.query_one("#theme", ChoiceRow).value = self.coach_app.settings.theme

    @on(LinkRow.Opened, "#taught")
    def _open_taught(self) -> None:
        from interview_coach.tui.screens.taught import TaughtScreen

        app = self.coach_app
        with self.telling():
            screen = TaughtScreen(app.coach)
            app.push_screen(screen, lambda _: self.query_one("#taught", LinkRow).show(self._taught()))

    @on(LinkRow.Opened, "#interview")
    def _open_interview(self) -> None:
        from interview_coach.tui.screens.interview_date import InterviewDateScreen

        app = self.coach_app
        before = app.settings

        def closed(_: None) -> None:
            for name in ("interview_title", "interview_date"):
                was = getattr(before, name)
                if was != getattr(app.settings, name):
                    self._changes.append((name, was))
            self._show_settings()
            self.refresh_bindings()

        app.push_screen(InterviewDateScreen(before, app.now().astimezone().date()), closed)


def _rows(settings: Settings) -> Sequence[ChoiceRow[Any]]:
    """Return the rows in the order of `_ROWS`."""
    numbers = sorted({*_NUMBERS, settings.questions_per_rehearsal})
    choices: dict[str, tuple[str, list[tuple[Any, str]]]] = {
        "mode": (
            "Feedback",
            [("coach", "after each answer"), ("interview", "at the end, as in an interview")],
        ),
        "questions_per_rehearsal": ("Questions", [(n, str(n)) for n in numbers]),
        "think": ("Thinking time", [(True, "before each answer"), (False, "none")]),
        "answer_by": (
            "Answers",
            [("type", "typed"), ("speak", "spoken (in a later version: until then, typed)")],
        ),
        "theme": ("Theme", [("dark", "dark"), ("light", "light")]),
    }
    return [ChoiceRow(*choices[name], getattr(settings, name), id=name) for name in _ROWS]
