"""The quick wrap gives what Textual's own gives, whatever is edited."""

from hypothesis import given
from hypothesis import strategies as st
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument

from interview_coach.tui.widgets.quick_wrap import QuickWrap

WORDS = st.text("ab c 漢é", max_size=12)
LONG = st.builds(
    lambda seed: " ".join("abcdefghijklm"[: 1 + (seed * i * i) % 13] for i in range(250)), st.integers(1, 99)
)
TEXTS = st.one_of(
    st.lists(st.lists(WORDS, max_size=30).map(" ".join), min_size=1, max_size=4).map("\n".join), LONG
)
EDITS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 4000), st.integers(0, 5), st.integers(0, 40), WORDS),
    min_size=1,
    max_size=6,
)


def state(wrapped: WrappedDocument) -> tuple[object, ...]:
    return (
        wrapped._wrap_offsets,
        wrapped._offset_to_line_info,
        wrapped._line_index_to_offsets,
        [wrapped.get_sections(i) for i in range(wrapped.document.line_count)],
    )


@given(TEXTS, EDITS, st.integers(2, 60))
def test_after_any_edits_it_is_as_if_all_were_wrapped_anew(
    text: str, edits: list[tuple[int, int, int, int, str]], width: int
) -> None:
    document = Document(text)
    quick = QuickWrap(document)
    quick.wrap(width)
    for some_row, column, rows, columns, inserted in edits:
        row = min(some_row, document.line_count - 1)
        start = (row, min(column, len(document.get_line(row))))
        # Mostly within one line, which is the quick way.
        end_row = min(row + (rows if rows > 3 else 0), document.line_count - 1)
        end = (end_row, min(start[1] + columns, len(document.get_line(end_row))))
        if end < start:
            start, end = end, start
        result = document.replace_range(start, end, inserted)
        quick.wrap_range(start, end, result.end_location)
        anew = WrappedDocument(document)
        anew.wrap(width)
        assert state(quick) == state(anew)
