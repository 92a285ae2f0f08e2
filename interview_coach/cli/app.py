"""No command at all: the app."""

import argparse
import sys

from interview_coach.cli.faults import UsageError
from interview_coach.cli.streams import is_terminal


def run(_: argparse.Namespace) -> int:
    """Open the app. Raises `UsageError` where there is no terminal to draw on."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise UsageError(
            "The app needs a terminal, and this is none.",
            "Without one: interview-coach rehearse --plain, or score; --help lists all commands.",
        )
    from interview_coach.paths import Paths
    from interview_coach.tui.app import run as run_app

    return run_app(Paths.of_user())
