"""The journal's lines about calls and applications. They name no applicant: a line stays when an application is deleted."""

from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Role
from jembatan.programmes.actions.changing import tell
from jembatan.recruitment.models import Application, Call
from jembatan.recruitment.queries.visible import APPLICATION_SOURCE

CALL_SOURCE = "call"
CALLED = "recruitment.call"
APPLIED = "recruitment.applied"
ASSESSED = "recruitment.assessed"
DECIDED = "recruitment.decided"
WITHDRAWN = "recruitment.withdrawn"
DELETED = "recruitment.deleted"
TRAINED = "recruitment.trained"


def applicant_at(desk: Desk) -> Actor:
    """As whom the journal names somebody who acts by a link: nobody in particular."""
    with translation.override(desk.language):
        return Actor(desk=desk, role=Role.READER, label=_("Applicant"))


def tell_of_call(actor: Actor, call: Call, kind: str, summary: str) -> None:
    """A line of the programme's dossier."""
    tell(actor, call.programme, kind, summary, source=(CALL_SOURCE, call.pk))


def tell_of_application(actor: Actor, application: Application, kind: str, sentence: str) -> None:
    """What somebody did with one, and nothing of what it says: a line of the programme's dossier in the desk's language, which leads to the application as long as there is one.

    `sentence` names `%(number)s`.
    """
    with translation.override(application.desk.language):
        summary = _(sentence) % {"number": application.number}
    source = (APPLICATION_SOURCE, application.pk)
    tell(actor, application.call.programme, kind, summary, source=source)


def tell_for_applicant(application: Application, kind: str, sentence: str) -> None:
    """The same, of what applicants do by their link."""
    tell_of_application(applicant_at(application.desk), application, kind, sentence)
