"""Numbers and addresses that were changed on a telephone."""

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point, change_contact_point
from jembatan.directory.actions.detail_removal import remove_detail
from jembatan.directory.formats.card_changes import CardChanges
from jembatan.directory.formats.contact import Point
from jembatan.directory.formats.contact_values import normalise
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.directory.queries.contact_points import contact_points_of


def keep_points(
    actor: Actor, party: Person | Organisation, changes: CardChanges, *, new: bool = False
) -> None:
    """The card lists them in the order of `contact_points_of`; what is recorded already is not recorded again."""
    served = [] if new else list(contact_points_of(actor, party))
    for place in changes.removed:
        remove_detail(actor, served[place])
    for place, point in changes.changed:
        change_contact_point(
            actor,
            served[place],
            kind=ContactPoint.Kind(point.kind),
            value=_value(served[place], point),
            label=point.label,
            preferred=point.preferred,
            version=served[place].version,
            parts=point.parts,
        )
    for point in changes.added:
        if not _is_recorded(actor, party, point):
            add_contact_point(
                actor,
                party,
                kind=ContactPoint.Kind(point.kind),
                value=point.value,
                label=point.label,
                preferred=point.preferred,
                parts=point.parts,
                quietly=new,
            )


def _value(served: ContactPoint, point: Point) -> str:
    """A postal address in the words that somebody chose, unless its parts changed."""
    same_parts = point.kind == "address" and tuple(served.parts) == point.parts
    return served.value if same_parts else point.value


def _is_recorded(actor: Actor, party: Person | Organisation, point: Point) -> bool:
    normal = normalise(point.kind, point.value, region=party.country or actor.desk.country)
    return party.contact_points.filter(kind=point.kind, normal=normal).exists()
