"""The screens: the only place that knows Textual. Late imports keep the first paint fast."""
