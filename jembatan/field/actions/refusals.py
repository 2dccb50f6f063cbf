"""What the field refuses, each with a sentence for people."""


class Refused(ValueError):
    """It makes no sense as things stand; the message says why, and what to do."""
