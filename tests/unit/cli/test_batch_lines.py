"""Lines of a batch: numbered, bounded, as they come."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.cli.batch_lines import LONGEST_LINE, Line, LineSplitter, read_blocks


@given(st.lists(st.binary(max_size=12), max_size=6), st.data())
def test_the_cuts_between_reads_do_not_matter(parts: list[bytes], data: st.DataObject) -> None:
    text = b"\n".join(parts)
    whole = LineSplitter()
    expected = whole.feed(text) + whole.finish()

    cut = data.draw(st.integers(0, len(text)))
    piecewise = LineSplitter()
    found = piecewise.feed(text[:cut]) + piecewise.feed(text[cut:]) + piecewise.finish()

    assert found == expected


def test_blank_lines_are_left_out_but_counted() -> None:
    splitter = LineSplitter()

    assert splitter.feed(b"a\n\n \r\nb\r\nc") == [Line(1, b"a"), Line(4, b"b")]
    assert splitter.finish() == [Line(5, b"c")]


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    assert LineSplitter().feed(b"\xef\xbb\xbfa\n\xef\xbb\xbfb\n") == [
        Line(1, b"a"),
        Line(2, b"\xef\xbb\xbfb"),
    ]


def test_a_line_too_long_is_refused_and_the_next_is_read() -> None:
    splitter = LineSplitter(longest=4)

    assert splitter.feed(b"abc") == []
    assert splitter.feed(b"def") == []
    assert splitter.feed(b"g\nabcd\nh") == [Line(1, None), Line(2, b"abcd")]
    assert splitter.finish() == [Line(3, b"h")]


def test_an_endless_line_is_not_held() -> None:
    splitter = LineSplitter()
    for _ in range(200):
        splitter.feed(b"x" * (LONGEST_LINE // 100))

    assert sum(len(part) for part in splitter._parts) == 0
    assert splitter.finish() == [Line(1, None)]


def test_a_block_holds_what_one_read_brought() -> None:
    reads = iter([b"a\nb\n", b"c", b"\nd\n", b"e", b""])

    blocks = list(read_blocks(lambda _: next(reads)))

    assert blocks == [
        [Line(1, b"a"), Line(2, b"b")],
        [Line(3, b"c"), Line(4, b"d")],
        [Line(5, b"e")],
    ]


@pytest.mark.parametrize("empty", [b"", b"\n\n", b" \n"])
def test_an_empty_input_has_no_lines(empty: bytes) -> None:
    assert list(read_blocks(io.BytesIO(empty).read)) == []
