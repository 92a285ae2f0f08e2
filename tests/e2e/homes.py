"""Home folders as the app finds them, and what is in their journals afterwards."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from interview_coach.journal.journal import Journal
from interview_coach.journal.records import Attempt, RehearsalRecord

ANSWER: Final = (
    "Last March at the Tulsa depot my supervisor wanted a second pallet on a load that was already leaning. "
    "I got down, walked round it and told him I would not move it like that. "
    "We restacked it in ten minutes and nothing fell. Since then I check every load before I lift it."
)
"""An answer long and concrete enough to be scored."""

SAMPLE: Final = "In May a pallet was leaning and I had it restacked."


def bank(number_of_questions: int, *, think: int = 30, ident: str = "dock") -> str:
    """Return a bank of questions that differ in their number only."""
    return "\n".join(
        [
            f"format: 1\nid: {ident}\ntitle: The loading dock\nlanguage: en\nquestions:",
            *(
                f"""
  - id: q{number}
    ask: Question {number:03}, what did you do about an unsafe load?
    competency: safety
    seconds: 120
    think: {think}
    sample: {SAMPLE}
    checklist:
      - {{id: situation, kind: situation, point: Names a specific occasion}}
      - {{id: own, kind: ownership, point: Says what you did yourself}}
      - {{id: result, kind: result, point: Says how it ended}}
      - {{id: learnt, kind: reflection, point: Says what changed since, probe: What changed after that?}}"""
                for number in range(1, number_of_questions + 1)
            ),
            "",
        ]
    )


def prepare(home: Path, *banks: str, **settings: object) -> Path:
    """Make `home` that of somebody who is past the first start, with these banks (preferred) of their own."""
    folder = home / "banks"
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(banks):
        (folder / f"bank{number}.yaml").write_text(text, "utf-8")
    chosen = {"first_start_done": True, "preferred_banks": ["dock" if banks else "warehouse"], **settings}
    (home / "settings.json").write_text(json.dumps(chosen), "utf-8")
    return home


def attempts(home: Path) -> list[Attempt]:
    """Return every attempt in the journal, oldest first."""
    with Journal.open_as_it_is(home / "journal.db") as journal:
        found = [journal.attempts.get(line.id) for line in reversed(journal.attempts.page(limit=1_000))]
    return [attempt for attempt in found if attempt is not None]


def answers(home: Path) -> list[str]:
    """Return the text of every attempt, oldest first."""
    return [attempt.answer for attempt in attempts(home)]


def rehearsals(home: Path, of: Iterable[Attempt]) -> list[RehearsalRecord]:
    """Return the rehearsals in which these attempts were made, each once."""
    with Journal.open_as_it_is(home / "journal.db") as journal:
        found = [journal.rehearsals.get(i) for i in dict.fromkeys(a.rehearsal_id for a in of) if i]
    return [record for record in found if record is not None]


def drafts(home: Path, rehearsal: RehearsalRecord) -> dict[int, str]:
    """Return what is kept of unfinished answers of one rehearsal, by position."""
    with Journal.open_as_it_is(home / "journal.db") as journal:
        kept = [journal.drafts.get(rehearsal.id, position) for position in range(len(rehearsal.questions))]
    return {draft.position: draft.text for draft in kept if draft is not None}


def unfinished(home: Path) -> RehearsalRecord | None:
    """Return the rehearsal that is offered to be gone on with, or None."""
    with Journal.open_as_it_is(home / "journal.db") as journal:
        return journal.rehearsals.latest_open()
