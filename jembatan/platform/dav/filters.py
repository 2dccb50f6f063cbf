"""What a query means for rows and items."""

from collections.abc import Iterable
from datetime import UTC, datetime
from xml.etree.ElementTree import Element

from django.db.models import Q
from radicale.app.report import test_filter
from radicale.item import Item
from radicale.item.filter import TIMESTAMP_MAX, TIMESTAMP_MIN

UNREADABLE = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)


def overlapping(start: float, end: float) -> Q:
    """Rows whose times touch the range (POSIX timestamps as Radicale's prefilter gives them), or that have none."""
    condition = Q()
    if end < TIMESTAMP_MAX:
        condition &= Q(starts_at__lt=datetime.fromtimestamp(end, UTC)) | Q(starts_at=None)
    if start > TIMESTAMP_MIN:
        # an event without a length touches a range that begins with it (RFC 4791 9.9)
        condition &= Q(ends_at__gte=datetime.fromtimestamp(start, UTC)) | Q(ends_at=None)
    return condition


def matches(item: Item, tag: str, elements: Iterable[Element]) -> bool:
    """Whether Radicale finds that it does. What its parser cannot read (a rule by another calendar, RFC 7529) is the program's to judge:
    one such meeting must not cost the answer about all others.
    """
    parsed = item._vobject_item
    try:
        return all(test_filter(tag, item, element) for element in elements)
    except UNREADABLE:
        return True
    finally:
        item._vobject_item = parsed  # it takes much memory, and is not needed any more
