"""Who the receivers are in the directory: names, forms, languages, posts, and the marking that may go to their house."""

from dataclasses import dataclass
from datetime import date

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import MarkingLimit
from jembatan.correspondence.preflight.knowledge import NameOrder, Receiver
from jembatan.directory.models import Organisation, Person, Position
from jembatan.directory.queries.address_book import Parties, parties_by_email
from jembatan.directory.queries.positions import is_held_on, today_at, visible_positions
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.platform.markings import Marking


@dataclass(frozen=True, slots=True)
class Partners:
    """The receivers that the directory knows, by address, and the ids of the organisations behind all of them."""

    receivers: dict[str, Receiver]
    organisations: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the directory holds for all receivers together."""

    people: dict[int, Person]
    organisations: dict[int, Organisation]
    positions: dict[int, list[Position]]
    limits: dict[int, Marking]


def partners_of(actor: Actor, emails: frozenset[str]) -> Partners:
    """Six queries for any number of addresses."""
    parties = parties_by_email(actor.desk, emails)
    people = {each.person_id for each in parties.values() if each.person_id}
    organisations = frozenset(each.organisation_id for each in parties.values() if each.organisation_id)
    known = _Known(
        people=visible_people(actor).in_bulk(people),
        organisations=visible_organisations(actor).in_bulk(organisations),
        positions=_positions(actor, people),
        limits={
            limit.organisation_id: Marking(limit.highest)
            for limit in MarkingLimit.objects.filter(desk=actor.desk, organisation__in=organisations)
        },
    )
    today = today_at(actor.desk)
    return Partners(
        {email: _receiver(email, each, known, today) for email, each in parties.items() if any(each)},
        organisations,
    )


def _positions(actor: Actor, people: set[int]) -> dict[int, list[Position]]:
    held: dict[int, list[Position]] = {}
    for position in visible_positions(actor).filter(person__in=people):
        held.setdefault(position.person_id, []).append(position)
    return held


def _receiver(email: str, parties: Parties, known: _Known, today: date) -> Receiver:
    """Languages and zone are the person's, else those of the organisation."""
    person = known.people.get(parties.person_id or 0)
    organisation = known.organisations.get(parties.organisation_id or 0)
    languages = (person.languages if person else []) or (organisation.languages if organisation else [])
    zone = (person.time_zone if person else "") or (organisation.time_zone if organisation else "")
    post = _last_post(known.positions.get(person.pk, []) if person else [], today)
    return Receiver(
        email=email,
        name=person.full_name if person else "",
        titles=person.titles_before if person else "",
        form_of_address=person.form_of_address if person else "",
        call_name=person.call_name if person else "",
        name_order=NameOrder(person.name_order) if person else NameOrder.AS_WRITTEN,
        languages=frozenset(languages),
        time_zone=zone,
        position=post.title if post else "",
        organisation=post.organisation.name if post else (organisation.name if organisation else ""),
        left_on=post.until if post and not is_held_on(post, today) else None,
        highest=known.limits.get(parties.organisation_id or 0),
    )


def _last_post(positions: list[Position], today: date) -> Position | None:
    """One held today; else the one that ended last, unless another is about to begin."""
    held = [position for position in positions if is_held_on(position, today)]
    to_come = [position for position in positions if position.since and position.since > today]
    over = [position for position in positions if position.until and position.until < today]
    return next(iter(held), None) or (None if to_come else next(iter(over), None))
