"""Widgets: data in through the constructor or a reactive, messages out. No file, no database."""
