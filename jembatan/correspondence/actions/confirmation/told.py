"""The journal's lines: one when somebody is asked, one when they have answered."""

from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor, operator
from jembatan.correspondence.models import Confirmation
from jembatan.journal.actions.record import Line, record
from jembatan.platform.markings import Marking

ASKED = "confirmation.asked"
ANSWERED = "confirmation.answered"


def tell_asked(actor: Actor, confirmation: Confirmation) -> None:
    """By whom is the line's own."""
    with translation.override(confirmation.desk.language):
        told = _("%(name)s was asked whether what we have is right.") % {"name": confirmation.person}
    record(actor, _line(confirmation, ASKED, told))


def tell_answered(confirmation: Confirmation) -> None:
    """In the person's name."""
    person = confirmation.person
    with translation.override(confirmation.desk.language):
        told = (
            _("%(name)s confirms what we have.")
            if confirmation.state == Confirmation.State.CONFIRMED
            else _("%(name)s corrects what we have.")
        ) % {"name": person}
    record(operator(confirmation.desk, label=person.full_name), _line(confirmation, ANSWERED, told))


def _line(confirmation: Confirmation, kind: str, summary: str) -> Line:
    person = confirmation.person
    return Line(kind=kind, summary=summary, parties=(person,), marking=Marking(person.marking))
