"""Somebody who is asked, and the link that they are sent."""

from datetime import date, timedelta
from typing import Any

import pghistory.core
import pgtrigger
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Confirmation
from jembatan.correspondence.queries.confirmation.link import PURPOSE, to
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.models import ContactPoint, Organisation, Person, Position
from jembatan.platform.links import signed


def retno(actor: Actor, ministry: Organisation, name: str = "Retno Kusumawati") -> Person:
    """A director with an address and a mobile number."""
    fields = {"form_of_address": "Ibu", "call_name": name.split()[0]}
    email = f"{name.split()[0].lower()}@laut.example"
    person = add_person(actor, name, email=email, fields=fields)
    add_contact_point(actor, person, kind=ContactPoint.Kind.MOBILE, value="+62 812 3456 7890")
    add_position(actor, person, ministry, PositionFacts(title="Direktur", since=date(2024, 1, 1)))
    return person


def page_of(confirmation: Confirmation, *, purpose: str = PURPOSE) -> str:
    """Its path."""
    return f"/confirmation/{signed(purpose, to(confirmation))}/"


def forgotten() -> None:
    """Whatever happened in the directory was two years ago."""
    for model in (Person, ContactPoint, Position):
        events: Any = pghistory.core.event_models(tracks_model=model)[0]
        with pgtrigger.ignore(f"{events._meta.label}:append_only"):
            events.objects.update(pgh_created_at=timezone.now() - timedelta(days=730))


def over(confirmation: Confirmation) -> None:
    """The time to answer was up yesterday."""
    Confirmation.objects.filter(pk=confirmation.pk).update(open_until=timezone.now() - timedelta(days=1))
    confirmation.refresh_from_db()


def keys(person: Person) -> tuple[str, str, str]:
    """Of the post, the e-mail address and the mobile number."""
    post, points = person.positions.get(), person.contact_points
    email, mobile = points.get(kind=ContactPoint.Kind.EMAIL), points.get(kind=ContactPoint.Kind.MOBILE)
    return f"position-{post.pk}", f"contact-{email.pk}", f"contact-{mobile.pk}"


def typed(person: Person, **changed: str) -> dict[str, str]:
    """The form as the page gave it, with changes."""
    post, email, mobile = keys(person)
    shown = {"full_name": "Retno Kusumawati", "titles_before": "", "degrees_after": ""}
    return shown | {post: "Direktur", email: "retno@laut.example", mobile: "+62 812 3456 7890"} | changed
