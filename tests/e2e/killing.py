"""A scripted rehearsal, killed at random moments, and what the journal must hold afterwards."""

import random
import shutil
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from interview_coach.journal.journal import Journal
from interview_coach.journal.records import RehearsalRecord
from tests.e2e import homes
from tests.e2e.terminal import Terminal

PHASES: Final = ("thinking", "typing", "submitting", "feedback", "between questions")
"""What the candidate is doing when the power goes."""

PROMISED_SECONDS: Final = 2.0
"""How old the text may be that a kill takes away."""

QUESTIONS: Final = 40
"""Of one rehearsal. A round answers at most two, so a batch of rounds does not come to its end."""

_WORDS: Final = tuple(homes.ANSWER.split())


@dataclass(slots=True)
class Outcome:
    """What one kill did."""

    phase: str
    lost_answers: int
    unsaved_seconds: float
    """Age of the oldest letter that is gone; 0 where none is."""
    problems: list[str]


@dataclass(slots=True)
class _Kept:
    """The journal as a kill left it."""

    record: RehearsalRecord
    drafts: dict[int, str]
    answers: Counter[str]
    answered: dict[int, str]
    """The last answer at each position."""


@dataclass(slots=True)
class _Known:
    """What the candidate did, whatever became of it."""

    acknowledged: list[str] = field(default_factory=list)
    """Answers whose feedback was on the screen."""
    positions: set[int] = field(default_factory=lambda: {0})
    """Where the rehearsal may stand now."""
    position: int = 0
    base: str = ""
    """What stood in the box before this start."""
    pieces: list[tuple[float, str]] = field(default_factory=list)
    """What was typed since, and when."""
    said_saved: str = ""
    """A text of which the screen said that all of it is saved."""

    @property
    def text(self) -> str:
        return self.base + "".join(piece for _, piece in self.pieces)

    def at_question(self, position: int, base: str = "") -> None:
        self.position, self.positions, self.base, self.pieces = position, {position}, base, []
        self.said_saved = base


