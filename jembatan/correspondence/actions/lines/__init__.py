"""Writing, clearing, inserting and withdrawing lines to take."""
