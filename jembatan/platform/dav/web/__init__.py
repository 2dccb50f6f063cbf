"""The web of this room."""
