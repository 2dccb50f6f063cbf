"""What a column of a log may become, in the words of the page that maps it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

FIELDS: dict[str, Any] = {
    "date": _("Date"),
    "end": _("Last day"),
    "time": _("Time"),
    "officer": _("Our side"),
    "organisation": _("Organisations met"),
    "attendees": _("People met"),
    "purpose": _("Purpose"),
    "place": _("Place"),
    "notes": _("Notes"),
    "number": _("Number of the meeting (rows with the same number are one meeting)"),
}
