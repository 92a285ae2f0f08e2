"""The yardstick for the start: the least that a Textual app with a title, a line of text and keys can be."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Static


class MinimalApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Header()
        yield Static("Nothing to do")
        yield Footer()


if __name__ == "__main__":
    MinimalApp().run()
