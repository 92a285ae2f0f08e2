"""What the bar says at half, three quarters and the target."""

import pytest
from textual.app import App, ComposeResult

from interview_coach.tui.widgets.time_bar import TimeBar


class Stage(App[None]):
    def compose(self) -> ComposeResult:
        yield TimeBar(120)


@pytest.mark.parametrize(
    ("seconds", "words", "full"),
    [
        (0, "0:00", 0),
        (48, "0:48", 4),
        (60, "half", 6),
        (90, "come to the end", 9),
        (120, "over the target", 12),
        (600, "10:00", 12),
    ],
)
async def test_words_and_bar(seconds: int, words: str, full: int) -> None:
    async with Stage().run_test() as pilot:
        bar = pilot.app.query_one(TimeBar)
        bar.seconds = seconds
        shown = bar.render().plain
        assert words in shown
        assert shown.count("█") == full
        assert shown.endswith("2:00")


async def test_thinking_time_and_pause_are_said() -> None:
    async with Stage().run_test() as pilot:
        bar = pilot.app.query_one(TimeBar)
        bar.thinking_left = 12.2
        bar.paused = True
        assert "paused" in bar.render().plain
        assert "thinking time 0:12" in bar.render().plain
