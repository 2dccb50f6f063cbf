"""How it stands with what a person was asked to confirm, on the person's page; and the way to the stale contacts."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Confirmation
from jembatan.correspondence.queries.confirmation.link import is_over
from jembatan.correspondence.queries.confirmation.visible import corrections_of, latest_of
from jembatan.directory.models import ContactPoint, Person


def standing(request: HttpRequest, actor: Actor, subject: Person) -> str:
    """Asked, confirmed or corrected, with what can be done about it."""
    if subject.removed_at is not None:
        return ""
    found = latest_of(actor, subject)
    corrected = found is not None and found.state == Confirmation.State.CORRECTED
    waits = found is not None and found.answered_at is None and not is_over(found)
    context = {
        "person": subject,
        "confirmation": found,
        "over": found is not None and found.answered_at is None and not waits,
        "corrections": corrections_of(found) if found is not None and corrected else [],
        "may_ask": actor.may_send and not waits and not corrected and _has_email(subject),
    }
    if found is None and not context["may_ask"]:
        return ""
    return render_to_string("correspondence/confirmation/standing.html", context, request)


def stale_tab(request: HttpRequest, actor: Actor, subject: str) -> str:
    """The tab of the directory; `subject` is the one that is open."""
    return render_to_string("correspondence/confirmation/tab.html", {"here": subject == "stale"}, request)


def _has_email(person: Person) -> bool:
    return ContactPoint.objects.filter(person=person, kind=ContactPoint.Kind.EMAIL).exists()
