"""How the change of one field is said of anything that is planned."""

from django.utils.translation import pgettext


def said(field: str, before: str, after: str) -> str:
    """ "departure: was 14:30, now 15:10"; what was or is nothing is a dash."""
    return pgettext("a change", "%(field)s: was %(before)s, now %(after)s") % {
        "field": field,
        "before": before or "—",
        "after": after or "—",
    }
