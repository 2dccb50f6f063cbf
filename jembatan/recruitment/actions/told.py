"""The journal's lines about calls and applications, in the desk's language. They name no applicant: a line stays when an application is deleted."""

from collections.abc import Mapping

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Role
from jembatan.programmes.actions.changing import enter
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


def tell_of_call(
    actor: Actor, call: Call, kind: str, sentence: str | Promise, values: Mapping[str, object]
) -> None:
    """A line of the programme's dossier, in the desk's language: `sentence` is marked by `gettext_noop`, or lazy, and names `values`."""
    enter(actor, call.programme, kind, sentence, source=(CALL_SOURCE, call.pk), values=values)


def tell_of_application(actor: Actor, application: Application, kind: str, sentence: str) -> None:
    """What somebody did with one, and nothing of what it says: a line of the programme's dossier, which leads to the application as long as there is one.

    `sentence` names `%(number)s`.
    """
    source = (APPLICATION_SOURCE, application.pk)
    values = {"number": application.number}
    enter(actor, application.call.programme, kind, sentence, source=source, values=values)


def tell_for_applicant(application: Application, kind: str, sentence: str) -> None:
    """The same, of what applicants do by their link."""
    tell_of_application(applicant_at(application.desk), application, kind, sentence)
