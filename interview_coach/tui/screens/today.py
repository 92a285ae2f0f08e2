"""Home: what to do next and where one stands."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interview_coach.errors import CoachError
from interview_coach.tui.plain import joined, plain
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.cursor_list import CursorList
from interview_coach.visible import one_line

if TYPE_CHECKING:
    from interview_coach.coaching.today import Choice, Standing


class TodayScreen(CoachScreen[None]):
    """The screen below all others."""

    NAME: ClassVar[str] = "today"

    DEFAULT_CSS = """
    TodayScreen #panes { layout: horizontal; height: 1fr; padding: 1 0 0 0; }
    TodayScreen #next { width: 3fr; height: 100%; padding: 0; background: $background; }
    TodayScreen #next { border: round $primary 60%; }
    TodayScreen #next:focus { border: round $accent; }
    TodayScreen #standing { width: 2fr; border: round $primary 60%; padding: 0 1; height: 100%; }
    TodayScreen #note { height: auto; padding: 0 2; color: $muted; }
    TodayScreen.-narrow #panes { layout: vertical; }
    TodayScreen.-narrow #next, TodayScreen.-narrow #standing { width: 100%; height: 1fr; }
    TodayScreen.-low #panes { padding: 0; }
    """

    def __init__(self) -> None:
        super().__init__("Today")
        self._choices: tuple[Choice, ...] = ()

    def body(self) -> Iterable[Widget]:
        following = CursorList(id="next")
        following.border_title = "Next"
        standing = Static("", id="standing")
        standing.border_title = "Where you stand"
        yield Container(following, standing, id="panes")
        yield Static("", id="note")

    def on_mount(self) -> None:
        self.query_one("#next").focus()

    def show_state(self) -> None:
        """Look at journal, banks and settings again."""
        from interview_coach.coaching import today

        app = self.coach_app
        try:
            record = app.coach.unfinished()
            scores = app.coach.journal.attempts.competency_scores()
        except CoachError as error:
            self.say_error(error)
            return
        self._choices = today.choices(app.library.banks, app.settings, record)
        self._show_choices()
        self._show_standing(today.standings(scores))
        self.set_title("Today", today.interview_line(app.settings, app.now().astimezone().date()))
        self.refresh_bindings()

    def _show_choices(self) -> None:
        following = self.query_one("#next", OptionList)
        following.clear_options()
        following.add_options([Option(_line(c.label, c.minutes)) for c in self._choices])
        following.highlighted = 0

    def _show_standing(self, standings: "Iterable[Standing]") -> None:
        from interview_coach.tui.widgets.sparkline import sparkline

        lines = [
            joined(
                f"{one_line(s.competency, 20):<20} ",
                (f"{s.scores[-1]:3.0f} ", "bold"),
                (sparkline(s.scores), "$text-accent"),
            )
            for s in standings
        ]
        empty = plain(
            "Nothing yet. After the first answers, each competency stands here with its scores.",
            "$muted",
        )
        self.query_one("#standing", Static).update(Content("\n").join(lines) if lines else empty)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        from interview_coach.coaching.rehearsal import Mode
        from interview_coach.coaching.today import Next

        app, choice = self.coach_app, self._choices[event.option_index]
        match choice.kind:
            case Next.GO_ON:
                with self.telling():
                    record = app.coach.unfinished()
                    if record is not None:
                        app.go_on(record)
            case Next.REHEARSE | Next.INTERVIEW:
                app.choose_and_start(
                    [b for b in app.library.banks if b.id in choice.bank_ids],
                    count=app.settings.questions_per_rehearsal,
                    mode=Mode.INTERVIEW if choice.kind is Next.INTERVIEW else Mode.COACH,
                    think=app.settings.think,
                )
            case Next.CHOOSE:
                from interview_coach.tui.screens.choose import ChooseScreen

                app.push_screen(ChooseScreen(app.library.banks, app.settings))
            case Next.MY_QUESTIONS:
                self.action_my_questions()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("history", "my_questions"):
            return self.coach_app.is_open
        if action == "give_up":
            return any(c.kind == "go_on" for c in self._choices)
        return True

    def action_history(self) -> None:
        from interview_coach.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen(self.coach_app.coach), lambda _: self.show_state())

    def action_my_questions(self) -> None:
        from interview_coach.coaching.my_questions import pasted_before
        from interview_coach.tui.screens.my_questions import MyQuestionsScreen

        self.app.push_screen(MyQuestionsScreen(pasted_before(self.coach_app.paths.pasted)))

    def action_interview_date(self) -> None:
        from interview_coach.tui.screens.interview_date import InterviewDateScreen

        app = self.coach_app
        self.app.push_screen(
            InterviewDateScreen(app.settings, app.now().astimezone().date()), lambda _: self.show_state()
        )

    def action_example(self) -> None:
        from interview_coach.tui.screens.example import ExampleScreen

        self.app.push_screen(ExampleScreen())

    def action_settings(self) -> None:
        from interview_coach.tui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen(), lambda _: self.show_state())

    def action_give_up(self) -> None:
        coach = self.coach_app.coach
        with self.telling():
            record = coach.unfinished()
            if record is not None:
                coach.give_up(record.id)
                self.say("It is not offered again. Its answers stay in the history.")
        self.show_state()


def _line(label: str, minutes: int | None) -> Content:
    return joined(label, (f"   {minutes} min", "$muted") if minutes else "")
