"""Merge fields: `{name}` in a text is replaced by the receiver's name. Nothing is evaluated, and what is put in is never read again."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

FIELDS = ("greeting", "name", "organisation")
FIELD = re.compile(r"\{([^{}\n]*)\}")


class UnknownField(ValueError):
    """The text has a field that nobody can fill; the message says which there are."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field

    def __str__(self) -> str:
        return _("“{%(field)s}” is no field. There are {greeting}, {name} and {organisation}.") % {
            "field": self.field[:40]
        }


def check_fields(text: str) -> None:
    """Raises `UnknownField` for the first one that is none of the three."""
    for match in FIELD.finditer(text):
        if match[1] not in FIELDS:
            raise UnknownField(match[1])


def merge(text: str, values: Mapping[str, str]) -> str:
    """The text for one receiver. Raises `UnknownField`."""
    check_fields(text)
    return FIELD.sub(lambda match: values[match[1]], text)
