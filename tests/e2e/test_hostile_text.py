"""Text from strangers, in banks and from the clipboard: shown as it stands, never acted on."""

import json
import re
from pathlib import Path
from typing import Final

import pytest

from tests.e2e import homes
from tests.e2e.homes import ANSWER
from tests.e2e.steps import begin
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.slow

MARKUP: Final = "[@click=app.quit]x[/]"
HOSTILE: Final = f"{MARKUP} \x1b]0;pwned\x07 \x1b[31mred \x00 \u202eevil\u202c שלום 漢字 end"
"""Textual markup, a window title, a colour, NUL, reordering; then letters that are only unusual."""
HOSTILE_SHOWN: Final = f"{MARKUP} ␛]0;pwned␇ ␛[31mred ␀ \ufffdevil\ufffd שלום 漢字 end"


POINTER: Final = re.compile(rb"\x1b\]22;[a-z]+\x07")
"""How Textual itself asks for a shape of the mouse pointer."""


def reached_the_terminal(output: bytes) -> list[bytes]:
    """Return those of the hostile sequences that were sent as they are."""
    hostile = (b"\x1b]0;", b"\x1b[31m", b"\x00", b"\x07", b"\xc2\x9b", "\u202e".encode())
    return [sequence for sequence in hostile if sequence in POINTER.sub(b"", output)]


def hostile_bank() -> str:
    """Return a bank that is correct YAML, with hostile text wherever text can stand."""
    text = json.dumps(HOSTILE)
    point = f"{{id: own, kind: ownership, point: {text}, tip: {text}, probe: {text}, counts: [{text}]}}"
    return (
        f"format: 1\nid: dock\ntitle: {text}\ndescription: {text}\nquestions:\n"
        f"  - {{id: q1, ask: {text}, competency: {text}, sample: {text}, think: 30, checklist: [{point}]}}\n"
    )


def test_a_hostile_bank_is_shown_as_it_stands(own_home: Path) -> None:
    homes.prepare(own_home, hostile_bank(), questions_per_rehearsal=1)
    with Terminal(columns=160) as terminal:
        terminal.wait_for(f"Rehearse: {MARKUP} ␛]0;pwned␇")
        begin(terminal)
        terminal.wait_for(HOSTILE_SHOWN)
        terminal.send("f3")
        terminal.wait_for(f"· {HOSTILE_SHOWN}")
        terminal.write(ANSWER)
        terminal.wait_for("all saved")
        terminal.send("ctrl+s")
        terminal.wait_for("What you said")
        terminal.wait_for(HOSTILE_SHOWN)
        terminal.send("a")
        terminal.wait_for("A sample answer")
        terminal.send("o")
        terminal.wait_for("It counts at once")
        terminal.send("escape")
        terminal.wait_for("It counts at once", gone=True)
        terminal.send("enter")
        terminal.wait_for("1 answer to 1 question")
        terminal.wait_for(MARKUP)
        terminal.send("escape")
        terminal.wait_for("Where you stand")
        terminal.send("h")
        terminal.wait_for("newest first")
        terminal.send("ctrl+p")
        terminal.wait_for("Search commands")
        terminal.send("click")
        terminal.wait_for("Search all answers")
        terminal.wait_for(MARKUP)
        terminal.send("ctrl+q")
        assert terminal.exit_code() == 0
        assert reached_the_terminal(terminal.output) == []


def test_a_hostile_answer_is_shown_as_it_stands(own_home: Path) -> None:
    homes.prepare(own_home, homes.bank(1), questions_per_rehearsal=1)
    with Terminal(columns=160) as terminal:
        begin(terminal)
        # An ordinary terminal takes out escape and NUL, but not the bell, nor the 8-bit twin of escape + [.
        terminal.paste(f"{MARKUP} \x9b31mred \x07 \u202eevil\u202c 漢字 end")
        terminal.wait_for("漢字 end")
        terminal.wait_for(MARKUP)
        terminal.write(" " + ANSWER)
        terminal.wait_for("all saved")
        terminal.send("ctrl+s")
        terminal.wait_for("What you said")
        terminal.wait_for(MARKUP[2:])  # the mark of the evidence stands within
        terminal.wait_for("漢字 end")
        terminal.send("ctrl+q")
        assert terminal.exit_code() == 0
        assert reached_the_terminal(terminal.output) == []

    (kept,) = homes.answers(own_home)
    assert kept.startswith(MARKUP)
    assert kept.endswith(f"漢字 end {ANSWER}")


BROKEN: Final = {
    "binary": bytes(range(256)),
    "not yaml": b"format: 1\nid: [",
    "tabs": b"format: 1\n\tid: x",
    "no questions": b"format: 1\nid: x\nquestions: []",
    "deep": b"[" * 30_000,
    "an id twice": homes.bank(2).replace("id: q2", "id: q1").encode(),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_bank_is_left_out_and_told(own_home: Path, fault: str) -> None:
    homes.prepare(own_home)
    (own_home / "banks" / "mine.yaml").write_bytes(BROKEN[fault])
    with Terminal(columns=120) as terminal:
        terminal.wait_for("Bank left out: ")
        terminal.wait_for("mine.yaml")
        terminal.wait_for("Rehearse: Warehouse and forklift")
        begin(terminal)
