"""What actions on programmes refuse, each with a sentence for people."""

from django.utils.translation import gettext as _

from jembatan.programmes.models import Officer


class Refused(ValueError):
    """The change makes no sense as things stand; the message says why, and what to do."""


def unforgotten(officer: Officer) -> Officer:
    """The same. Nothing is written anew about one whose personal data is deleted: raises `Refused`."""
    if officer.forgotten_at is not None:
        raise Refused(
            _("Personal data of %(name)s was deleted. Add them as a new officer if they come back.")
            % {"name": officer}
        )
    return officer
