"""What a report is about: the whole desk, or one partner, dossier, officer, portfolio or programme of it."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.markings import Marking, highest
from jembatan.platform.record_numbers import record_number
from jembatan.programmes.models import Programme
from jembatan.programmes.queries.visible import visible_programmes
from jembatan.reports.models import Portfolio

type Ground = Organisation | Dossier | User | Portfolio | None
"""What entries, turns and promises hang on."""
type Subject = Ground | Programme

NAMES: dict[type, str] = {
    Organisation: "organisation",
    Dossier: "dossier",
    User: "officer",
    Portfolio: "portfolio",
    Programme: "programme",
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
        case "programme":
            found = visible_programmes(actor).filter(pk=number).first()
        case _:
            found = Portfolio.objects.filter(desk=actor.desk, pk=number).first()
    if found is None:
        raise NoSuchSubject(name)
    return found


def ground_of(subject: Subject) -> Ground:
    """Of a programme its dossier; of others they themselves."""
    return subject.dossier if isinstance(subject, Programme) else subject


def marking_of(subject: Subject) -> Marking:
    """The least that is said of it at: its name is on the paper."""
    match subject:
        case Dossier():
            return Marking(subject.marking)
        case Programme():
            return highest([subject.marking, subject.dossier.marking])
    return Marking.GREEN


def kept_as(subject: Subject) -> dict[str, Any]:
    """The fields of a kept report, or of a schedule, that is about it (`AboutSubject`)."""
    if subject is None:
        return {"subject_kind": ""}
    kind = NAMES[type(subject)]
    beside = {"dossier": subject.dossier} if isinstance(subject, Programme) else {}
    return {"subject_kind": kind, kind: subject, **beside}


def officers_of(actor: Actor) -> QuerySet[User]:
    """Members of the desk, by name."""
    return get_user_model().objects.filter(memberships__desk=actor.desk).order_by("full_name", "pk")
