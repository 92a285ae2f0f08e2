"""The app: wiring only. It opens the journal and the banks after the first paint and shows screens."""

import gc
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import Monochrome, NoColor

from interview_coach.errors import CoachError
from interview_coach.paths import Paths
from interview_coach.settings import Settings, load_settings, save_settings
from interview_coach.tui.commands import EVERYWHERE, bindings_for
from interview_coach.tui.theme import BY_SETTING, DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from interview_coach.banks.library import Library
    from interview_coach.banks.question import Bank
    from interview_coach.coaching.coach import Coach
    from interview_coach.coaching.rehearsal import Mode, Rehearsal
    from interview_coach.journal.records import PlannedQuestion, RehearsalRecord
    from interview_coach.tui.screens.today import TodayScreen


_AFTER_PAINT = 0.05
"""Seconds from the first refresh until the journal and the banks are opened: a first screen is painted in
several writes, and a thread that imports meanwhile holds up each of them (measured: 1.6 times the CPU)."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What is shown first instead of Today."""

    questions: "Sequence[PlannedQuestion]" = ()
    """A rehearsal of these questions."""
    mode: "Mode | None" = None
    """None: as in the settings."""
    think: bool | None = None
    """Thinking time before each answer; None: as in the settings."""
    resume: bool = False
    """Whether to go on with the rehearsal that was left last."""


NOTHING_ASKED = Opening()


