"""Question banks: what they are, how they are read, checked, written and found."""
