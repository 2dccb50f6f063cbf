"""The directory in the address books of telephones and other programs."""

from jembatan.directory.dav.organisations import Organisations
from jembatan.directory.dav.people import People

__all__ = ["Organisations", "People"]
