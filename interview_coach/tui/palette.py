"""The search over everything: commands, banks, questions and answers so far.

Texts of banks and answers reach the palette as content, never as markup.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from interview_coach.coaching.wording import counted
from interview_coach.errors import CoachError
from interview_coach.journal.records import AttemptLine, PlannedQuestion
from interview_coach.tui.commands import EVERYWHERE, Command, commands_for
from interview_coach.tui.moments import say_moment_briefly
from interview_coach.tui.plain import joined, plain
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.visible import one_line

if TYPE_CHECKING:
    from interview_coach.banks.question import Bank, Question
    from interview_coach.tui.app import CoachApp

_KIND_WIDTH = 16
_KEY_WIDTH = 6
_AROUND = _KIND_WIDTH + 4
"""Cells of a line that a text does not have: the kind, border and padding."""

# What is found is grouped by kind; within a kind the better match comes first.
_COMMAND, _BANK, _QUESTION, _HELP, _ANSWER, _SEARCH = 5, 4, 3, 2, 1, 0

_MOST_QUESTIONS = 20
_MOST_ANSWERS = 10

_SHORTEST = 2
"""Letters from which answers are searched: one letter is in nearly all of them."""

_TYPING_PAUSE = 0.15
"""Seconds without a key before answers are searched."""

_PATIENCE = 0.3
"""Seconds after which what was found elsewhere is shown: the palette draws only with a hit, 0.25 s apart."""


def likeness(query: str, text: str) -> float:
    """Return how well `text` fits: 0 where it lacks a word of `query`, up to 0.9 where it begins with it."""
    wanted, folded = query.casefold(), text.casefold()
    words = wanted.split()
    if not words or not all(word in folded for word in words):
        return 0.0
    if folded.startswith(wanted):
        return 0.9
    return 0.8 if all(f" {word}" in f" {folded}" for word in words) else 0.5


class CommandProvider(Provider):
    """What can be done here and now, and what Today offers."""

    async def discover(self) -> Hits:
        for command, run, key in self._runnable():
            yield DiscoveryHit(_command_line(command, key), run, text=command.label)

    async def search(self, query: str) -> Hits:
        for command, run, key in self._runnable():
            by_label, by_help = likeness(query, command.label), likeness(query, command.help)
            score = _COMMAND + by_label if by_label else _HELP + by_help if by_help else 0
            if score:
                yield Hit(score, _command_line(command, key), run, text=command.label)

    def _runnable(self) -> Iterator[tuple[Command, Callable[[], Awaitable[None]], str]]:
        """Yield each command that works now, how to run it, and the key that would do so here."""
        screen, app = self.screen, _coach_app(self)
        seen = {"command_palette"}
        if isinstance(screen, CoachScreen):
            for command in commands_for(screen.NAME):
                if command.action not in seen and screen.check_action(command.action, ()):
                    seen.add(command.action)
                    yield command, _running(screen.run_action, command.action), command.key_names[0]
        for command in commands_for(EVERYWHERE):
            if command.action not in seen:
                seen.add(command.action)
                yield command, _running(app.run_action, command.action), command.key_names[0]
        if isinstance(screen, CoachScreen) and screen.NAME not in ("today", "first_start"):
            seen.add(screen.NAME)
            today = app.screen_stack[0]
            for command in commands_for("today"):
                if command.action not in seen and today.check_action(command.action, ()):
                    yield command, _running(self._on_today, command.action), ""

    async def _on_today(self, action: str) -> None:
        app = _coach_app(self)
        if await _keep_all(app):
            app.show_today()
            await app.screen.run_action(action)


class BankProvider(Provider):
    """Banks to rehearse and single questions to answer."""

    async def search(self, query: str) -> Hits:
        app = _coach_app(self)
        if not app.is_open:
            return
        questions = 0
        for bank in app.library.banks:
            if score := max(likeness(query, bank.title), likeness(query, f"rehearse {bank.title}")):
                yield Hit(
                    _BANK + score, _bank_line(bank), _running(self._rehearse, bank), text=one_line(bank.title)
                )
            for question in bank.questions:
                score = likeness(query, question.ask) or likeness(query, question.competency) / 2
                if score and questions < _MOST_QUESTIONS:
                    questions += 1
                    planned = PlannedQuestion(bank.id, bank.title, bank.language, question)
                    yield Hit(
                        _QUESTION + score,
                        _question_line(question, bank, query, app.size.width - _AROUND),
                        _running(self._ask, planned),
                        text=one_line(question.ask, 60),
                    )

    async def _rehearse(self, bank: "Bank") -> None:
        from interview_coach.coaching.rehearsal import Mode

        app = _coach_app(self)
        if not await _keep_all(app):
            return
        settings = app.settings
        try:
            app.choose_and_start(
                [bank],
                count=settings.questions_per_rehearsal,
                mode=Mode(settings.mode),
                think=settings.think,
            )
        except CoachError as error:
            _tell(app, error)

    async def _ask(self, planned: PlannedQuestion) -> None:
        app = _coach_app(self)
        if await _keep_all(app):
            app.start_rehearsal([planned])


class HistoryProvider(Provider):
    """Answers so far, by what was asked and what was said."""

    async def search(self, query: str) -> Hits:
        app = _coach_app(self)
        if not app.is_open or len(query) < _SHORTEST:
            return
        # Typing on cancels this search here, before the journal is read.
        await asyncio.sleep(_TYPING_PAUSE)
        page = app.coach.journal.attempts.page
        reading = asyncio.create_task(asyncio.to_thread(page, containing=query, limit=_MOST_ANSWERS))
        await asyncio.wait([reading], timeout=_PATIENCE - _TYPING_PAUSE)
        yield Hit(_SEARCH, _search_line(query), _running(self._search_all, query), text=one_line(query))
        try:
            lines = await reading
        except CoachError as error:
            _tell(app, error)
            return
        for line in lines:
            yield Hit(
                _ANSWER,
                _answer_line(line, app, query),
                _running(self._open, line.id),
                text=one_line(line.ask, 60),
            )

    async def _open(self, attempt_id: str) -> None:
        from interview_coach.tui.screens.attempt import AttemptScreen

        app = _coach_app(self)
        if not await _interrupt(app):
            return
        try:
            attempt = app.coach.journal.attempts.get(attempt_id)
        except CoachError as error:
            _tell(app, error)
            return
        if attempt is not None:
            app.push_screen(AttemptScreen(app.coach, attempt))

    async def _search_all(self, query: str) -> None:
        from interview_coach.tui.screens.history import HistoryScreen

        app = _coach_app(self)
        if await _interrupt(app):
            app.push_screen(HistoryScreen(app.coach, search=query))


class Palette(CommandPalette):
    """Textual's palette over all of these, one line a hit."""

    # What works everywhere does not reach a modal screen by itself.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "app.leave_app", "Leave", show=False)]

    DEFAULT_CSS = """
    Palette > Vertical { margin-top: 1; background: transparent; }
    Palette SearchIcon { display: none; }
    Palette #--input, Palette #--input.--list-visible { border: round $accent; padding: 0 1; }
    Palette #--input { background: $surface; }
    Palette #--input CommandInput { border: none; height: 1; padding: 0; }
    Palette CommandList {
        border: round $primary 60%; background: $surface; padding: 0; max-height: 80vh;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    Palette CommandList.--visible, Palette CommandList.--populating { border: round $primary 60%; }
    Palette CommandList > .option-list--option { padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__(
            (CommandProvider, BankProvider, HistoryProvider),
            placeholder="Search commands, banks, questions and answers",
        )


def open_palette(app: "CoachApp") -> None:
    """Show the palette, unless it is open already."""
    if not isinstance(app.screen, CommandPalette):
        app.push_screen(Palette())


# --- Running what was chosen ------------------------------------------------------------------


def _coach_app(provider: Provider) -> "CoachApp":
    from interview_coach.tui.app import CoachApp

    app = provider.app
    assert isinstance(app, CoachApp)  # noqa: S101 (narrows the type)
    return app


def _running(action: Callable[..., Awaitable[object]], *values: object) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        await action(*values)

    return run


async def _keep_all(app: "CoachApp") -> bool:
    """Put on disk what is typed on any screen; say so, and return False, where that fails."""
    screens: Sequence[object] = tuple(app.screen_stack)
    for screen in screens:
        if isinstance(screen, CoachScreen) and not await screen.keep_all():
            app.notify(
                "Not everything typed could be saved, so nothing else was started.",
                severity="error",
                markup=False,
                timeout=12,
            )
            return False
    return True


async def _interrupt(app: "CoachApp") -> bool:
    """Keep what is typed and let the time of an answer stand still while something else is looked at."""
    screen = app.screen
    if isinstance(screen, CoachScreen) and screen.NAME == "answer":
        from interview_coach.tui.screens.answer import AnswerScreen

        if isinstance(screen, AnswerScreen) and not screen.rehearsal.paused:
            screen.action_pause()
    return await _keep_all(app)


def _tell(app: "CoachApp", error: CoachError) -> None:
    app.notify(f"{error.message}\n{error.hint}".strip(), severity="error", markup=False, timeout=12)


# --- Lines ------------------------------------------------------------------------------------


def _line(kind: str, *rest: Content | tuple[str, str] | str) -> Content:
    return joined((f"{kind:<{_KIND_WIDTH}}", "not bold $text-accent"), *rest)


def _command_line(command: Command, key: str) -> Content:
    return joined(
        f"{command.label:<{_KIND_WIDTH}}",
        (f"{key:<{_KEY_WIDTH}}", "not bold $text-accent"),
        (command.help, "not bold $text-muted"),
    )


def _bank_line(bank: "Bank") -> Content:
    number = counted(len(bank.questions), "question")
    return _line("rehearse", one_line(bank.title or bank.id), (f"   {number}", "not bold $text-muted"))


def _question_line(question: "Question", bank: "Bank", query: str, room: int) -> Content:
    where = f"   {one_line(question.competency)} · {one_line(bank.title)}"
    return _line("question", _found_in(question.ask, query, room), (where, "not bold $text-muted"))


def _answer_line(line: AttemptLine, app: "CoachApp", query: str) -> Content:
    score = "  –" if line.score is None else f"{line.score:3.0f}"
    when = say_moment_briefly(line.answered_at, app.now()).rjust(12)
    room = app.size.width - _AROUND - len(score) - 2
    return _line(when, (f"{score}  ", "not bold"), _found_in(line.ask, query, room))


def _search_line(query: str) -> Content:
    return _line("history", f"Search all answers for “{one_line(query, 40)}”")


def _found_in(text: str, query: str, room: int) -> Content:
    """Return `text` on one line, the words of `query` underlined.

    Its beginning gives way where the first of them would be beyond `room`.
    """
    line = one_line(text)
    folded = line.casefold()
    # Where folding makes a text longer, places in one are not places in the other.
    places = sorted(_places(folded, query.casefold().split())) if len(folded) == len(line) else []
    cut = 0
    if places and places[0][1] > room:
        cut = line.rfind(" ", 0, max(places[0][0] - room // 2, 1)) + 1
    content = plain(line, "not bold")
    for start, end in places:
        content = content.stylize("bold underline", start, end)
    return joined(("…", "not bold"), content[cut:]) if cut else content


def _places(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    for word in words:
        start = text.find(word)
        while start >= 0:
            yield start, start + len(word)
            start = text.find(word, start + len(word))
