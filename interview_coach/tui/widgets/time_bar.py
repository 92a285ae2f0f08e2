"""The time of an answer against its target: warns, never cuts off."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from interview_coach.coaching.wording import clock

_WIDTH = 12


class TimeBar(Widget):
    """`0:48 ▕███████░░░░░▏ 2:00`: green from half of the target, amber from three quarters, then red.

    The limits follow Toastmasters' timing lights (1:00, 1:30 and 2:00 of a two-minute answer). Words say
    the same as the colours. While thinking it counts down.
    """

    DEFAULT_CSS = """
    TimeBar { height: 1; width: auto; min-width: 40; text-align: right; }
    """

    seconds = reactive(0.0)
    thinking_left = reactive[float | None](None)
    paused = reactive(False)

    def __init__(self, target: int) -> None:
        super().__init__()
        self._target = target

    def aim(self, target: int) -> None:
        """Start again for a question with another target, in seconds."""
        self._target = target
        self.seconds = 0.0
        self.refresh()

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return 44

    def render(self) -> Content:
        pause = [("paused  ", "bold")] if self.paused else []
        if self.thinking_left is not None:
            return Content.assemble(
                *pause, "thinking time ", (clock(self.thinking_left), "bold"), " · enter or type to begin"
            )
        share = self.seconds / self._target
        style, word = _warning(share)
        full = min(int(share * _WIDTH), _WIDTH)
        return Content.assemble(
            *pause,
            (f"{word}  " if word else "", style),
            (clock(self.seconds), "bold"),
            " ▕",
            ("█" * full, style),
            ("░" * (_WIDTH - full), "$muted"),
            f"▏ {clock(self._target)}",
        )


def _warning(share: float) -> tuple[str, str]:
    if share >= 1:
        return "$text-error", "over the target"
    if share >= 0.75:
        return "$text-warning", "come to the end"
    if share >= 0.5:
        return "$text-success", "half"
    return "$text-primary", ""
