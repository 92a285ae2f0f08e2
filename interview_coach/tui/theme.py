"""The two themes. Colours help; marks and words carry the meaning."""

from textual.theme import Theme

DARK = Theme(
    name="coach-dark",
    primary="#7aa2c8",
    secondary="#9a8fc0",
    accent="#d8b36a",
    foreground="#d9dce1",
    background="#16181d",
    surface="#1c1f26",
    panel="#252932",
    success="#8fbf7f",
    warning="#e0b050",
    error="#e0806f",
    dark=True,
    variables={
        "muted": "#969ca8",
        "text-muted": "#969ca8",
        "footer-key-foreground": "#d8b36a",
        "block-cursor-text-style": "none",
        "block-cursor-foreground": "#eef1f5",
        "block-cursor-background": "#2f3b4d",
        "block-cursor-blurred-foreground": "#d9dce1",
        "block-cursor-blurred-background": "#262b35",
    },
)

LIGHT = Theme(
    name="coach-light",
    primary="#2f5f8f",
    secondary="#5d4f96",
    accent="#8a5a00",
    foreground="#20242a",
    background="#f6f4ef",
    surface="#fdfcf9",
    panel="#e8e4da",
    success="#2f6f2f",
    warning="#8a5a00",
    error="#a83220",
    dark=False,
    variables={
        "muted": "#666b73",
        "text-muted": "#666b73",
        "footer-key-foreground": "#8a5a00",
        "block-cursor-text-style": "none",
        "block-cursor-foreground": "#14181d",
        "block-cursor-background": "#d3dfeb",
        "block-cursor-blurred-foreground": "#20242a",
        "block-cursor-blurred-background": "#e6e6e2",
    },
)

BY_SETTING = {"dark": DARK.name, "light": LIGHT.name}
