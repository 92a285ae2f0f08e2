"""What is loaded before anything is shown. Modules are counted, not seconds: a busy machine fails no test."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]

MINIMAL_APP = "import textual.app; from textual.widgets import Footer, Header, Static"
"""The yardstick of the start-up benchmark: what any Textual app loads."""

SLOW_TO_LOAD = {
    "asyncio": 30,
    "dataclasses": 8,
    "email": 12,
    "http": 15,
    "importlib.metadata": 20,
    "logging": 8,
    "multiprocessing": 8,
    "platformdirs": 22,
    "rich": 40,
    "sqlite3": 5,
    "subprocess": 6,
    "textual": 200,
    "urllib.request": 30,
    "yaml": 23,
}
"""Modules and what each costs, in CPU milliseconds on the machine the design was measured on."""


def loaded_by(code: str) -> set[str]:
    """Return the modules that `code` adds to those of a bare interpreter."""
    program = f"import sys; bare = set(sys.modules)\n{code}\nprint(*set(sys.modules) - bare)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


def command(*arguments: str) -> str:
    """Return code that runs the command line with `arguments` and sees that it went well."""
    return f"from interview_coach.cli import main; assert main({json.dumps(arguments)}) == 0"


def ours(modules: set[str]) -> set[str]:
    return {name for name in modules if name.partition(".")[0] == "interview_coach"}


def foreign(modules: set[str]) -> set[str]:
    """Return the top-level names among `modules` that are neither ours nor Python's own."""
    return {name.partition(".")[0] for name in modules} - {"interview_coach", *sys.stdlib_module_names}


@pytest.mark.parametrize("arguments", [("--version",), ("--help",)])
def test_version_and_help_load_next_to_nothing(arguments: tuple[str, ...]) -> None:
    modules = loaded_by(command(*arguments))

    assert foreign(modules) == set()
    assert modules & SLOW_TO_LOAD.keys() == set()
    # The parser and what stands round it, but no command: those come with their own imports.
    assert {name.rpartition(".")[0] for name in ours(modules)} <= {
        "",
        "interview_coach",
        "interview_coach.cli",
    }
    assert len(ours(modules)) <= 8


@pytest.mark.parametrize("arguments", [("bank", "list"), ("history", "list"), ("data", "show"), ("doctor",)])
def test_a_command_does_not_load_the_screens(arguments: tuple[str, ...]) -> None:
    modules = loaded_by(command(*arguments))

    assert {name for name in ours(modules) if name.startswith("interview_coach.tui")} == set()
    assert modules & {"textual", "rich", "asyncio"} == set()


def test_the_first_paint_loads_little_more_than_textual() -> None:
    yardstick = loaded_by(painted("from benchmarks._minimal_app import MinimalApp as App", "App"))
    modules = loaded_by(
        painted(
            "from interview_coach.paths import Paths; from interview_coach.tui.app import CoachApp as App",
            "lambda: App(Paths.of_user())",
        )
    )

    assert foreign(modules) <= foreign(yardstick)
    added = modules - yardstick
    assert added & SLOW_TO_LOAD.keys() == set()
    assert not any(name.startswith(("interview_coach.banks", "interview_coach.journal")) for name in added)
    screens = {name.rpartition(".")[2] for name in added if name.startswith("interview_coach.tui.screens.")}
    assert screens == {"base", "today"}, "screens are imported when they are first shown"


def painted(imports: str, make: str) -> str:
    """Return code that shows the first screen of an app and starts none of what it does after that."""
    return f"""
import asyncio
{imports}
make = {make}
async def paint():
    app = make()
    app.run_worker = lambda *_, **__: None
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert app.screen.is_running
asyncio.run(paint())
"""
