"""Whose entry nobody has looked at for a year: neither the person nor we."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Confirmation
from jembatan.correspondence.queries.confirmation.link import mails_of
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.directory.queries.changed import changed_since
from jembatan.directory.queries.marks import Page, page_by_name
from jembatan.directory.queries.positions import held_on, today_at, visible_positions
from jembatan.directory.queries.visible import visible_people

FRESH_FOR = timedelta(days=365)
PAGE = 50


def stale_people(actor: Actor, *, at: Organisation | None = None) -> QuerySet[Person]:
    """With an e-mail address, neither confirmed nor changed for a year, and not asked now; `at`: who hold a post there today."""
    since = timezone.now() - FRESH_FOR
    answered = Confirmation.objects.filter(person=OuterRef("pk"), answered_at__gte=since)
    unanswered = Confirmation.objects.filter(person=OuterRef("pk"), answered_at__isnull=True)
    asked = unanswered.filter(Exists(mails_of(OuterRef("letter"))), open_until__gte=timezone.now())
    email = ContactPoint.objects.filter(person=OuterRef("pk"), kind=ContactPoint.Kind.EMAIL)
    found = visible_people(actor).filter(
        Exists(email), ~Exists(answered), ~Exists(asked), ~changed_since(since)
    )
    if at is not None:
        held = visible_positions(actor).filter(held_on(today_at(actor.desk)), organisation=at)
        found = found.filter(Exists(held.order_by().filter(person=OuterRef("pk"))))
    return found


def page_of_stale(actor: Actor, *, at: Organisation | None, after: str = "") -> Page[Person]:
    """Fifty, by name, with the posts they hold (`held`) and their addresses (`emails`)."""
    held = visible_positions(actor).filter(held_on(today_at(actor.desk)))
    emails = ContactPoint.objects.filter(kind=ContactPoint.Kind.EMAIL).order_by("-preferred", "id")
    people = stale_people(actor, at=at).prefetch_related(
        Prefetch("positions", held.order_by(F("since").desc(nulls_last=True), "id"), to_attr="held"),
        Prefetch("contact_points", emails, to_attr="emails"),
    )
    return page_by_name(people, column="sort_key", after=after, size=PAGE)
