"""Evidence in the answer: brackets, numbers, overlaps."""

from hypothesis import given
from hypothesis import strategies as st

from interview_coach.scoring.assessment import Verdict
from interview_coach.tui.widgets.marked_answer import STYLES, Mark, marked

FOUND, UNCLEAR = Verdict.FOUND, Verdict.UNCLEAR


def shown(answer: str, *marks: Mark) -> str:
    return marked(answer, marks).plain


def test_the_words_stand_in_brackets_behind_the_number() -> None:
    assert shown("Last March I stopped.", Mark(1, 0, 10, FOUND)) == "[1 Last March] I stopped."


def test_two_points_with_the_same_words_share_the_brackets() -> None:
    assert shown("I stopped.", Mark(1, 0, 9, FOUND), Mark(4, 0, 9, UNCLEAR)) == "[1,4 I stopped]."


def test_overlapping_and_nested_words() -> None:
    assert shown("abcdef", Mark(1, 0, 4, FOUND), Mark(2, 2, 6, FOUND)) == "[1 ab[2 cd]ef]"
    assert shown("abcdef", Mark(1, 0, 6, FOUND), Mark(2, 2, 4, FOUND)) == "[1 ab[2 cd]ef]"


def test_words_of_the_chosen_point_are_underlined_and_others_are_not() -> None:
    content = marked("abcd", [Mark(1, 0, 2, FOUND), Mark(2, 2, 4, FOUND)], chosen=2)
    underlined = [content.plain[s.start : s.end] for s in content.spans if "underline" in str(s.style)]
    assert underlined == ["cd"]


def test_the_colour_follows_the_verdict() -> None:
    content = marked("abcd", [Mark(1, 0, 2, UNCLEAR)])
    assert any(STYLES[UNCLEAR] in str(s.style) for s in content.spans)
    assert not any(STYLES[FOUND] in str(s.style) for s in content.spans)


def test_a_span_outside_the_answer_is_left_out() -> None:
    assert shown("short", Mark(1, 3, 99, FOUND), Mark(2, -1, 2, FOUND), Mark(3, 2, 2, FOUND)) == "short"


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_without_its_brackets_the_answer_is_whole(text: str, spans: list[tuple[int, int]]) -> None:
    text = text.replace("[", "(").replace("]", ")")
    marks = [Mark(i, a, b, FOUND) for i, (a, b) in enumerate(spans, 1)]
    plain = marked(text, marks).plain
    assert plain.count("[") == plain.count("]")
    assert len(marked(text, ()).plain) == len(text)
