"""How a program's login becomes a visitor of address books and calendars."""

from jembatan.accounts.dav.door import open_door

__all__ = ["open_door"]
