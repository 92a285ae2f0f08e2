"""What a user installs, from a wheel, an archive or the checkout: it starts and brings its banks."""

import json
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from interview_coach import __version__

pytestmark = pytest.mark.slow

CHECKOUT = Path(__file__).parents[2]
SHIPPED = sorted(path.name for path in (CHECKOUT / "question_banks").rglob("*.yaml"))


def run(command: Sequence[str | Path], folder: Path) -> str:
    """Run `command` in `folder` without anything that leads Python back here; return what it printed."""
    leading_back = ("PYTHON", "COV_", "COVERAGE", "PYTEST", "VIRTUAL_ENV")
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith(leading_back)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def build(target: str, source: Path, into: Path) -> Path:
    """Build the "wheel" or "sdist" of `source` with the build backend, and return the file made."""
    into.mkdir()
    run([sys.executable, "-m", "hatchling", "build", "-t", target, "-d", into], source)
    (made,) = into.iterdir()
    return made


class Installed:
    """An empty environment in which the app, and nothing of the checkout's own, was installed."""

    def __init__(self, folder: Path, *what: str | Path) -> None:
        self.elsewhere = folder / "elsewhere"
        self.elsewhere.mkdir()
        environment = folder / "environment"
        venv.create(environment, with_pip=True)
        self.bin = environment / ("Scripts" if sys.platform == "win32" else "bin")
        quietly = ("--quiet", "--disable-pip-version-check", "--no-compile")
        run([self.bin / "python", "-m", "pip", "install", *quietly, *what], self.elsewhere)

    def says(self, *arguments: str) -> str:
        """Return what `interview-coach` with these arguments prints, called far from the checkout."""
        return run([self.bin / "interview-coach", *arguments], self.elsewhere)

    def shipped_banks(self) -> list[str]:
        """Return the ids of the banks it finds without a bank of the user's own."""
        return sorted(bank["id"] for bank in json.loads(self.says("bank", "list", "--json")))


def ids_in_checkout() -> list[str]:
    """Return the ids of the shipped banks, read from their own first lines."""
    lines = [
        line
        for path in (CHECKOUT / "question_banks").rglob("*.yaml")
        for line in path.read_text("utf-8").splitlines()
    ]
    return sorted(line.removeprefix("id:").split("#")[0].strip() for line in lines if line.startswith("id:"))


def test_the_wheel_runs_in_an_empty_environment(tmp_path: Path) -> None:
    wheel = build("wheel", CHECKOUT, tmp_path / "dist")
    app = Installed(tmp_path, wheel)

    assert __version__ in app.says("--version")
    assert app.shipped_banks() == ids_in_checkout()
    assert __version__ in run([app.bin / "python", "-m", "interview_coach", "--version"], app.elsewhere)


def test_an_editable_install_runs_and_finds_the_banks(tmp_path: Path) -> None:
    app = Installed(tmp_path, "--editable", CHECKOUT)

    assert __version__ in app.says("--version")
    assert app.shipped_banks() == ids_in_checkout()


def test_the_source_archive_builds_the_same_wheel(tmp_path: Path) -> None:
    direct = contents(build("wheel", CHECKOUT, tmp_path / "direct"))
    archive = build("sdist", CHECKOUT, tmp_path / "archive")
    with tarfile.open(archive) as packed:
        packed.extraction_filter = getattr(tarfile, "data_filter", None)  # came with Python 3.11.4
        packed.extractall(tmp_path)
    by_archive = contents(build("wheel", tmp_path / archive.name.removesuffix(".tar.gz"), tmp_path / "again"))

    assert by_archive == direct


def test_the_wheel_holds_all_that_is_not_python_and_nothing_else(tmp_path: Path) -> None:
    names = contents(build("wheel", CHECKOUT, tmp_path / "dist"))
    package = CHECKOUT / "interview_coach"
    data = {
        path.relative_to(CHECKOUT).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }

    assert sorted(name.rpartition("/")[2] for name in names if "/question_banks/" in name) == SHIPPED
    assert {Path(name).suffix for name in data} >= {".sql", ".typed"}
    assert data <= set(names)
    outside = [name for name in names if not name.startswith(("interview_coach/", "interview_coach-"))]
    assert outside == []


def contents(wheel: Path) -> list[str]:
    """Return the names of the files in `wheel`, sorted by name."""
    with zipfile.ZipFile(wheel) as packed:
        return sorted(packed.namelist())
