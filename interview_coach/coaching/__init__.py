"""Coaching: the use cases. Joins banks, scoring and the journal; knows no screen and no terminal."""
