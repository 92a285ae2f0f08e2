"""Where the user's files lie, and what is said where there is no home for them."""

from pathlib import Path

import pytest

from interview_coach.errors import CoachError
from interview_coach.paths import HOME_VARIABLE, Paths


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    paths = Paths.of_user({HOME_VARIABLE: str(tmp_path)})

    assert {paths.data, paths.config} == {tmp_path}
    assert paths.journal == tmp_path / "journal.db"
    assert paths.banks == tmp_path / "banks"
    assert paths.settings == tmp_path / "settings.json"
    assert paths.log == tmp_path / "interview-coach.log"


def test_the_variable_may_be_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert Paths.of_user({HOME_VARIABLE: "mine"}).data == tmp_path / "mine"


def test_the_variable_may_start_with_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))

    assert Paths.of_user({HOME_VARIABLE: "~/mine"}).data == tmp_path / "mine"


def test_without_the_variable_the_system_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.delenv(HOME_VARIABLE)

    paths = Paths.of_user()

    assert paths.data.is_relative_to(tmp_path)
    assert paths.config.is_relative_to(tmp_path)
    assert "interview-coach" in str(paths.data)


def test_nothing_is_created(tmp_path: Path) -> None:
    Paths.of_user({HOME_VARIABLE: str(tmp_path / "later")})

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("answer", [RuntimeError("no home"), Path("~/.local/share/interview-coach")])
def test_no_home_folder_says_what_to_do(answer: RuntimeError | Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home(*_: object, **__: object) -> Path:
        if isinstance(answer, RuntimeError):
            raise answer
        return answer

    monkeypatch.setattr("platformdirs.user_data_path", no_home)
    monkeypatch.setattr("platformdirs.user_config_path", no_home)

    with pytest.raises(CoachError) as failure:
        Paths.of_user({})

    assert "home folder" in failure.value.message
    assert HOME_VARIABLE in failure.value.hint


def test_an_error_reads_as_message_and_hint() -> None:
    assert str(CoachError("It broke.", "Mend it.")) == "It broke.\nMend it."
    assert str(CoachError("It broke.")) == "It broke."