class Candidate:
    """Somebody who rehearses in `home` and whose machine dies in every round."""

    def __init__(self, home: Path, seed: int) -> None:
        self.home = homes.prepare(home, homes.bank(QUESTIONS), questions_per_rehearsal=QUESTIONS)
        self._rng = random.Random(seed)
        self._known = _Known()
        self._kept: _Kept | None = None

    def rounds(self, count: int) -> Iterator[Outcome]:
        """Rehearse and be killed `count` times; phases come equally often, in random order."""
        phases = [PHASES[number % len(PHASES)] for number in range(count)]
        self._rng.shuffle(phases)
        for phase in phases:
            with self._terminal() as terminal:
                self._arrive(terminal)
                self._rehearse_until(terminal, phase)
                died = time.monotonic()
                terminal.kill()
                if phase == "submitting" and "What you said" in terminal.text:
                    self._known.acknowledged.append(self._known.text)
            self._kept, problems = self._read_journal()
            yield self._judge(phase, died, problems)
        with self._terminal() as terminal:
            self._arrive(terminal)

    def _terminal(self) -> Terminal:
        return Terminal(environment={"INTERVIEW_COACH_HOME": str(self.home)})

    # --- What the candidate does --------------------------------------------------------------

    def _arrive(self, terminal: Terminal) -> None:
        """Start, and be where the last kill was; fails where that is not offered, or not as it was left."""
        known, kept = self._known, self._kept
        terminal.wait_for("h history")
        if kept is None:
            terminal.send("enter")
            terminal.wait_for(f"1 of {QUESTIONS}")
            return
        position = kept.record.position
        terminal.wait_for(f"Go on with question {position + 1} of {QUESTIONS}")
        terminal.send("enter")
        terminal.wait_for(kept.record.questions[position].question.ask)
        draft = kept.drafts.get(position)
        if draft is None and position in kept.answered:
            terminal.wait_for("What you said")
            known.at_question(position)
            self._next(terminal)
            return
        terminal.wait_for("Paused")
        known.at_question(position, draft or "")
        if draft:
            terminal.wait_for(" ".join(draft.split())[-60:])
        terminal.send("escape")
        terminal.wait_for("Paused", gone=True)
        if draft:
            terminal.wait_for(f"{len(draft.split())} word")
            terminal.send("ctrl+end")

    def _rehearse_until(self, terminal: Terminal, phase: str) -> None:
        pause = self._rng.uniform
        if phase == "thinking":
            self._think(terminal)
            time.sleep(pause(0.0, 0.6))
            return
        self._type(terminal, pause(0.2, 3.5) if phase == "typing" else pause(0.1, 1.2))
        if phase == "typing":
            return
        if self._rng.random() < 0.5:
            time.sleep(0.3)  # the line that says so is not drawn anew at each key
            terminal.wait_for("all saved")
            self._known.said_saved = self._known.text
        terminal.send("ctrl+s")
        if phase == "submitting":
            time.sleep(self._rng.expovariate(25))  # what matters happens within the first hundredths
            return
        terminal.wait_for("What you said")
        self._known.acknowledged.append(self._known.text)
        if phase == "feedback":
            time.sleep(pause(0.0, 0.4))
            return
        terminal.send("enter")
        self._known.positions.add(self._known.position + 1)
        time.sleep(self._rng.expovariate(25))

    def _next(self, terminal: Terminal) -> None:
        terminal.send("enter")
        self._known.at_question(self._known.position + 1)
        terminal.wait_for(f"{self._known.position + 1} of {QUESTIONS}")
        terminal.wait_for("thinking time")

    def _think(self, terminal: Terminal) -> None:
        """Be at a question with nothing typed yet."""
        if self._known.base:
            terminal.send("ctrl+n")
            self._known.at_question(self._known.position + 1)
            terminal.wait_for(f"{self._known.position + 1} of {QUESTIONS}")
        terminal.wait_for("thinking time")

    def _type(self, terminal: Terminal, seconds: float) -> None:
        """Type words as they come to mind."""
        known, rng = self._known, self._rng
        until = time.monotonic() + seconds
        while time.monotonic() < until or not known.pieces:
            words = rng.choices(_WORDS, k=rng.randint(1, 3))
            for letter in " ".join(words) + " ":
                known.pieces.append((time.monotonic(), letter))
                terminal.write(letter)
                time.sleep(rng.uniform(0.0, 0.012))
            time.sleep(rng.uniform(0.02, 0.3))

    # --- What must be there afterwards --------------------------------------------------------

    def _read_journal(self) -> tuple[_Kept, list[str]]:
        """Read a copy, so that the next start meets the files exactly as the kill left them."""
        with tempfile.TemporaryDirectory() as folder:
            for file in self.home.glob("journal.db*"):
                shutil.copy(file, folder)
            copy = Path(folder) / "journal.db"
            connection = sqlite3.connect(copy)
            (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
            connection.close()
            with Journal.open(copy) as journal:
                record = journal.rehearsals.latest_open()
                assert record is not None, "the rehearsal itself is gone"
                drafts = {
                    position: draft.text
                    for position in range(len(record.questions))
                    if (draft := journal.drafts.get(record.id, position)) is not None
                }
                attempts = journal.attempts.of_rehearsal(record.id)
        at = {planned.question.id: position for position, planned in enumerate(record.questions)}
        answered = {at[attempt.question.id]: attempt.answer for attempt in attempts}
        kept = _Kept(record, drafts, Counter(attempt.answer for attempt in attempts), answered)
        return kept, [] if sound == "ok" else [f"integrity_check: {sound}"]

    def _judge(self, phase: str, died: float, problems: list[str]) -> Outcome:
        known, kept = self._known, self._kept
        assert kept is not None
        lost = Counter(known.acknowledged) - kept.answers
        problems += [f"acknowledged and gone: {answer!r}" for answer in lost]
        if kept.record.position not in known.positions:
            problems.append(f"at question {kept.record.position}, not one of {known.positions}")
        here = (kept.drafts.get(known.position, ""), kept.answered.get(known.position, ""))
        # What a screen may still have been given is the beginning of what was typed, and nothing else.
        saved = max((text for text in here if known.text.startswith(text)), key=len, default="")
        if any(text and not known.text.startswith(text) for text in here):
            problems.append(f"typed {known.text!r}, kept {here}")
        if not saved.startswith(known.said_saved):
            problems.append(f"said to be saved, and gone: {known.said_saved.removeprefix(saved)!r}")
        gone = known.pieces[max(len(saved) - len(known.base), 0) :]
        age = died - gone[0][0] if gone else 0.0
        if age > PROMISED_SECONDS:
            problems.append(f"{age:.2f} s old and not saved: {''.join(piece for _, piece in gone)!r}")
        return Outcome(phase, lost.total(), age, problems)
