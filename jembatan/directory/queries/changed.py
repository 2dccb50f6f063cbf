"""Who was changed lately, as the history tables tell it."""

from datetime import datetime
from typing import Any

import pghistory.core
from django.db.models import Exists, OuterRef, Q

from jembatan.directory.models import ContactPoint, Person, Position


def changed_since(moment: datetime) -> Q:
    """A condition on people: they were added or changed since, or a way to reach them, or a post."""
    found = Q()
    for model, key in ((Person, "pgh_obj"), (ContactPoint, "person"), (Position, "person")):
        events: Any = pghistory.core.event_models(tracks_model=model)[0]
        found |= Q(Exists(events.objects.filter(**{key: OuterRef("pk")}, pgh_created_at__gte=moment)))
    return found
