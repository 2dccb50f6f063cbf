"""A receiver who has left the post."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Place, Remark, Severity
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule


def look(reading: Reading) -> Iterator[Remark]:
    """Known from the directory only."""
    for who in reading.letter.receivers:
        known = reading.known(who)
        if known is None or known.left_on is None or (reading.today and known.left_on >= reading.today):
            continue
        yield Remark(
            message=_("%(name)s left the post on %(date)s: %(position)s.")
            % {
                "name": known.name,
                "date": date_format(known.left_on),
                "position": ", ".join(part for part in (known.position, known.organisation) if part),
            },
            words=who.email,
            place=Place.RECEIVERS,
        )


RULE = Rule("receiver-left", gettext_lazy("A receiver who has left the post"), Severity.WARNING, look)
