"""How parties are reached."""

from django.db.models import Case, IntegerField, QuerySet, Value, When

from jembatan.accounts.actor import Actor
from jembatan.directory.models import ContactPoint, Organisation, Person

IN_ORDER_OF_KINDS = Case(
    *(When(kind=kind, then=Value(rank)) for rank, kind in enumerate(ContactPoint.Kind.values)),
    output_field=IntegerField(),
)


def visible_contact_points(actor: Actor) -> QuerySet[ContactPoint]:
    """Contact points of parties that are in the directory, with their owner."""
    return ContactPoint.objects.filter(
        desk=actor.desk, person__removed_at__isnull=True, organisation__removed_at__isnull=True
    ).select_related("person", "organisation", "desk")


def contact_points_of(actor: Actor, party: Person | Organisation) -> QuerySet[ContactPoint]:
    """By kind, the preferred one of each first; none of a party that was removed. Each knows its owner."""
    if party.removed_at is not None:
        return ContactPoint.objects.none()
    owned: QuerySet[ContactPoint] = party.contact_points.filter(desk=actor.desk)
    return owned.order_by(IN_ORDER_OF_KINDS, "-preferred", "id")
