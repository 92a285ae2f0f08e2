"""The answer box draws what Textual's own text area would draw."""

import pytest
from textual.app import App, ComposeResult
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from interview_coach.tui.widgets.answer_box import AnswerBox

TEXTS = [
    "one two three",
    "word " * 60,
    "first line\n\nthird line, which is longer than the box is wide and has to be wrapped",
    "wide 漢字 and combining é and emoji 🎤 " * 4,
    "",
    "x" * 100,
]


class Stage(App[None]):
    def __init__(self, box: TextArea) -> None:
        super().__init__()
        self._box = box

    def compose(self) -> ComposeResult:
        self._box.styles.border = ("none", "white")
        self._box.styles.padding = 0
        yield self._box


async def drawn(box: TextArea, text: str, selection: Selection) -> list[list[tuple[str, object]]]:
    """Return the cells of the box, each character with its style."""
    box.load_text(text)
    box.cursor_blink = False
    async with Stage(box).run_test(size=(40, 12)) as pilot:
        box.selection = selection
        box.focus()
        await pilot.pause()
        return [
            [(character, segment.style) for segment in box.render_line(y) for character in segment.text]
            for y in range(box.size.height)
        ]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("selection", [Selection((0, 0), (0, 0)), Selection((0, 2), (0, 9))])
async def test_same_characters_and_same_selected_cells(text: str, selection: Selection) -> None:
    end = min(selection.end[1], len(text.split("\n", maxsplit=1)[0]))
    selection = Selection((0, min(selection.start[1], end)), (0, end))
    ours = await drawn(AnswerBox(), text, selection)
    theirs = await drawn(
        TextArea(soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False), text, selection
    )
    assert ["".join(c for c, _ in line) for line in ours] == ["".join(c for c, _ in line) for line in theirs]
    for our_line, their_line in zip(ours, theirs, strict=True):
        for (_, our), (_, their) in zip(our_line, their_line, strict=True):
            assert getattr(our, "reverse", None) == getattr(their, "reverse", None)
            assert getattr(our, "bgcolor", None) == getattr(their, "bgcolor", None)
