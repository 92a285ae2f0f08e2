"""The sentences that the user's verdicts taught: to be looked at, and forgotten one by one."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.option_list import Option

from interview_coach.coaching.coach import Coach
from interview_coach.coaching.wording import MARKS
from interview_coach.journal.records import TaughtLine, TaughtSentence
from interview_coach.scoring.assessment import Verdict
from interview_coach.tui.plain import hanging, joined, plain
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.cursor_list import GUTTER, BrowseList
from interview_coach.tui.widgets.marked_answer import STYLES
from interview_coach.visible import one_line

_EMPTY: Final = (
    "Nothing yet. Where you change a verdict on an answer (o), the sentence it is about is remembered, "
    "stands here, and helps to score your next answers to that question."
)

_INDENT = 2
"""Cells below the mark of a sentence."""


class TaughtList(BrowseList):
    """One entry a sentence; what it belongs to stands below it."""

    DEFAULT_CSS = """
    TaughtList { border: round $primary 60%; padding: 0; background: $background; height: 1fr; }
    TaughtList:focus { border: round $accent; }
    TaughtList > .option-list--option { padding: 0; }
    TaughtList { scrollbar-gutter: stable; }
    """

    def __init__(self) -> None:
        super().__init__(id="list")
        self._sentences: Sequence[TaughtLine] = ()

    @property
    def current(self) -> TaughtLine | None:
        """The line under the cursor."""
        return None if self.highlighted is None else self._sentences[self.highlighted]

    def show(self, lines: Sequence[TaughtLine], cursor: int = 0) -> None:
        """Show other lines; the cursor stands on the one numbered `cursor` (0-based), or on the last."""
        self._sentences = lines
        self.clear_options()
        self.add_options(Option(self._entry(line)) for line in lines)
        self.highlighted = min(cursor, len(lines) - 1) if lines else None

    def on_resize(self) -> None:
        # A sentence hangs below its mark, so where it wraps depends on the width.
        for index, line in enumerate(self._sentences):
            self.replace_option_prompt_at_index(index, self._entry(line))

    def _entry(self, line: TaughtLine) -> Content:
        width = self.scrollable_content_region.width - GUTTER
        verdict = Verdict.FOUND if line.taught.counts else Verdict.MISSED
        sentence = joined(
            (f"{MARKS[verdict]} ", f"bold {STYLES[verdict]}"), f"“{one_line(line.taught.sentence)}”"
        )
        belongs = plain(f"{one_line(line.point)} · {one_line(line.ask)}", "$text-muted")
        return Content("\n").join(
            [
                *hanging(sentence, width, indent=_INDENT),
                *hanging(belongs, width, indent=_INDENT, first=_INDENT),
            ]
        )


class TaughtScreen(CoachScreen[None]):
    """A list, newest first. What is forgotten here can be taken back until the screen is left."""

    NAME: ClassVar[str] = "taught"

    DEFAULT_CSS = """
    TaughtScreen #list { margin: 1 0 0 0; }
    TaughtScreen #empty { display: none; height: 1fr; padding: 2 3; }
    TaughtScreen.nothing #empty { display: block; }
    TaughtScreen.nothing #list { display: none; }
    TaughtScreen.-low #list { margin: 0; }
    """

    def __init__(self, coach: Coach) -> None:
        super().__init__("Taught by you")
        self._coach = coach
        self._removed: list[TaughtSentence] = []

    def body(self) -> Iterable[Widget]:
        sentences = TaughtList()
        sentences.border_title = f"{MARKS[Verdict.FOUND]} counts · {MARKS[Verdict.MISSED]} does not count"
        yield sentences
        yield Static(plain(_EMPTY), id="empty")

    def on_mount(self) -> None:
        self.set_title("Taught by you", "helps to score your next answers")
        self._list.focus()
        self._read()

    @property
    def _list(self) -> TaughtList:
        return self.query_one(TaughtList)

    def _read(self, *, cursor: int = 0, to: TaughtSentence | None = None) -> None:
        """Show what is kept now, the cursor on `to` if that is there, else on the line numbered `cursor`."""
        with self.telling():
            lines = self._coach.journal.taught.all()
            found = (number for number, line in enumerate(lines) if line.taught == to)
            self._list.show(lines, next(found, cursor))
            self.set_class(not lines, "nothing")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "remove":
                return self._list.current is not None
            case "undo":
                return bool(self._removed)
        return True

    def action_remove(self) -> None:
        line = self._list.current
        if line is None:
            return
        with self.telling():
            self._coach.journal.taught.drop(line.taught.attempt_id, line.taught.point_id)
            self._removed.append(line.taught)
            self._read(cursor=self._list.highlighted or 0)

    def action_undo(self) -> None:
        if not self._removed:
            return
        with self.telling():
            self._coach.journal.taught.put(self._removed[-1])
            taught = self._removed.pop()
            if not self._list.option_count:
                self._list.focus()
            self._read(to=taught)
