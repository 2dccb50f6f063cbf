"""Addresses of a subject's timeline."""

from urllib.parse import urlencode

from django.urls import reverse

from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier

SUBJECTS: dict[type, str] = {Organisation: "organisation", Person: "person", Dossier: "dossier"}


def timeline_url(subject: Organisation | Person | Dossier) -> str:
    """The fragment that holds the subject's timeline."""
    return reverse("journal:timeline", args=[SUBJECTS[type(subject)], subject.pk])


def more_url(address: str, after: str, **query: object) -> str:
    """The address of the rows behind a mark, narrowed as these are; "" when there are none."""
    filled = {name: value for name, value in query.items() if value not in {None, ""}}
    return f"{address}?{urlencode(filled | {'after': after})}" if after else ""
