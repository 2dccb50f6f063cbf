"""Briefs on the pages of organisations, meetings and dossiers, and on Today."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.briefings.queries.writing.listing import came_back, to_clear, to_read
from jembatan.briefings.queries.writing.standing import standings
from jembatan.briefings.queries.writing.visible import briefs_on
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.meetings.models import Meeting
from jembatan.platform.seldom import seldom

SHOWN = 5


def organisation_button(request: HttpRequest, actor: Actor, subject: Organisation) -> str:
    """One click to the PDF, one to read it first."""
    return _button(request, "organisation", subject.pk)


def meeting_button(request: HttpRequest, actor: Actor, subject: Meeting) -> str:
    """The same for a meeting."""
    return _button(request, "meeting", subject.pk)


def _button(request: HttpRequest, kind: str, pk: int) -> str:
    addresses = {
        "address": reverse(f"briefings:{kind}", args=[pk]),
        "begin": reverse(f"briefings:begin_{kind}", args=[pk]),
    }
    return render_to_string("briefings/button.html", addresses, request)


def written_briefs(request: HttpRequest, actor: Actor, subject: Organisation | Meeting) -> str:
    """Those that somebody writes or has written; nothing where there are none."""
    rows = standings(seldom(briefs_on(actor, subject), SHOWN))
    return render_to_string("briefings/panel.html", {"rows": rows}, request) if rows else ""


def briefs_that_ask(request: HttpRequest, actor: Actor, subject: object) -> str:
    """What the actor is asked to clear or to read, and what came back."""
    context = {"to_clear": to_clear(actor), "to_read": to_read(actor), "came_back": came_back(actor)}
    return render_to_string("briefings/today.html", context, request) if any(context.values()) else ""


def handover_button(request: HttpRequest, actor: Actor, subject: Organisation) -> str:
    """The way to the pack of a partner."""
    address = reverse("briefings:handover_of_organisation", args=[subject.pk])
    return render_to_string("briefings/handover_button.html", {"address": address}, request)


def handover_of_dossier(request: HttpRequest, actor: Actor, subject: Dossier) -> str:
    """The same for a dossier."""
    address = reverse("briefings:handover_of_dossier", args=[subject.pk])
    return render_to_string("briefings/handover_button.html", {"address": address}, request)
