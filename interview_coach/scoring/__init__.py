"""Scoring: an answer and a question in, an Assessment out. Pure: no files, no clock, no network."""
