"""A time of day that may be morning or evening, or that belongs to two days."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Remark, Severity
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule


def look(reading: Reading) -> Iterator[Remark]:
    """Bare hours up to twelve, and midnight, which ends one day and begins the next."""
    for hour in reading.hours:
        if hour.is_doubtful:
            words = reading.own[slice(*hour.span)]
            yield Remark(
                message=_(
                    "“%(words)s” can be read in two ways. Write hours and minutes of the 24-hour clock."
                )
                % {"words": words},
                words=words,
                span=hour.span,
            )


RULE = Rule("ambiguous-time", gettext_lazy("A time that can be read in two ways"), Severity.WARNING, look)
