"""Addresses of a subject's timeline."""

from django.urls import reverse

from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier

SUBJECTS: dict[type, str] = {Organisation: "organisation", Person: "person", Dossier: "dossier"}


def timeline_url(subject: Organisation | Person | Dossier) -> str:
    """The fragment that holds the subject's timeline."""
    return reverse("journal:timeline", args=[SUBJECTS[type(subject)], subject.pk])
