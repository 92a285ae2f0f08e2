"""Where the user's files lie: one place for data, one for settings, both movable by one variable."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from interview_coach.errors import CoachError

HOME_VARIABLE = "INTERVIEW_COACH_HOME"
"""Environment variable: a folder that holds everything, instead of the system's usual places."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The user's folders. Nothing is created here; whoever writes creates."""

    data: Path
    config: Path

    @classmethod
    def of_user(cls, environ: Mapping[str, str] | None = None) -> "Paths":
        """Return the folders for this user and system.

        Raises `CoachError` where the system names no home folder and `INTERVIEW_COACH_HOME` is not set.
        """
        environ = os.environ if environ is None else environ
        if chosen := environ.get(HOME_VARIABLE):
            home = Path(chosen).expanduser().absolute()
            return cls(data=home, config=home)
        try:
            import platformdirs

            data = platformdirs.user_data_path("interview-coach", appauthor=False)
            config = platformdirs.user_config_path("interview-coach", appauthor=False)
        except RuntimeError:
            data = config = Path("~")
        if not data.is_absolute() or not config.is_absolute():
            raise CoachError(
                "There is no home folder to keep your answers in.",
                f"Set {HOME_VARIABLE} to a folder you can write to, "
                + ("for example: set " if sys.platform == "win32" else "for example: export ")
                + f"{HOME_VARIABLE}={Path.cwd()}",
            )
        return cls(data=data, config=config)

    @property
    def journal(self) -> Path:
        """The SQLite file with every answer."""
        return self.data / "journal.db"

    @property
    def banks(self) -> Path:
        """The folder of the user's own question banks."""
        return self.data / "banks"

    @property
    def pasted(self) -> Path:
        """Questions that are being pasted, until they are kept as a bank."""
        return self.data / "my-questions.txt"

    @property
    def settings(self) -> Path:
        """The settings file (JSON)."""
        return self.config / "settings.json"

    @property
    def log(self) -> Path:
        """Where unexpected errors and the noise of native libraries go."""
        return self.data / "interview-coach.log"
