"""What a candidate does in a terminal, from one screen to the next."""

from tests.e2e.homes import ANSWER
from tests.e2e.terminal import Terminal


def begin(terminal: Terminal) -> None:
    """Go from Today to an empty answer to the first question."""
    terminal.wait_for("h history")
    terminal.send("enter")
    terminal.wait_for("1 of ")
    terminal.wait_for("thinking time")
    terminal.send("enter")
    terminal.wait_for("Nothing typed yet")


def type_answer(terminal: Terminal, text: str = ANSWER) -> None:
    """Type, and wait until the screen says that every word is on disk."""
    terminal.write(text)
    # The line below the box may still be that of the question before.
    terminal.wait_for(" ".join(text.split()[:4]))
    terminal.wait_for(f"{len(text.split())} words · all saved")


def answer(terminal: Terminal, text: str = ANSWER) -> None:
    """Type an answer, finish it and wait for the feedback."""
    type_answer(terminal, text)
    terminal.send("ctrl+s")
    terminal.wait_for("What you said")
