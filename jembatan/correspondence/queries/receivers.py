"""Whom a mail is about to go to: who each of them is today, and who was not part of the conversation until now."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from jembatan.accounts.actor import Actor
from jembatan.correspondence.formats.answering import reads_nothing
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.receivers import readable_receivers
from jembatan.correspondence.models import Draft, Message, Recipient, Sender
from jembatan.correspondence.queries.bounces import bounced_among
from jembatan.directory.models import Organisation, Person, Position
from jembatan.directory.queries.address_book import Parties, parties_by_email
from jembatan.directory.queries.positions import held_on, today_at, visible_positions
from jembatan.directory.queries.visible import visible_organisations, visible_people


@dataclass(frozen=True, slots=True)
class Receiver:
    """`field` is "to", "cc" or "bcc". `added`: nobody of the conversation that is answered; `unread`: no person reads there.

    `bounced`: mail to this address has come back.
    """

    field: str
    address: Address
    person: Person | None
    positions: list[Position]
    organisation: Organisation | None
    ours: bool
    added: bool
    unread: bool
    bounced: bool

    @property
    def name(self) -> str:
        """As the directory knows it, else as it was typed."""
        return self.person.full_name if self.person else self.address.name or self.address.email

    @property
    def unknown(self) -> bool:
        """Neither ours nor anybody in the directory."""
        return not self.ours and self.person is None and self.organisation is None


def receivers_of(actor: Actor, draft: Draft) -> list[Receiver]:
    """In the order of the fields, each address once, in a constant number of queries; what cannot be read yet is left out."""
    named: dict[str, tuple[str, Address]] = {}
    for field in ("to", "cc", "bcc"):
        for address in readable_receivers(getattr(draft, field)):
            named.setdefault(address.email, (field, address))
    if not named:
        return []
    parties = parties_by_email(actor.desk, list(named))
    people = visible_people(actor).in_bulk({each.person_id for each in parties.values() if each.person_id})
    organisations = visible_organisations(actor).in_bulk(
        {each.organisation_id for each in parties.values() if each.organisation_id}
    )
    positions = _positions(actor, list(people))
    ours = set(
        Sender.objects.filter(desk=actor.desk, email__in=list(named), state=Sender.State.OURS).values_list(
            "email", flat=True
        )
    )
    part = _taking_part(draft)
    bounced = bounced_among(actor, list(named))

    def receiver(field: str, address: Address, behind: Parties) -> Receiver:
        return Receiver(
            field=field,
            address=address,
            person=people.get(behind.person_id or 0),
            positions=positions[behind.person_id or 0],
            organisation=organisations.get(behind.organisation_id or 0),
            ours=address.email in ours,
            added=part is not None and address.email not in part,
            unread=reads_nothing(address.email),
            bounced=address.email in bounced,
        )

    return [receiver(field, address, parties[email]) for email, (field, address) in named.items()]


def organisations_of(receivers: Sequence[Receiver]) -> list[str]:
    """Names of the bodies outside that get the mail, each once."""
    names = [
        each.organisation.short_name or each.organisation.name
        for each in receivers
        if each.organisation and not each.ours
    ]
    return list(dict.fromkeys(names))


def _positions(actor: Actor, people: list[int]) -> dict[int, list[Position]]:
    held = visible_positions(actor).filter(held_on(today_at(actor.desk)), person__in=people)
    found: dict[int, list[Position]] = defaultdict(list)
    for position in held:
        found[position.person_id].append(position)
    return found


def _taking_part(draft: Draft) -> set[str] | None:
    """Addresses of everyone who wrote or received something in the conversation; None for mail that answers nothing."""
    if draft.answers is None:
        return None
    inside = Message.objects.filter(thread=draft.answers.thread_id)
    wrote = inside.order_by().values_list("from_email", flat=True)
    received = Recipient.objects.filter(message__in=inside.order_by().values("pk")).values_list(
        "email", flat=True
    )
    return {*wrote, *received}
