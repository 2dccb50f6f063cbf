"""What a report is about: the whole desk, or one partner, dossier, officer or portfolio of it."""

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.record_numbers import record_number
from jembatan.reports.models import Portfolio

type Subject = Organisation | Dossier | User | Portfolio | None

NAMES: dict[type, str] = {
    Organisation: "organisation",
    Dossier: "dossier",
    User: "officer",
    Portfolio: "portfolio",
}


class NoSuchSubject(LookupError):
    """Nothing that the actor sees is named so."""


def name_of(subject: Subject) -> str:
    """As an address carries it: "dossier-7", "" for the desk."""
    return f"{NAMES[type(subject)]}-{subject.pk}" if subject is not None else ""


def subject_named(actor: Actor, name: str) -> Subject:
    """The inverse. Raises `NoSuchSubject`."""
    if not name:
        return None
    kind, _dash, digits = name.partition("-")
    number = record_number(digits)
    if number is None or kind not in NAMES.values():
        raise NoSuchSubject(name)
    found: Subject
    match kind:
        case "organisation":
            found = visible_organisations(actor).filter(pk=number).first()
        case "dossier":
            found = visible_dossiers(actor).filter(pk=number).first()
        case "officer":
            found = officers_of(actor).filter(pk=number).first()
        case _:
            found = Portfolio.objects.filter(desk=actor.desk, pk=number).first()
    if found is None:
        raise NoSuchSubject(name)
    return found


def officers_of(actor: Actor) -> QuerySet[User]:
    """Members of the desk, by name."""
    return get_user_model().objects.filter(memberships__desk=actor.desk).order_by("full_name", "pk")
