"""What correspondence announces."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SenderLinked:
    """An address turned out to belong to someone in the directory; announced after commit."""

    sender_id: int