class CoachApp(App[None]):
    """Interview Coach on a terminal. Clock, calendar and random numbers are passed in."""

    TITLE = "Interview Coach"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(EVERYWHERE),
        Binding("ctrl+c", "explain_leaving", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide")]  # noqa: RUF012 (declared by Textual)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012
    COMMAND_PALETTE_BINDING: ClassVar[str] = "f9"
    ENABLE_COMMAND_PALETTE = True
    CSS = """
    OptionList, TextArea { background-tint: $background 0%; }
    OptionList:focus, TextArea:focus { background-tint: $background 0%; }
    OptionList, TextArea, VerticalScroll, AttemptList { scrollbar-size-vertical: 1; }
    OptionList:nocolor > .option-list--option-highlighted { text-style: reverse; }
    TextArea:nocolor .text-area--cursor, TextArea:nocolor .text-area--selection { text-style: reverse; }
    Input:nocolor .input--cursor { text-style: reverse; }
    Toast { max-width: 70; }
    """

    def __init__(
        self,
        paths: Paths,
        opening: Opening = NOTHING_ASKED,
        *,
        now: "Callable[[], datetime]" = lambda: datetime.now(UTC),
        clock: "Callable[[], float]" = time.monotonic,
        rng: random.Random | None = None,
    ) -> None:
        super().__init__()
        self.paths = paths
        self.now = now
        self.rng = rng or random.Random()  # noqa: S311 (which question comes first is no secret)
        self.settings, self._settings_note = load_settings(paths.settings)
        self._clock = clock
        self._opening = opening
        self._coach: Coach | None = None
        self._library: Library | None = None
        self._warned_of_loss = False
        if self.no_color:
            # Textual's own filter turns colours into greys, which are colours too.
            self._filters = [f for f in self._filters if not isinstance(f, Monochrome)] + [NoColor()]
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = BY_SETTING.get(self.settings.theme, DARK.name)

    # --- Starting -----------------------------------------------------------------------------

    def get_default_screen(self) -> "TodayScreen":
        from interview_coach.tui.screens.today import TodayScreen

        return TodayScreen()

    def on_mount(self) -> None:
        self.call_after_refresh(self.set_timer, _AFTER_PAINT, self._start_opening)

    def _start_opening(self) -> None:
        self.run_worker(self._open, thread=True, name="open")

    def _open(self) -> None:
        from interview_coach.banks.library import Library
        from interview_coach.coaching.coach import Coach
        from interview_coach.journal.journal import Journal

        try:
            journal = Journal.open(self.paths.journal)
        except CoachError as error:
            self.call_from_thread(self._cannot_open, error)
            return
        coach = Coach(journal, self._clock, now=self.now)
        notes = [self._settings_note] if self._settings_note else []
        if journal.set_aside is not None:
            aside = journal.set_aside.name
            notes.append(f"The journal was damaged. It was set aside as {aside}; a new one was begun.")
        if journal.read_only:
            notes.append("The journal cannot be written to. Run: interview-coach doctor")
        else:
            try:
                coach.assess_left_over()
            except CoachError as error:
                notes.append(error.message)
        self.call_from_thread(self._opened, coach, Library.load(self.paths.banks), notes)

    def _opened(self, coach: "Coach", library: "Library", notes: list[str]) -> None:
        self._coach, self._library = coach, library
        notes += [f"Bank left out: {fault}" for fault in library.faults if fault.severity == "error"]
        for note in notes[:3]:
            self.notify(note, severity="warning", markup=False, timeout=12)
        self.run_worker(self._first_screen(), name="first")
        # What is loaded now stays; without it in the collector's rounds, a key press never waits for one.
        gc.collect()
        gc.freeze()

    async def _first_screen(self) -> None:
        opening, record = self._opening, None
        if opening.resume:
            try:
                record = self.coach.unfinished()
            except CoachError as error:
                self.tell(error)
        if record is not None:
            self.go_on(record)
        elif opening.questions:
            self.start_rehearsal(opening.questions, mode=opening.mode, think=opening.think)
        elif not self.settings.first_start_done:
            from interview_coach.tui.screens.first_start import FirstStartScreen

            self.push_screen(FirstStartScreen(self.library.banks, self.now().astimezone().date()))
        self.refresh_today()

    def _cannot_open(self, error: CoachError) -> None:
        self._return_code = 1
        self.exit(return_code=1, message=f"{error.message}\n{error.hint}".strip())

    # --- What the screens ask of the app ------------------------------------------------------

    @property
    def coach(self) -> "Coach":
        """The coach, once the journal is open."""
        if self._coach is None:
            raise CoachError("The journal is still being opened.", "Try again in a moment.")
        return self._coach

    @property
    def library(self) -> "Library":
        """The banks, once they are read."""
        if self._library is None:
            raise CoachError("The banks are still being read.", "Try again in a moment.")
        return self._library

    @property
    def is_open(self) -> bool:
        """Whether journal and banks are there."""
        return self._coach is not None

    def tell(self, error: CoachError) -> None:
        """Show what went wrong and what to do."""
        self.notify(f"{error.message}\n{error.hint}".strip(), severity="error", markup=False, timeout=12)

    def change_settings(self, settings: Settings) -> None:
        """Keep the settings and let the theme follow."""
        try:
            save_settings(settings, self.paths.settings)
        except CoachError as error:
            self.tell(error)
        self.settings = settings
        self.theme = BY_SETTING.get(settings.theme, DARK.name)

    def reload_library(self) -> None:
        """Read the banks again, after one was added."""
        from interview_coach.banks.library import Library

        self._library = Library.load(self.paths.banks)

    def choose_and_start(
        self,
        banks: "Iterable[Bank]",
        *,
        count: int | None,
        mode: "Mode",
        think: bool,
        competency: str | None = None,
    ) -> None:
        """Choose questions of these banks and begin."""
        from interview_coach.coaching.plan import choose_questions

        attempts = self.coach.journal.attempts
        try:
            questions = choose_questions(
                banks,
                lambda bank: attempts.last_answered(bank.id, [q.id for q in bank.questions]),
                self.rng,
                count=count,
                competency=competency,
            )
        except CoachError as error:
            self.tell(error)
            return
        self.start_rehearsal(questions, mode=mode, think=think)

    def start_rehearsal(
        self, questions: "Sequence[PlannedQuestion]", *, mode: "Mode | None" = None, think: bool | None = None
    ) -> None:
        """Begin a rehearsal of these questions."""
        from interview_coach.coaching.rehearsal import Mode

        mode = Mode(self.settings.mode) if mode is None else mode
        think = self.settings.think if think is None else think
        try:
            rehearsal = self.coach.start(questions, mode, think=think)
        except CoachError as error:
            self.tell(error)
            return
        self._show_rehearsal(rehearsal, "")

    def go_on(self, record: "RehearsalRecord") -> None:
        """Take up a rehearsal that was left."""
        try:
            rehearsal, draft = self.coach.go_on(record)
        except CoachError as error:
            self.tell(error)
            return
        self._show_rehearsal(rehearsal, draft)

    def _show_rehearsal(self, rehearsal: "Rehearsal", draft: str) -> None:
        from interview_coach.coaching.rehearsal import Phase
        from interview_coach.tui.screens.answer import AnswerScreen

        self._pop_to_today()
        if rehearsal.phase is Phase.FINISHED:
            try:
                self.coach.finish(rehearsal)
            except CoachError as error:
                self.tell(error)
            self.show_summary(rehearsal)
        else:
            self.push_screen(AnswerScreen(self.coach, rehearsal, draft))

    def show_summary(self, rehearsal: "Rehearsal") -> None:
        """Show how a rehearsal went."""
        from interview_coach.tui.screens.summary import SummaryScreen

        self._pop_to_today()
        self.push_screen(SummaryScreen(self.coach, rehearsal))

    def show_today(self) -> None:
        """Go back to Today."""
        self._pop_to_today()
        self.refresh_today()

    def refresh_today(self) -> None:
        """Let Today look again."""
        from interview_coach.tui.screens.today import TodayScreen

        today = self.screen_stack[0]
        if self.is_open and isinstance(today, TodayScreen):
            today.show_state()

    def _pop_to_today(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    # --- Keys that work everywhere ------------------------------------------------------------

    def action_keys(self) -> None:
        from interview_coach.tui.screens.base import CoachScreen
        from interview_coach.tui.screens.keys import KeysScreen

        if isinstance(self.screen, KeysScreen):
            self.screen.dismiss()
        elif isinstance(self.screen, CoachScreen):
            self.push_screen(KeysScreen(self.screen.NAME))

    def action_toggle_theme(self) -> None:
        other = "light" if self.theme == DARK.name else "dark"
        self.change_settings(replace(self.settings, theme=other))

    def action_explain_leaving(self) -> None:
        self.notify("Press ctrl+q to leave. Everything you typed is saved.", timeout=4)

    async def action_leave_app(self) -> None:
        from interview_coach.tui.screens.base import CoachScreen

        unsaved = [s for s in self.screen_stack if isinstance(s, CoachScreen) and not await s.keep_all()]
        if unsaved and not self._warned_of_loss:
            self._warned_of_loss = True
            self.notify(
                "Not everything could be saved. Press ctrl+q once more to leave all the same.",
                severity="error",
                timeout=12,
            )
            return
        self.exit(message=None if unsaved else "Saved.")

    def action_command_palette(self) -> None:
        from interview_coach.tui.palette import open_palette

        open_palette(self)


def run(
    paths: Paths,
    *,
    questions: "Sequence[PlannedQuestion]" = (),
    mode: "Mode | None" = None,
    think: bool | None = None,
    resume: bool = False,
) -> int:
    """Run the app until the user leaves; return the exit code."""
    app = CoachApp(paths, Opening(questions, mode, think, resume))
    app.run()
    if app._coach is not None:
        app._coach.journal.close()
    return app.return_code or 0
