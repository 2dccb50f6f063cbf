"""What actions of recruitment refuse, each with a sentence for people."""


class Refused(ValueError):
    """It cannot be done as things stand; the message says why, and what to do."""
