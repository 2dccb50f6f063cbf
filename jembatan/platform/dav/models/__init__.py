"""Collections, what is on each of their pages, and which records changed since."""

from jembatan.platform.dav.models.collection import Collection
from jembatan.platform.dav.models.feed import Feed
from jembatan.platform.dav.models.resource import Resource
from jembatan.platform.dav.models.stale import Stale

__all__ = ["Collection", "Feed", "Resource", "Stale"]
