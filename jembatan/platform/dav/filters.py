"""What a time range of a query means for the rows."""

from datetime import UTC, datetime

from django.db.models import Q
from radicale.item.filter import TIMESTAMP_MAX, TIMESTAMP_MIN


def overlapping(start: float, end: float) -> Q:
    """Rows whose times touch the range (POSIX timestamps as Radicale's prefilter gives them), or that have none."""
    condition = Q()
    if end < TIMESTAMP_MAX:
        condition &= Q(starts_at__lt=datetime.fromtimestamp(end, UTC)) | Q(starts_at=None)
    if start > TIMESTAMP_MIN:
        # an event without a length touches a range that begins with it (RFC 4791 9.9)
        condition &= Q(ends_at__gte=datetime.fromtimestamp(start, UTC)) | Q(ends_at=None)
    return condition
