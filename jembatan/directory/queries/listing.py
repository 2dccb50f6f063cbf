"""`jembatan list people` and `… organisations`: plain rows, the most recently active first."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef

from jembatan.accounts.actor import Actor
from jembatan.directory.models import ContactPoint, Position
from jembatan.directory.queries.positions import held_on, today_at
from jembatan.directory.queries.visible import visible_organisations, visible_people

RECENT = F("last_active_at").desc(nulls_last=True)


def list_people(actor: Actor, limit: int) -> list[dict[str, Any]]:
    """id, name, organisation (where a post is held today), email (the preferred one), last_active."""
    positions = (
        Position.objects.filter(held_on(today_at(actor.desk)), person=OuterRef("pk"))
        .filter(organisation__removed_at__isnull=True)
        .order_by(F("since").desc(nulls_last=True), "id")
        .values("organisation__name")[:1]
    )
    emails = (
        ContactPoint.objects.filter(person=OuterRef("pk"), kind=ContactPoint.Kind.EMAIL)
        .order_by("-preferred", "id")
        .values("value")[:1]
    )
    people = visible_people(actor).annotate(at=ArraySubquery(positions), mail=ArraySubquery(emails))
    return [
        {
            "id": person.pk,
            "name": person.full_name,
            "organisation": "".join(person.at),
            "email": "".join(person.mail),
            "last_active": person.last_active_at,
        }
        for person in people.order_by(RECENT, "id")[:limit]
    ]


def list_organisations(actor: Actor, limit: int) -> list[dict[str, Any]]:
    """id, name, short_name, kind, country, lead (our officer who answers for it), last_active."""
    organisations = visible_organisations(actor).select_related("counterpart__lead")
    return [
        {
            "id": organisation.pk,
            "name": organisation.name,
            "short_name": organisation.short_name,
            "kind": organisation.kind,
            "country": organisation.country,
            "lead": organisation.counterpart.lead.full_name if hasattr(organisation, "counterpart") else "",
            "last_active": organisation.last_active_at,
        }
        for organisation in organisations.order_by(RECENT, "id")[:limit]
    ]
