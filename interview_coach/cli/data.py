"""`data`: what is kept on this machine, and how to be rid of it."""

import argparse
import sys

from interview_coach.cli.faults import FAILED, UsageError
from interview_coach.cli.streams import is_terminal, say, say_json
from interview_coach.coaching.wording import counted
from interview_coach.journal.inventory import Inventory, measure
from interview_coach.paths import Paths
from interview_coach.visible import visible

_OUTSIDE = "Exports and backups you made elsewhere are not found from here."


def run(args: argparse.Namespace) -> int:
    """Show or delete what is kept."""
    return _show(args) if args.action == "show" else _delete(args)


# --- Show -------------------------------------------------------------------------------------


def _show(args: argparse.Namespace) -> int:
    inventory = measure(Paths.of_user())
    if args.json:
        say_json(_as_json(inventory))
    else:
        for line in _lines(inventory):
            say(line)
    return FAILED if inventory.fault is not None else 0


def _as_json(inventory: Inventory) -> dict[str, object]:
    return {
        "kept": [
            {
                "what": kept.what,
                "path": str(kept.path),
                "files": [str(f) for f in kept.files],
                "bytes": kept.size,
            }
            for kept in inventory.kept
        ],
        "bytes": inventory.size,
        "answers": inventory.attempts,
        "rehearsals": inventory.rehearsals,
        "drafts": inventory.drafts,
        "oldest": inventory.oldest.isoformat() if inventory.oldest else None,
        "newest": inventory.newest.isoformat() if inventory.newest else None,
        "fault": inventory.fault.message if inventory.fault else None,
    }


def _lines(inventory: Inventory) -> list[str]:
    lines = []
    for kept in inventory.kept:
        amount = size_text(kept.size) if kept.files else "nothing"
        files = f" in {len(kept.files)} files" if len(kept.files) > 1 else ""
        lines.append(f"{kept.what + ':':<18} {amount}{files}  {visible(str(kept.path))}")
    lines += ["", f"Together {size_text(inventory.size)}."]
    if inventory.fault is not None:
        return [*lines, "The journal cannot be looked into:", visible(str(inventory.fault))]
    counts = (
        f"{counted(inventory.attempts, 'answer')}, {counted(inventory.rehearsals, 'rehearsal')}, "
        f"{counted(inventory.drafts, 'draft')}"
    )
    if inventory.oldest and inventory.newest:
        counts += (
            f", from {inventory.oldest.astimezone():%Y-%m-%d} to {inventory.newest.astimezone():%Y-%m-%d}"
        )
    return [*lines, f"The journal holds {counts}.", "Nothing is sent anywhere."]


def size_text(size: int) -> str:
    """Return a number of bytes as people say it: "812 bytes", "14 kB", "3.2 MB"."""
    if size < 1000:
        return f"{size} bytes"
    if size < 1_000_000:
        return f"{size / 1000:.0f} kB"
    if size < 1_000_000_000:
        return f"{size / 1_000_000:.1f} MB"
    return f"{size / 1_000_000_000:.1f} GB"


# --- Delete -----------------------------------------------------------------------------------


def _delete(args: argparse.Namespace) -> int:
    from interview_coach.journal.erasure import delete_everything

    paths = Paths.of_user()
    if not args.yes_delete_everything:
        if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
            raise UsageError(
                "Deleting asks twice, and there is no terminal to ask at.",
                "In a script: interview-coach data delete --yes-delete-everything",
            )
        if not _agreed(measure(paths), keep_banks=args.keep_banks):
            say("Nothing was deleted.")
            return FAILED
    removed = delete_everything(paths, keep_banks=args.keep_banks)
    say(f"Deleted: {len(removed)} files and folders." if removed else "There was nothing to delete.")
    say(_OUTSIDE)
    return 0


def _agreed(inventory: Inventory, *, keep_banks: bool) -> bool:
    for line in _lines(inventory):
        say(line)
    say()
    say("Your own banks are kept." if keep_banks else "Your own banks go too (--keep-banks keeps them).")
    say(_OUTSIDE)
    if _asked("Delete all this for good? [y/N] ").lower() not in ("y", "yes"):
        return False
    return _asked("There is no way back. Type the word delete to go ahead: ") == "delete"


def _asked(question: str) -> str:
    sys.stdout.write(question)
    sys.stdout.flush()
    return sys.stdin.readline().strip()
