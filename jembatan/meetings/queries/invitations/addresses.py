"""Where guests can be invited."""

from collections.abc import Collection

from jembatan.directory.models import ContactPoint
from jembatan.meetings.models import Attendance


def addresses_of(guests: Collection[Attendance]) -> dict[int, str]:
    """By guest (its id): the address that it is named with, else the preferred one of its person or organisation; two queries."""
    people = {each.person_id for each in guests if not each.email and each.person_id}
    bodies = {each.organisation_id for each in guests if not each.email and not each.person_id}
    points = ContactPoint.objects.filter(kind=ContactPoint.Kind.EMAIL).order_by("preferred", "-pk")
    by_person: dict[int | None, str] = dict(points.filter(person__in=people).values_list("person", "normal"))
    by_body: dict[int | None, str] = dict(
        points.filter(organisation__in=bodies - {None}).values_list("organisation", "normal")
    )
    found = {
        each.pk: each.email or by_person.get(each.person_id) or by_body.get(each.organisation_id) or ""
        for each in guests
    }
    return {pk: email for pk, email in found.items() if email}
