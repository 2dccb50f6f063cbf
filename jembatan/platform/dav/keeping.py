"""Keeping what a program wrote, the same way in every book: only what differs from what it was served is written."""

from typing import Any, Protocol

from jembatan.platform.dav.books import Changed, Written


class Keeper[Record, Sent](Protocol):
    """How a book reads, finds, makes and changes its records, each inside one transaction, by the actions that pages call."""

    def read(self, content: bytes) -> Sent:
        """What a program sent, or was served. Raises `ValidationError` with a sentence."""

    def held(self, actor: Any, written: Written, sent: Sent) -> Record | None:
        """The record, locked, also one that was taken out and had this uid; None for a new one. Raises `Changed` when it is gone."""

    def add(self, actor: Any, sent: Sent) -> str:
        """A new one; returns its key."""

    def brought_back(self, actor: Any, record: Record) -> str:
        """One that was taken out stands there again; returns the text that is served of it."""

    def change(self, actor: Any, record: Record, *, served: Sent, sent: Sent) -> str:
        """Write the differences; returns the key. Raises `Changed`."""


def keep[Record, Sent](keeper: Keeper[Record, Sent], actor: Any, written: Written) -> str:
    """The key of the record as it stands then. Whether its text is still the one that was served is asked once it is locked."""
    sent = keeper.read(written.content)
    record = keeper.held(actor, written, sent)
    if record is None:
        return keeper.add(actor, sent)
    if not written.is_current():
        raise Changed
    served = keeper.read((written.before or keeper.brought_back(actor, record)).encode())
    return keeper.change(actor, record, served=served, sent=sent)
