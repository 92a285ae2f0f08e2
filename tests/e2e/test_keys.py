"""Every key of the table of commands, sent as an ordinary terminal sends it, does what it says."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from interview_coach.banks.reader import read_bank
from interview_coach.coaching.coach import Coach
from interview_coach.coaching.plan import in_order
from interview_coach.coaching.rehearsal import Mode
from interview_coach.journal.journal import Journal
from interview_coach.tui.commands import COMMANDS, EVERYWHERE, commands_for, shown
from tests.e2e import homes
from tests.e2e.homes import ANSWER
from tests.e2e.terminal import KEYS, Terminal

pytestmark = pytest.mark.slow

NOT_SENT_BY_ORDINARY_TERMINALS: Final = {"ctrl+enter"}
NEW: Final = "first_start"
"""The screen that only a home without settings shows."""

Step = Callable[[Terminal], object]


def waiting_for(text: str) -> Step:
    return lambda terminal: terminal.wait_for(text)


def after(reach: Step, *keys: str, shows: str) -> Step:
    """Return how to reach what `keys` lead to from a screen, once it `shows` a text."""

    def step(terminal: Terminal) -> None:
        reach(terminal)
        terminal.send(*keys)
        terminal.wait_for(shows)

    return step


def gone(text: str) -> Step:
    return lambda terminal: terminal.wait_for(text, gone=True)


def has_left(terminal: Terminal) -> None:
    assert terminal.exit_code() == 0
    assert "Saved." in terminal.text


def is_light(terminal: Terminal) -> None:
    terminal.wait_for(lambda t: int(t.background, 16) > 0x808080)


at_today = waiting_for("h history")
at_first_start = waiting_for("What do you rehearse for")
at_choose = after(at_today, "down", "down", "down", "enter", shows="Thinking time")
at_my_questions = after(at_today, "m", shows="Your questions, one a line")
with_a_question = after(at_my_questions, "Why do you want this job?", shows="1 question, about")
thinking = after(at_today, "down", "enter", shows="thinking time")
answering = after(thinking, "enter", shows="Nothing typed yet")
paused = after(answering, "escape", shows="Paused")
answered = after(answering, "I did it.", shows="3 words · all saved")
at_feedback = after(at_today, "enter", shows="What you said")
at_verdicts = after(at_feedback, "o", shows="It counts at once")
overruled = after(at_verdicts, "m", shows="(yours)")
at_second_question = after(at_feedback, "enter", shows="2 of 2")
at_summary = after(at_second_question, "ctrl+n", shows="1 answer to 2 questions")
at_history = after(at_today, "h", shows="newest first")
searching = after(at_history, "/", shows="Search questions and answers")
at_attempt = after(at_history, "enter", shows="Checklist")
at_attempt_verdicts = after(at_attempt, "o", shows="It counts at once")
attempt_overruled = after(at_attempt_verdicts, "m", shows="(yours)")
comparing = after(at_history, "c", shows="Point by point")
at_settings = after(at_today, "s", shows="kept as you change them")
setting_changed = after(at_settings, "right", shows="at the end")
today_after_overruling = after(overruled, "ctrl+b", shows="h history")
settings_after_overruling = after(today_after_overruling, "s", shows="kept as you change them")
at_taught = after(settings_after_overruling, "up", "enter", shows="helps to score")
one_forgotten = after(at_taught, "x", shows="Nothing yet")
at_date = after(at_today, "d", shows="Your next interview")
at_job = after(at_date, "tab", shows="▸ Job")
with_a_job = after(at_job, "Night shift lead", shows="Night shift lead")
at_keys = after(at_today, "f1", shows="Interview Coach · Keys")
at_example = after(at_today, "e", shows="How to read it")
left_in_the_middle = waiting_for("Go on with question")

back_at_today = waiting_for("Where you stand")
verdicts_shown = waiting_for("It counts at once")
assessed = waiting_for("What you said")


@dataclass(frozen=True)
class Check:
    """Where a key is pressed, and what then is to be seen."""

    reach: Step
    seen: Step


CHECKS: Final[dict[tuple[str, str], tuple[Check, ...]]] = {
    ("today", "history"): (Check(at_today, waiting_for("newest first")),),
    ("today", "my_questions"): (Check(at_today, waiting_for("Your questions, one a line")),),
    ("today", "interview_date"): (Check(at_today, waiting_for("Your next interview")),),
    ("today", "example"): (Check(at_today, waiting_for("How to read it")),),
    ("today", "settings"): (Check(at_today, waiting_for("kept as you change them")),),
    ("today", "give_up"): (Check(left_in_the_middle, gone("Go on with question")),),
    (NEW, "start"): (Check(at_first_start, waiting_for("1 of 6")),),
    (NEW, "example"): (Check(at_first_start, waiting_for("How to read it")),),
    (NEW, "skip"): (Check(at_first_start, back_at_today),),
    ("choose", "start"): (Check(at_choose, waiting_for("1 of 2")),),
    ("choose", "back"): (Check(at_choose, back_at_today),),
    ("my_questions", "start"): (Check(with_a_question, waiting_for("1 of 1")),),
    ("my_questions", "change_type"): (Check(with_a_question, waiting_for("(yours)")),),
    ("my_questions", "back"): (Check(at_my_questions, back_at_today),),
    ("answer", "done"): (Check(answered, assessed),),
    ("answer", "begin"): (Check(thinking, waiting_for("Nothing typed yet")),),
    ("answer", "peek"): (
        Check(thinking, waiting_for("Says how it ended")),
        Check(answered, waiting_for("Says how it ended")),
    ),
    ("answer", "pause"): (
        Check(thinking, waiting_for("Paused")),
        Check(answered, waiting_for("Paused")),
        Check(paused, gone("Paused")),
    ),
    ("answer", "skip_question"): (
        Check(thinking, waiting_for("2 of 2")),
        Check(answered, waiting_for("2 of 2")),
    ),
    ("answer", "leave"): (Check(thinking, back_at_today), Check(answered, back_at_today)),
    ("feedback", "next"): (Check(at_feedback, waiting_for("2 of 2")),),
    ("feedback", "again"): (Check(at_feedback, waiting_for("Nothing typed yet")),),
    ("feedback", "overrule"): (Check(at_feedback, verdicts_shown),),
    ("feedback", "undo"): (Check(overruled, gone("(yours)")),),
    ("feedback", "sample"): (Check(at_feedback, waiting_for("A sample answer")),),
    ("feedback", "leave"): (Check(at_feedback, back_at_today),),
    ("summary", "open"): (Check(at_summary, assessed),),
    ("summary", "back_to_skipped"): (Check(at_summary, waiting_for("2 of 2")),),
    ("summary", "leave"): (Check(at_summary, back_at_today),),
    ("history", "open"): (Check(at_history, waiting_for("Checklist")),),
    ("history", "mark"): (Check(at_history, waiting_for("1 marked")),),
    ("history", "compare"): (Check(at_history, waiting_for("Point by point")),),
    ("history", "search"): (Check(at_history, waiting_for("Search questions and answers")),),
    ("history", "results"): (Check(searching, waiting_for("enter open")),),
    ("history", "show_all"): (Check(searching, gone("Search questions and answers")),),
    ("history", "back"): (Check(at_history, back_at_today),),
    ("attempt", "overrule"): (Check(at_attempt, verdicts_shown),),
    ("attempt", "undo"): (Check(attempt_overruled, gone("(yours)")),),
    ("attempt", "sample"): (Check(at_attempt, waiting_for("A sample answer")),),
    ("attempt", "compare"): (Check(at_attempt, waiting_for("Point by point")),),
    ("attempt", "back"): (Check(at_attempt, waiting_for("newest first")),),
    ("compare", "back"): (Check(comparing, waiting_for("newest first")),),
    ("taught", "remove"): (Check(at_taught, waiting_for("Nothing yet")),),
    ("taught", "undo"): (Check(one_forgotten, gone("Nothing yet")),),
    ("taught", "back"): (Check(at_taught, waiting_for("kept as you change them")),),
    ("settings", "back"): (Check(at_settings, back_at_today),),
    ("settings", "undo"): (Check(setting_changed, waiting_for("after each answer")),),
    ("interview_date", "keep"): (Check(with_a_job, waiting_for("Today Night shift lead")),),
    ("interview_date", "back"): (Check(with_a_job, gone("Night shift lead")),),
    ("keys", "back"): (Check(at_keys, back_at_today),),
    ("example", "back"): (Check(at_example, back_at_today),),
    (EVERYWHERE, "keys"): (
        Check(at_today, waiting_for("Interview Coach · Keys")),
        Check(at_feedback, waiting_for("Interview Coach · Keys")),
        Check(answered, waiting_for("Interview Coach · Keys")),
    ),
    (EVERYWHERE, "command_palette"): (
        Check(at_today, waiting_for("Search commands")),
        Check(answered, waiting_for("Search commands")),
    ),
    (EVERYWHERE, "toggle_theme"): (Check(at_today, is_light), Check(answered, is_light)),
    (EVERYWHERE, "leave_app"): (
        Check(at_today, has_left),
        Check(at_first_start, has_left),
        Check(answered, has_left),
        Check(at_feedback, has_left),
        Check(with_a_question, has_left),
    ),
}

TYPED: Final = {"question_mark", "slash"}
"""Keys that are letters of an answer where one is typed."""


def presses() -> list[object]:
    """Return one test for each key of each command, in each place where it is checked."""
    return [
        pytest.param(check, key, id=f"{command.screen}-{command.action}-{key}-{place}")
        for command in COMMANDS
        for key in command.keys.split(",")
        if key not in NOT_SENT_BY_ORDINARY_TERMINALS
        for place, check in enumerate(CHECKS.get((command.screen, command.action), ()))
        if not (key in TYPED and check.reach is answered)
    ]


@pytest.fixture
def used_home(own_home: Path) -> Path:
    """A home with a rehearsal of two questions, left at the feedback on the second answer to the first."""
    homes.prepare(own_home, homes.bank(2), questions_per_rehearsal=2)
    bank = read_bank(own_home / "banks" / "bank0.yaml")
    with Journal.open(own_home / "journal.db") as journal:
        coach = Coach(journal, time.monotonic)
        rehearsal = coach.start(in_order(bank), Mode.COACH, think=True)
        rehearsal.begin_answer()
        coach.assess(coach.submit(rehearsal, "I was asked to lift it and I did not."))
        rehearsal.retry()
        coach.assess(coach.submit(rehearsal, ANSWER))
    return own_home


@pytest.mark.parametrize(("check", "key"), presses())
def test_key(used_home: Path, check: Check, key: str) -> None:
    if check.reach is at_first_start:
        (used_home / "settings.json").unlink()
    with Terminal() as terminal:
        check.reach(terminal)
        terminal.send(key)
        check.seen(terminal)


def test_no_command_is_left_out() -> None:
    assert {(command.screen, command.action) for command in COMMANDS} == set(CHECKS)


def test_every_key_is_known_as_bytes() -> None:
    keys = {key for command in COMMANDS for key in command.keys.split(",")}
    unknown = {key for key in keys if len(key) > 1 and key not in KEYS}
    assert unknown == NOT_SENT_BY_ORDINARY_TERMINALS


FOOTERS: Final[dict[str, tuple[str, Step, set[str]]]] = {
    "today": ("today", at_today, set()),
    "first start": (NEW, at_first_start, set()),
    "choose": ("choose", at_choose, set()),
    "my questions": ("my_questions", with_a_question, set()),
    "thinking": ("answer", thinking, {"done"}),
    "answering": ("answer", answered, {"begin"}),
    "paused": ("answer", paused, {"begin", "done"}),
    "feedback": ("feedback", overruled, set()),
    "summary": ("summary", at_summary, set()),
    "history": ("history", at_history, {"results", "show_all"}),
    "search": ("history", searching, {"open", "mark", "compare", "search", "back"}),
    "attempt": ("attempt", attempt_overruled, set()),
    "compare": ("compare", comparing, set()),
    "settings": ("settings", setting_changed, set()),
    "taught": ("taught", at_taught, {"undo"}),
    "interview date": ("interview_date", at_date, set()),
    "keys": ("keys", at_keys, set()),
    "example": ("example", at_example, set()),
}
"""State → its screen, how to get there, and the commands that are not offered in it."""


@pytest.mark.parametrize("state", FOOTERS)
def test_the_footer_fits_into_80_columns(used_home: Path, state: str) -> None:
    screen, reach, not_offered = FOOTERS[state]
    if screen == NEW:
        (used_home / "settings.json").unlink()
    with Terminal(columns=80, rows=24) as terminal:
        reach(terminal)
        for command in (*commands_for(screen), *commands_for(EVERYWHERE)):
            if not command.footer:
                continue
            entry = f"{shown(command.keys.split(',')[0])} {command.label}"
            if command.action in not_offered:
                terminal.wait_for(lambda t, entry=entry: entry not in t.footer)  # type: ignore[misc]
            else:
                terminal.wait_for(lambda t, entry=entry: f"{entry} " in t.footer, timeout=5)  # type: ignore[misc]


def test_the_footers_of_all_screens_are_looked_at() -> None:
    assert {screen for screen, _, _ in FOOTERS.values()} | {EVERYWHERE} == {c.screen for c in COMMANDS}
