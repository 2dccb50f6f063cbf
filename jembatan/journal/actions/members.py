"""What the head of a desk changes about its members is a line of the journal, in the desk's language."""

from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.events import SignInAddressChanged
from jembatan.accounts.models import Role
from jembatan.journal.actions.record import Line, record


def record_address(event: SignInAddressChanged) -> None:
    """Who signs in with what from now on, and with what before."""
    names = {"name": event.user.full_name, "after": event.user.email, "before": event.before}
    with translation.override(event.desk.language):
        summary = _("%(name)s signs in with %(after)s, no longer with %(before)s.") % names
    head = Actor(desk=event.desk, role=Role.HEAD, user=event.by)
    record(head, Line(kind="desk.address", summary=summary))
