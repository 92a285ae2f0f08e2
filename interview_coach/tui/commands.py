"""Every command once: its keys, its word in the footer, its line in the help and in the palette."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can do on one screen, or everywhere."""

    screen: str
    """The `NAME` of the screen, or `EVERYWHERE`."""
    action: str
    """Textual action of that screen (or of the app)."""
    keys: str
    """Textual key names, the one to show first, separated by commas."""
    label: str
    """One or two words for the footer."""
    help: str
    """One plain sentence for the keys screen and the palette."""
    footer: bool = True
    priority: bool = False
    """Whether the key works even while a text box has the focus and would take it."""

    @property
    def key_names(self) -> tuple[str, ...]:
        """The keys as people write them: ^s, F1, enter."""
        return tuple(shown(key) for key in self.keys.split(","))


EVERYWHERE = "everywhere"

COMMANDS: tuple[Command, ...] = (
    # Today
    Command("today", "history", "h", "history", "Look at your answers so far."),
    Command("today", "my_questions", "m", "my questions", "Paste questions you expect and rehearse them."),
    Command("today", "interview_date", "d", "interview date", "Say what the interview is for and when."),
    Command("today", "example", "e", "example", "See in one minute how an answer is marked.", footer=False),
    Command("today", "settings", "s", "settings", "Change how rehearsals run and how the app looks."),
    Command("today", "give_up", "delete", "drop", "Stop offering the rehearsal you left.", footer=False),
    # First start
    Command("first_start", "start", "ctrl+s", "start", "Start rehearsing with what is chosen so far."),
    Command("first_start", "example", "f4,ctrl+r,e", "example", "See in one minute how an answer is marked."),
    Command("first_start", "skip", "escape", "skip", "Go to Today; everything can be set later."),
    # Choosing a bank
    Command("choose", "start", "ctrl+s,ctrl+enter,ctrl+j", "start", "Start the rehearsal as chosen."),
    Command("choose", "back", "escape", "back", "Go back to Today."),
    # My questions now
    # Not ctrl+j: a terminal without bracketed paste sends it for each line end of what is pasted.
    Command("my_questions", "start", "ctrl+s,ctrl+enter", "start", "Keep the questions and rehearse."),
    Command(
        "my_questions",
        "change_type",
        "f4,ctrl+r",
        "change type",
        "Change the type of the question the cursor is in.",
    ),
    Command(
        "my_questions", "back", "escape", "back", "Go back to Today; asks first where something is typed."
    ),
    # Answering
    Command(
        "answer",
        "done",
        "ctrl+s,ctrl+enter,ctrl+j",
        "done",
        "Finish the answer: it is saved, then scored.",
    ),
    Command("answer", "begin", "enter", "begin", "End the thinking time and answer.", priority=True),
    Command("answer", "peek", "f3,ctrl+l", "peek", "Peek at the checklist, or hide it."),
    Command("answer", "pause", "escape", "pause", "Stop the time, or let it run again."),
    Command(
        "answer",
        "skip_question",
        "ctrl+n",
        "skip",
        "Go on without an answer; what is typed stays for later.",
    ),
    Command("answer", "leave", "ctrl+b", "today", "Leave for Today; go on with this answer later."),
    # Feedback
    Command("feedback", "next", "enter", "next", "Go on to the next question."),
    Command("feedback", "again", "r", "again", "Answer the same question again."),
    Command("feedback", "overrule", "o", "overrule", "Change the verdict of the point under the cursor."),
    Command("feedback", "undo", "u,ctrl+z", "undo", "Take back the last change of a verdict."),
    Command("feedback", "sample", "a", "sample", "Show or hide the sample answer."),
    Command("feedback", "leave", "ctrl+b", "today", "Leave for Today; go on with this rehearsal later."),
    # Summary
    Command("summary", "open", "enter", "open", "Look at the feedback on the answer under the cursor."),
    Command("summary", "back_to_skipped", "b", "skipped ones", "Answer the questions you skipped."),
    Command("summary", "leave", "escape,ctrl+b", "today", "Go back to Today."),
    # History
    Command("history", "open", "enter", "open", "Look at the attempt under the cursor."),
    Command("history", "mark", "space", "mark", "Mark an attempt; two marked ones can be compared."),
    Command(
        "history",
        "compare",
        "c",
        "compare",
        "Compare the two marked attempts, or this one with the one before it.",
    ),
    Command("history", "search", "slash,ctrl+f", "search", "Search questions and answers."),
    Command(
        "history", "results", "down", "results", "Go from the search box to what was found.", priority=True
    ),
    Command("history", "show_all", "escape", "show all", "End the search and show every answer again."),
    Command("history", "back", "escape", "back", "Go back."),
    # One attempt
    Command("attempt", "overrule", "o", "overrule", "Change the verdict of the point under the cursor."),
    Command("attempt", "undo", "u,ctrl+z", "undo", "Take back the last change of a verdict."),
    Command("attempt", "sample", "a", "sample", "Show or hide the sample answer."),
    Command("attempt", "compare", "c", "compare", "Compare with the attempt before it at the same question."),
    Command("attempt", "back", "escape", "back", "Go back."),
    Command("compare", "back", "escape", "back", "Go back."),
    # Settings, keys, example
    Command("settings", "back", "escape", "back", "Go back; changes are kept as you make them."),
    Command("settings", "undo", "ctrl+z", "undo", "Take back the last change."),
    Command("taught", "remove", "delete,x", "remove", "Forget the sentence under the cursor."),
    Command("taught", "undo", "u,ctrl+z", "undo", "Take back the last removal, as long as you stay here."),
    Command("taught", "back", "escape", "back", "Go back."),
    Command("interview_date", "keep", "ctrl+s", "keep", "Keep it."),
    Command("interview_date", "back", "escape", "back", "Go back; nothing is changed."),
    Command("keys", "back", "escape,f1,ctrl+g,q", "back", "Go back."),
    Command("example", "back", "escape,enter", "back", "Go back."),
    # Everywhere
    Command(EVERYWHERE, "keys", "f1,ctrl+g", "keys", "Show every key.", priority=True),
    Command(
        EVERYWHERE, "keys", "question_mark", "keys", "Show every key (where no text is typed).", footer=False
    ),
    Command(
        EVERYWHERE, "command_palette", "ctrl+p", "find", "Search commands, banks, questions and answers."
    ),
    Command(
        EVERYWHERE,
        "toggle_theme",
        "f8,ctrl+o",
        "light or dark",
        "Switch between the light and the dark theme.",
        footer=False,
    ),
    Command(
        EVERYWHERE,
        "leave_app",
        "ctrl+q",
        "leave",
        "Leave. Everything you typed is saved.",
    ),
)


def commands_for(screen: str) -> Iterator[Command]:
    """Yield the commands of one screen (or of `EVERYWHERE`), in the order of the footer."""
    return (command for command in COMMANDS if command.screen == screen)


def bindings_for(screen: str) -> list[BindingType]:
    """Return the Textual bindings of one screen."""
    return [
        Binding(
            key,
            command.action,
            command.label,
            # Only the first key is shown: one command, one place in the footer.
            show=command.footer and index == 0,
            key_display=shown(key),
            tooltip=command.help,
            priority=command.priority,
        )
        for command in commands_for(screen)
        for index, key in enumerate(command.keys.split(","))
    ]


_NAMES = {"escape": "esc", "question_mark": "?", "slash": "/", "delete": "del"}


def shown(key: str) -> str:
    """Return a Textual key name as people write it: ctrl+s is ^s, f1 is F1."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    if key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return _NAMES.get(key, key)
