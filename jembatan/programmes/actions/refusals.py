"""What actions on programmes refuse, each with a sentence for people."""


class Refused(ValueError):
    """The change makes no sense as things stand; the message says why, and what to do."""
