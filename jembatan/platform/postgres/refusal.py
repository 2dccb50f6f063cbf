"""What the embedded server cannot do, in a sentence for people."""


class DatabaseRefused(Exception):
    """The embedded server cannot run here; the message says why and how to mend it."""
