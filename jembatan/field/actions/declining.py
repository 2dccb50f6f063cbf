"""An officer who asked to be deleted hears by letter why the desk does not do it yet; the phone says it, too."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.field.actions.letters import write_to
from jembatan.programmes.events import DeletionDeclined
from jembatan.programmes.queries.desk_words import in_their_words


def write_declined(event: DeletionDeclined) -> None:
    """Inside the transaction that declines it."""
    officer = event.request.officer
    with in_their_words(officer.programme):
        facts = {
            "name": officer.call_name or officer.full_name,
            "programme": officer.programme,
            "reason": event.request.reason,
            "link": f"{settings.PUBLIC_URL}{reverse('field:duty')}#mine",
        }
        parts = [
            _("%(name)s, you have asked for your personal data to be deleted. That is not done yet:"),
            "%(reason)s",
            _("You may ask again on your phone: %(link)s"),
        ]
        subject = _("Your data is not deleted yet: %(programme)s") % facts
        write_to(officer, subject, "\n\n".join(part % facts for part in parts))
