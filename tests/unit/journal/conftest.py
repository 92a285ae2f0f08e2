"""An open journal for each test, and ways to look at it from outside and to spoil it."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from interview_coach.journal import Journal
from tests.unit.journal.samples import NOON

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    with Journal.open(path, now=lambda: NOON) as opened:
        yield opened


@pytest.fixture
def sql(path: Path) -> Callable[..., list[tuple[object, ...]]]:
    """Runs a statement past the journal, as another program would."""

    def run(statement: str, *values: object) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(path)) as connection, connection:
            return connection.execute(statement, values).fetchall()

    return run


@pytest.fixture
def ordinary_user(tmp_path: Path) -> Callable[[], AbstractContextManager[None]]:
    """Lets a block run as somebody whom file modes bind: they do not bind root, as which CI may run."""

    @contextmanager
    def become() -> Iterator[None]:
        if os.geteuid() != 0:
            yield
            return
        # Not closed again: tests in other processes share the upper ones of these (temporary) folders.
        for folder in (tmp_path, *tmp_path.parents):
            if not folder.stat().st_mode & 0o001:
                folder.chmod(folder.stat().st_mode | 0o011)
        for file in tmp_path.rglob("*"):
            os.chown(file, NOBODY, -1)
        os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)

    return become
