"""Lines from a descriptor: whole, in any encoding, with a chance to save before each wait."""

import os
from collections.abc import Iterator

import pytest

from interview_coach.cli.plain_input import DescriptorLines


class Pipe:
    """Both ends of a pipe."""

    def __init__(self) -> None:
        self.out, self._into = os.pipe()
        self.idle = 0

    def write(self, data: bytes) -> None:
        os.write(self._into, data)

    def close(self) -> None:
        os.close(self._into)

    def waits(self) -> None:
        self.idle += 1


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    made = Pipe()
    yield made
    os.close(made.out)


def test_lines_with_any_end_and_a_last_one_without(pipe: Pipe) -> None:
    pipe.write("one\r\ntwö\n\nlast".encode())
    pipe.close()
    lines = DescriptorLines(pipe.out, "utf-8")

    assert [lines.read_line(pipe.waits) for _ in range(6)] == ["one", "twö", "", "last", None, None]


def test_what_is_no_text_is_replaced(pipe: Pipe) -> None:
    pipe.write(b"a\xffb\n")
    pipe.close()

    assert DescriptorLines(pipe.out, "utf-8").read_line(pipe.waits) == "a\ufffdb"


def test_idle_is_called_only_where_it_would_wait(pipe: Pipe) -> None:
    lines = DescriptorLines(pipe.out, "utf-8")
    pipe.write(b"a\nb\npart")
    lines.read_line(pipe.waits)
    lines.read_line(pipe.waits)
    assert pipe.idle == 0

    def more() -> None:
        pipe.waits()
        pipe.write(b"ly\n")

    assert lines.read_line(more) == "partly"
    assert pipe.idle == 1
    pipe.close()
