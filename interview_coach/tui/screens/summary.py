"""How a rehearsal went: each question's score and the points missed most."""

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interview_coach.coaching.coach import Coach
from interview_coach.coaching.rehearsal import Rehearsal
from interview_coach.coaching.summary import Summary, SummaryLine, summarise
from interview_coach.coaching.wording import MARKS, counted, status_text
from interview_coach.errors import CoachError
from interview_coach.scoring.assessment import Assessment
from interview_coach.tui.plain import joined, plain
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.cursor_list import BrowseList
from interview_coach.tui.widgets.marked_answer import STYLES
from interview_coach.visible import one_line


class SummaryScreen(CoachScreen[None]):
    """The end of a rehearsal; every answer can be opened from here."""

    NAME: ClassVar[str] = "summary"

    DEFAULT_CSS = """
    SummaryScreen #head { padding: 1 2 0 2; height: auto; }
    SummaryScreen #questions { height: 1fr; padding: 0; background: $background; }
    SummaryScreen #questions { border: round $primary 60%; }
    SummaryScreen #questions { text-wrap: nowrap; text-overflow: ellipsis; }
    SummaryScreen #questions:focus { border: round $accent; }
    SummaryScreen #missed { text-wrap: nowrap; text-overflow: ellipsis; }
    SummaryScreen #missed { height: auto; max-height: 8; border: round $primary 60%; padding: 0 1; }
    SummaryScreen #kept { padding: 0 2; color: $muted; height: 1; }
    SummaryScreen.-low #missed, SummaryScreen.-low #kept { display: none; }
    SummaryScreen.-low #head { padding: 0 2; }
    """

    def __init__(self, coach: Coach, rehearsal: Rehearsal) -> None:
        super().__init__("Summary")
        self._coach, self._rehearsal = coach, rehearsal
        self._summary = Summary((), ())

    def body(self) -> Iterable[Widget]:
        questions = BrowseList(id="questions")
        questions.border_title = "Questions"
        missed = Static(id="missed")
        missed.border_title = "Points not found most often"
        yield Static(id="head")
        yield Vertical(questions, missed)
        yield Static("Every answer is kept: see history on Today.", id="kept")

    def on_mount(self) -> None:
        self._look()
        self.query_one(OptionList).focus()

    def _look(self) -> None:
        try:
            attempts = self._coach.attempts_of(self._rehearsal)
        except CoachError as error:
            self.say_error(error)
            return
        self._summary = summarise(self._rehearsal.questions, attempts)
        mean = self._summary.mean
        total = len(self._rehearsal.questions)
        self.query_one("#head", Static).update(
            joined(
                (f"{counted(self._summary.answered, 'answer')} to {counted(total, 'question')}", "bold"),
                f" · mean score {mean:.0f}" if mean is not None else " · nothing was scored",
            )
        )
        questions = self.query_one(OptionList)
        kept = questions.highlighted or 0
        questions.clear_options()
        questions.add_options(
            [Option(_line(line), disabled=line.last is None) for line in self._summary.lines]
        )
        questions.highlighted = kept
        missed = [
            plain(f"{times} of {asked}   {one_line(name)}") for name, times, asked in self._summary.missed
        ]
        self.query_one("#missed", Static).update(
            Content("\n").join(missed) if missed else plain("None: every point asked was found.")
        )
        self.query_one("#missed").display = self._summary.answered > 0
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "back_to_skipped":
            return bool(self._rehearsal.skipped)
        if action == "open":
            return self._summary.answered > 0
        return True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._open(event.option_index)

    def action_open(self) -> None:
        index = self.query_one(OptionList).highlighted
        if index is not None:
            self._open(index)

    def _open(self, index: int) -> None:
        attempt = self._summary.lines[index].last
        if attempt is not None:
            from interview_coach.tui.screens.attempt import AttemptScreen

            self.app.push_screen(AttemptScreen(self._coach, attempt), lambda _: self._look())

    def action_back_to_skipped(self) -> None:
        from interview_coach.tui.screens.answer import AnswerScreen

        with self.telling():
            self._coach.revisit(self._rehearsal, self._rehearsal.skipped[0])
            draft = self._coach.draft(self._rehearsal)
            self.app.switch_screen(AnswerScreen(self._coach, self._rehearsal, draft))

    def action_leave(self) -> None:
        self.coach_app.show_today()


def _line(line: SummaryLine) -> Content:
    ask = one_line(line.planned.question.ask)
    if line.last is None:
        return joined(("  –  ", "$muted"), f"{ask}\n     ", ("skipped", "$muted"))
    assessment = line.last.assessment
    score = f"{assessment.score:3.0f}  " if assessment and assessment.score is not None else "  –  "
    tries = f"   {counted(len(line.attempts), 'attempt')}" if len(line.attempts) > 1 else ""
    return joined((score, "bold $text-accent"), f"{ask}\n     ", _marks(assessment), (tries, "$muted"))


def _marks(assessment: Assessment | None) -> Content:
    if assessment is None or not assessment.points:
        return plain(status_text(assessment), "$muted")
    return joined(*((f"{MARKS[p.standing]} ", STYLES[p.standing]) for p in assessment.points))
