"""All answers so far, newest first: look at one, compare two, search them."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Input, Static

from interview_coach.coaching.coach import Coach
from interview_coach.errors import CoachError
from interview_coach.journal.records import Attempt, AttemptLine
from interview_coach.scoring.assessment import Status
from interview_coach.tui.plain import joined, plain
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.attempt_list import AttemptList
from interview_coach.visible import one_line

_PAGE = 100
"""Lines read at once."""

_TYPING_PAUSE = 0.2
"""Seconds without a key before a search begins: a search may read every answer."""


class HistoryScreen(CoachScreen[None]):
    """Lines are read page by page as the cursor nears the end; a search replaces the list."""

    NAME: ClassVar[str] = "history"

    CSS = """
    HistoryScreen #search { display: none; margin: 1 0 0 0; border: round $primary 60%; padding: 0 1; }
    HistoryScreen #search { background: $background; background-tint: $background 0%; }
    HistoryScreen #search:focus { border: round $accent; }
    HistoryScreen.searching #search { display: block; }
    HistoryScreen #list { margin: 1 0 0 0; }
    HistoryScreen.searching #list { margin: 0; }
    HistoryScreen #empty { display: none; height: 1fr; padding: 2 3; }
    HistoryScreen.nothing #empty { display: block; }
    HistoryScreen.nothing #list, HistoryScreen.nothing #here { display: none; }
    HistoryScreen #here { height: 2; padding: 0 2; }
    HistoryScreen #state { height: 1; padding: 0 2; color: $text-muted; }
    HistoryScreen.-low #list, HistoryScreen.-low #search { margin: 0; }
    HistoryScreen.-low #here, HistoryScreen.-low #state { display: none; }
    """

    def __init__(self, coach: Coach, *, search: str = "") -> None:
        super().__init__("History")
        self._coach = coach
        self._wanted = search
        self._more = False
        self._reading = False
        self._titles: Mapping[str, str] = {}

    def body(self) -> Iterable[Widget]:
        self._titles = self._bank_titles()
        yield Input(self._wanted, placeholder="Search questions and answers", id="search")
        yield AttemptList(self._coach.now, self._titles, id="list")
        yield Static(id="empty")
        yield Static(id="here")
        yield Static(id="state")

    def on_mount(self) -> None:
        self.query_one("#search", Input).border_title = "Search"
        self._list.focus()
        self.set_class(bool(self._wanted), "searching")
        self._read()

    def _bank_titles(self) -> Mapping[str, str]:
        app = self.coach_app
        return {bank.id: bank.title or bank.id for bank in app.library.banks} if app.is_open else {}

    @property
    def _list(self) -> AttemptList:
        return self.query_one(AttemptList)

    @property
    def _box(self) -> Input:
        return self.query_one("#search", Input)

    # --- Reading ------------------------------------------------------------------------------

    def _read(self, *, further: bool = False, wait: float = 0.0) -> None:
        """Read the first page, or the one after what is shown. What was still being read is given up."""
        self._reading = True
        self.run_worker(self._read_page(further=further, wait=wait), group="history", exclusive=True)

    async def _read_page(self, *, further: bool, wait: float) -> None:
        await asyncio.sleep(wait)
        before = self._list.last if further else None
        try:
            lines = await asyncio.to_thread(
                self._coach.journal.attempts.page,
                before=before,
                limit=_PAGE,
                containing=self._wanted or None,
            )
        except CoachError as error:
            self._reading = False
            self.say_error(error)
            return
        self._more = len(lines) == _PAGE
        self._reading = False
        if further:
            self._list.extend(lines)
        else:
            self._list.show(lines)
        self._show_state()

    def on_attempt_list_end_neared(self) -> None:
        if self._more and not self._reading:
            self._read(further=True)

    def on_attempt_list_cursor_moved(self, event: AttemptList.CursorMoved) -> None:
        # In its column, a question is cut where all of them begin alike.
        line = event.line
        bank = self._titles.get(line.bank_id, line.bank_id) if line else ""
        self.query_one("#here", Static).update(
            joined(one_line(line.ask), (f"  {one_line(bank)}", "$text-muted")) if line else ""
        )

    def _show_state(self) -> None:
        count, marks = self._list.count, len(self._list.marked)
        self._list.border_title = f"{'Found' if self._wanted else 'Your answers'}, newest first"
        self.set_class(count == 0, "nothing")
        if count == 0:
            self.query_one("#empty", Static).update(plain(self._why_empty))
        found = ""
        if self._wanted and count:
            number = f"The newest {count}" if self._more else f"{count}"
            found = f"{number} with “{one_line(self._wanted, 40)}”   "
        marked = ("", "● 1 marked: mark another, or c compares it with the one under the cursor",
                  "● 2 marked: c compares them")[marks]  # fmt: skip
        self.query_one("#state", Static).update(plain(found + marked))
        self.refresh_bindings()

    @property
    def _why_empty(self) -> str:
        if self._wanted:
            return f"No question and no answer contains “{one_line(self._wanted, 60)}”."
        return "No answers yet. Each answer of a rehearsal is kept and stands here."

    # --- Keys ---------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        searching = self.has_class("searching")
        match action:
            case "open" | "mark" | "compare":
                return self._list.has_focus and self._list.current is not None
            case "search":
                return not self._box.has_focus and (searching or self._list.count > 0)
            case "results":
                return self._box.has_focus and self._list.count > 0
            case "show_all":
                return searching
            case "back":
                return not searching
        return True

    def on_descendant_focus(self) -> None:
        self.refresh_bindings()

    def on_descendant_blur(self) -> None:
        self.refresh_bindings()

    def action_search(self) -> None:
        self.add_class("searching")
        self._box.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        wanted = event.value.strip()
        if wanted != self._wanted:
            self._wanted = wanted
            self._read(wait=_TYPING_PAUSE)

    def on_input_submitted(self) -> None:
        self.action_results()

    def action_results(self) -> None:
        if self._list.count:
            self._list.focus()

    def action_show_all(self) -> None:
        self.remove_class("searching")
        self._box.value = ""
        if self._wanted:
            self._wanted = ""
            self._read()
        self.remove_class("nothing")
        self._list.focus()
        self._show_state()

    def action_mark(self) -> None:
        self._list.toggle_mark()
        self._show_state()

    def on_attempt_list_clicked(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        line = self._list.current
        attempt = self._attempt(line)
        if attempt is None:
            return
        from interview_coach.tui.screens.attempt import AttemptScreen

        self.app.push_screen(AttemptScreen(self._coach, attempt), lambda _: self._look_again(line))

    def action_compare(self) -> None:
        pair = self._pair()
        if pair is None:
            return
        from interview_coach.tui.screens.compare import CompareScreen

        older, newer = sorted(pair, key=lambda attempt: (attempt.answered_at, attempt.id))
        self.app.push_screen(CompareScreen(older, newer))

    def _pair(self) -> tuple[Attempt, Attempt] | None:
        """Return the two to compare, or say why there are none."""
        here, marked = self._list.current, self._list.marked
        first, second = (*marked, here)[:2] if marked else (here, None)
        if second is not None and first is not None and first.id != second.id:
            one, other = self._attempt(first), self._attempt(second)
            return (one, other) if one and other else None
        attempt = self._attempt(first)
        if attempt is None:
            return None
        try:
            before = self._coach.attempt_before(attempt)
        except CoachError as error:
            self.say_error(error)
            return None
        if before is None:
            self.say(
                "This is your first answer to that question. Mark two answers with space to compare them."
            )
            return None
        return before, attempt

    def _attempt(self, line: AttemptLine | None) -> Attempt | None:
        if line is None:
            return None
        try:
            attempt = self._coach.journal.attempts.get(line.id)
        except CoachError as error:
            self.say_error(error)
            return None
        if attempt is None:
            self.say("This answer is no longer in the journal.")
        return attempt

    def _look_again(self, line: AttemptLine | None) -> None:
        """Show the score as it is now: a verdict may have been overruled."""
        attempt = self._attempt(line)
        if line is not None and attempt is not None and attempt.assessment is not None:
            assessment = attempt.assessment
            self._list.replace(
                replace(line, score=assessment.score, scored=assessment.status is Status.SCORED)
            )
