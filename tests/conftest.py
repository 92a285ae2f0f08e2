"""What every test stands on: its own home folder, one time zone, and no colour or width from outside."""

import time
from pathlib import Path

import pytest
from hypothesis import settings

# No deadline: a busy machine is not a failure. The same examples on every machine, for the same outcome;
# `--hypothesis-profile=wide` looks for new ones.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("wide", deadline=None, max_examples=2_000)
settings.load_profile("steady")

_FROM_OUTSIDE = (
    "COLORTERM",
    "COLUMNS",
    "FORCE_COLOR",
    "LINES",
    "NO_COLOR",
    "TEXTUAL",
    "TEXTUAL_THEME",
    "TEXTUAL_COLOR_SYSTEM",
)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test, and whatever it starts, away from the developer's own answers and settings."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("INTERVIEW_COACH_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def same_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """One time zone, and none of the caller's wishes about colours and widths."""
    monkeypatch.setenv("TZ", "UTC")
    if hasattr(time, "tzset"):
        time.tzset()
    for name in _FROM_OUTSIDE:
        monkeypatch.delenv(name, raising=False)
