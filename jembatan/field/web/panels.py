"""What the field shows on others' pages: on Today whoever needs help, on a programme's page how it stands."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.deployment.queries.visible import visible_handovers
from jembatan.field.models import Phone
from jembatan.field.queries.incidents import asking_incidents, visible_incidents
from jembatan.field.queries.lateness import open_latenesses
from jembatan.field.queries.unreached import unreached_in
from jembatan.platform.seldom import seldom
from jembatan.programmes.models import Officer, Programme

SHOWN = 8
SHOWN_TODAY = 5


def tab_of_programme(request: HttpRequest, actor: Actor, subject: Programme) -> str:
    """The page of what happens in the field."""
    match = request.resolver_match
    here = match is not None and match.view_name == "field:in_the_field"
    return render_to_string("field/tab.html", {"programme": subject, "here": here}, request)


def somebody_needs_help(request: HttpRequest, actor: Actor, subject: object) -> str:
    """For those who may settle it. One query where nothing has happened."""
    asking = seldom(asking_incidents(actor), SHOWN_TODAY + 1) if actor.may_write else []
    context = {"incidents": asking[:SHOWN_TODAY], "more": len(asking) > SHOWN_TODAY}
    return render_to_string("field/today.html", context, request) if asking else ""


def phone_of_officer(request: HttpRequest, actor: Actor, subject: Officer) -> str:
    """Leads to where links are given, and officers checked in."""
    return (
        render_to_string("field/phone_button.html", {"officer": subject}, request) if actor.may_send else ""
    )


def not_reached(request: HttpRequest, actor: Actor, subject: Programme) -> str:
    """How many have not heard of their duties. One query."""
    count = unreached_in(subject, timezone.now()).count()
    context = {"programme": subject, "count": count}
    return render_to_string("field/unreached_panel.html", context, request) if count else ""


def now_on_duty(request: HttpRequest, actor: Actor, subject: Programme) -> str:
    """Who is late, what happened, which handovers nobody has acknowledged; nothing before the first phone is signed in."""
    if not Phone.objects.filter(officer__programme=subject).exists():
        return ""
    late = list(open_latenesses(subject, timezone.now())[: SHOWN + 1])
    context = {
        "programme": subject,
        "late": late[:SHOWN],
        "more": len(late) > SHOWN,
        "incidents": visible_incidents(actor).filter(programme=subject, settled_at=None).count(),
        "handovers": visible_handovers(actor).filter(roster__programme=subject, acknowledged_at=None).count(),
    }
    return render_to_string("field/panel.html", context, request)
