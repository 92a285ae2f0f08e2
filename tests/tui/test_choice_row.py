"""The row that holds one choice, and the list with ticks."""

from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from interview_coach.tui.theme import DARK
from interview_coach.tui.widgets.choice_row import ChoiceRow
from interview_coach.tui.widgets.tick_list import TickList


class Form(App[None]):
    """Two rows and a list."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self.changes: list[object] = []

    def compose(self) -> ComposeResult:
        yield ChoiceRow("Fruit", [(1, "apple"), (2, "pear"), (3, "[b]plum[/b]")], 1, id="fruit")
        yield ChoiceRow("Only", [("one", "the only one")], "one", id="only")
        yield TickList([("a", Content("Ash")), ("b", Content("Birch"))], ["b", "gone"], id="trees")

    def on_choice_row_changed(self, event: ChoiceRow.Changed) -> None:
        self.changes.append((event.row.id, event.value))

    def on_tick_list_changed(self, event: TickList.Changed) -> None:
        self.changes.append((event.list.id, event.ticked))


@pytest.fixture
def form() -> Form:
    return Form()


def shown(form: Form, row: str) -> str:
    return str(form.query_one(f"#{row}", ChoiceRow).render())


@pytest.mark.parametrize(("key", "value"), [("right", 2), ("space", 2), ("enter", 2), ("left", 3)])
async def test_a_key_changes_the_choice_and_says_so(form: Form, key: str, value: int) -> None:
    async with form.run_test() as pilot:
        await pilot.press(key)
        assert form.query_one("#fruit", ChoiceRow).value == value
        assert form.changes == [("fruit", value)]


async def test_after_the_last_choice_comes_the_first(form: Form) -> None:
    async with form.run_test() as pilot:
        await pilot.press("right", "right", "right")
        assert form.changes == [("fruit", 2), ("fruit", 3), ("fruit", 1)]


async def test_a_click_focuses_and_changes(form: Form) -> None:
    async with form.run_test() as pilot:
        await pilot.press("down")
        await pilot.click("#fruit")
        assert form.changes == [("fruit", 2)]
        assert form.focused is form.query_one("#fruit")


async def test_up_and_down_leave_the_row(form: Form) -> None:
    async with form.run_test() as pilot:
        await pilot.press("down")
        assert form.focused is form.query_one("#only")
        await pilot.press("up")
        assert form.focused is form.query_one("#fruit")
        assert form.changes == []


async def test_focus_shows_without_colour_and_markup_is_shown_as_it_is(form: Form) -> None:
    async with form.run_test() as pilot:
        await pilot.press("left")
        assert shown(form, "fruit") == "▸ Fruit           ‹ [b]plum[/b] ›"
        await pilot.press("down")
        assert shown(form, "fruit").startswith("  Fruit")


async def test_one_choice_shows_no_arrows_and_never_changes(form: Form) -> None:
    async with form.run_test() as pilot:
        await pilot.press("down", "right")
        assert shown(form, "only") == "▸ Only              the only one"
        assert form.changes == []


async def test_a_narrow_row_cuts_the_choice_not_the_arrows(form: Form) -> None:
    async with form.run_test(size=(16, 12)) as pilot:
        await pilot.press("left")
        line = form.query_one("#fruit", ChoiceRow).render()
        assert str(line) == "▸ Fruit ‹ [b]… ›"
        assert line.cell_length == 16


async def test_other_choices_keep_the_value_where_they_have_it(form: Form) -> None:
    async with form.run_test() as pilot:
        row: ChoiceRow[Any] = form.query_one("#fruit", ChoiceRow)
        row.value = 2
        row.offer([(5, "fig"), (2, "a pear")])
        assert row.value == 2
        assert "a pear" in shown(form, "fruit")
        row.offer([(7, "date"), (8, "lime")])
        assert row.value == 7
        await pilot.press("right")
        assert form.changes == [("fruit", 8)]


def test_a_value_that_is_no_choice_is_refused() -> None:
    with pytest.raises(ValueError, match="not in list"):
        ChoiceRow("Fruit", [(1, "apple")], 2)


async def test_ticks_show_as_marks_and_unknown_ids_are_left_out(form: Form) -> None:
    async with form.run_test():
        trees = form.query_one(TickList)
        assert trees.ticked == ("b",)
        assert [str(o.prompt) for o in trees.options] == ["[ ] Ash", "[✓] Birch"]


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_a_key_ticks_and_unticks(form: Form, key: str) -> None:
    async with form.run_test() as pilot:
        trees = form.query_one(TickList)
        trees.focus()
        await pilot.press("home", key)
        assert str(trees.options[0].prompt) == "[✓] Ash"
        await pilot.press("down", key)
        assert form.changes == [("trees", ("a", "b")), ("trees", ("a",))]


async def test_ticks_can_be_set_without_a_message(form: Form) -> None:
    async with form.run_test() as pilot:
        trees = form.query_one(TickList)
        trees.ticked = ["a"]
        await pilot.pause()
        assert trees.ticked == ("a",)
        assert [str(o.prompt) for o in trees.options] == ["[✓] Ash", "[ ] Birch"]
        assert form.changes == []
