"""The brief's buttons on the pages of organisations and meetings."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.meetings.models import Meeting


def organisation_button(request: HttpRequest, actor: Actor, subject: Organisation) -> str:
    """One click to the PDF, one to read it first."""
    address = reverse("briefings:organisation", args=[subject.pk])
    return render_to_string("briefings/button.html", {"address": address}, request)


def meeting_button(request: HttpRequest, actor: Actor, subject: Meeting) -> str:
    """The same for a meeting."""
    address = reverse("briefings:meeting", args=[subject.pk])
    return render_to_string("briefings/button.html", {"address": address}, request)
