"""The contracts between the layers hold, and each of them does catch what it is there for."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
LINT = "import importlinter.cli as cli; cli.lint_imports_command()"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the checkout in `folder`, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package that a test may spoil."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copy(CHECKOUT / "pyproject.toml", folder)
    shutil.copytree(
        CHECKOUT / "interview_coach", folder / "interview_coach", ignore=shutil.ignore_patterns("__pycache__")
    )
    return folder


def test_the_layers_are_kept() -> None:
    outcome = lint(CHECKOUT)

    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("scoring/planted.py", "import interview_coach.journal", "Imports point down the layers only"),
        ("banks/planted.py", "import interview_coach.scoring", "Imports point down the layers only"),
        (
            "scoring/planted.py",
            "def late():\n    import interview_coach.tui",
            "Imports point down the layers only",
        ),
        ("homeless.py", "", "Imports point down the layers only"),
        ("coaching/planted.py", "def late():\n    import textual", "Only the screens know Textual"),
        ("coaching/planted.py", "import sqlite3", "Only the journal speaks SQL"),
        ("journal/planted.py", "import yaml", "Only the banks know YAML"),
        ("coaching/planted.py", "from urllib.request import urlopen", "Nothing is sent"),
    ],
)
def test_a_breach_is_caught(package: Path, module: str, line: str, contract: str) -> None:
    planted = package / "interview_coach" / module
    planted.write_text(line + "\n", encoding="utf-8")
    try:
        outcome = lint(package)
    finally:
        planted.unlink()

    assert outcome.returncode == 1, outcome.stdout
    assert f"{contract} BROKEN" in outcome.stdout
