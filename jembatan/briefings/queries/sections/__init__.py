"""What the rooms below know about the subject of a brief, a section a module."""
