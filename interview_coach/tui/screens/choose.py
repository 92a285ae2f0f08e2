"""Which bank, which competency, how many questions, with or without feedback in between."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.containers import Container, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from interview_coach.banks.question import Bank, Question
from interview_coach.coaching.plan import in_order, minutes_for
from interview_coach.coaching.rehearsal import Mode
from interview_coach.coaching.wording import counted
from interview_coach.settings import Settings
from interview_coach.tui.plain import joined, plain
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.choice_row import ChoiceRow
from interview_coach.tui.widgets.tick_list import TickList
from interview_coach.visible import one_line

_NUMBERS = (1, 3, 4, 5, 6, 8, 10, 12, 15, 20)
_ALL = 0
_ANY = ""


class ChooseScreen(CoachScreen[None]):
    """Banks on the left, how to rehearse on the right."""

    NAME: ClassVar[str] = "choose"

    DEFAULT_CSS = """
    ChooseScreen #panes { layout: horizontal; height: 1fr; padding: 1 0 0 0; }
    ChooseScreen #banks { width: 1fr; height: 100%; padding: 0 1; background: $background; }
    ChooseScreen #banks { border: round $primary 60%; }
    ChooseScreen #banks:focus { border: round $accent; }
    ChooseScreen #how { width: 1fr; height: 100%; border: round $primary 60%; padding: 0 1; }
    ChooseScreen #plan { padding: 1 0 0 1; height: auto; }
    ChooseScreen.-narrow #panes { layout: vertical; }
    ChooseScreen.-narrow #banks, ChooseScreen.-narrow #how { width: 100%; height: 1fr; }
    ChooseScreen.-low #panes { padding: 0; }
    """

    def __init__(self, banks: Sequence[Bank], settings: Settings) -> None:
        super().__init__("Choose a rehearsal")
        self._banks = {bank.id: bank for bank in banks}
        self._settings = settings

    def body(self) -> Iterable[Widget]:
        preferred = set(self._settings.preferred_banks) & set(self._banks) or set(list(self._banks)[:1])
        banks = TickList([(b.id, _bank_line(b)) for b in self._banks.values()], preferred, id="banks")
        banks.border_title = "Banks (space ticks)"
        numbers = sorted({*_NUMBERS, self._settings.questions_per_rehearsal})
        how = Vertical(
            ChoiceRow("Competency", [(_ANY, "any")], _ANY, id="competency"),
            ChoiceRow(
                "Questions",
                [*((n, str(n)) for n in numbers), (_ALL, "all")],
                self._settings.questions_per_rehearsal,
                id="number",
            ),
            ChoiceRow(
                "Feedback",
                [(Mode.COACH, "after each answer"), (Mode.INTERVIEW, "at the end, as in an interview")],
                Mode(self._settings.mode),
                id="mode",
            ),
            ChoiceRow("Thinking time", [(True, "yes"), (False, "no")], self._settings.think, id="think"),
            Static(id="plan"),
            id="how",
        )
        how.border_title = "How"
        yield Container(banks, how, id="panes")

    def on_mount(self) -> None:
        self.query_one("#banks").focus()
        self._offer_competencies()

    def on_tick_list_changed(self) -> None:
        self._offer_competencies()

    def on_choice_row_changed(self) -> None:
        self._show_plan()

    def _chosen(self) -> list[Bank]:
        return [self._banks[i] for i in self.query_one(TickList).ticked]

    def _offer_competencies(self) -> None:
        names = dict.fromkeys(c for bank in self._chosen() for c in bank.competencies)
        self.query_one("#competency", ChoiceRow).offer(
            [(_ANY, "any"), *((n, one_line(n, 30)) for n in names)]
        )
        self._show_plan()

    def _value(self, row: str) -> object:
        return self.query_one(f"#{row}", ChoiceRow).value

    @property
    def _competency(self) -> str | None:
        return str(self._value("competency")) or None

    def _matching(self) -> list[Question]:
        competency = self._competency
        return [q for bank in self._chosen() for q in bank.questions if competency in (None, q.competency)]

    def _show_plan(self) -> None:
        matching = len(self._matching())
        count = int(str(self._value("number"))) or matching
        planned = [p for bank in self._chosen() for p in in_order(bank)][: min(count, matching)]
        if planned:
            minutes = minutes_for(planned, think=bool(self._value("think")))
            number = counted(len(planned), "question")
            text = f"{number} of {matching}, about {minutes} min.\nThose not seen lately come first."
        else:
            text = "Tick a bank to begin."
        self.query_one("#plan", Static).update(plain(text))

    def action_start(self) -> None:
        if not self._matching():
            self.say("Tick at least one bank.")
            return
        mode = self._value("mode")
        self.coach_app.choose_and_start(
            self._chosen(),
            count=int(str(self._value("number"))) or None,
            competency=self._competency,
            mode=Mode.INTERVIEW if mode == Mode.INTERVIEW else Mode.COACH,
            think=bool(self._value("think")),
        )


def _bank_line(bank: Bank) -> Content:
    return joined(one_line(bank.title, 34), (f"  {counted(len(bank.questions), 'question')}", "$muted"))
