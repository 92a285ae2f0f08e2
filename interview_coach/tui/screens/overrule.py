"""Three verdicts to choose from: the user's word stands above the scorer's."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interview_coach.banks.question import Point
from interview_coach.coaching.wording import MARKS
from interview_coach.scoring.assessment import PointResult, Verdict
from interview_coach.tui.plain import joined, plain
from interview_coach.tui.widgets.cursor_list import CursorList
from interview_coach.tui.widgets.marked_answer import STYLES
from interview_coach.visible import one_line

_MEANING = {
    Verdict.FOUND: "the answer makes this point",
    Verdict.UNCLEAR: "touched, but an interviewer would ask back",
    Verdict.MISSED: "not in the answer",
}


class OverruleScreen(ModalScreen[str | None]):
    """Left with a verdict's name, "scorer" for taking the user's own back, or None for no change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "no change"),
        Binding("ctrl+q", "app.leave_app", "leave"),
        *(Binding(v.value[0], f"dismiss('{v.value}')", v.value) for v in Verdict),
    ]

    DEFAULT_CSS = """
    OverruleScreen { align: center middle; }
    OverruleScreen > Vertical { width: 64; max-width: 95%; height: auto; }
    OverruleScreen > Vertical { border: round $accent; padding: 0 1; background: $surface; }
    OverruleScreen OptionList, OverruleScreen OptionList:focus { border: none; padding: 0; height: auto; }
    OverruleScreen OptionList { background: $surface; margin: 1 0; }
    OverruleScreen .hint { color: $muted; }
    """

    def __init__(self, point: Point, result: PointResult) -> None:
        super().__init__()
        self._point, self._result = point, result

    def compose(self) -> ComposeResult:
        options = [
            Option(
                joined(
                    f"{v.value[0]}  ",
                    (f"{MARKS[v]} {v.value:8}", STYLES[v]),
                    (f" {_MEANING[v]}", "$muted"),
                ),
                id=v.value,
            )
            for v in Verdict
        ]
        if self._result.overruled is not None:
            options.append(
                Option(plain(f"   back to the scorer's verdict: {self._result.verdict}"), id="scorer")
            )
        with Vertical():
            yield Static(plain(one_line(self._point.text), "bold"))
            yield CursorList(*options)
            yield Static("It counts at once and is marked as yours. esc: no change", classes="hint")

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.highlighted = options.get_option_index(self._result.standing.value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)
