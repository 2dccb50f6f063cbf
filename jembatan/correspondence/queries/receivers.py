"""Whom a mail is about to go to: who each of them is today, and who was not part of the conversation until now."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

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
    behind = _Directory.of(actor, list(named))
    ours, bounced, part = _ours(actor, list(named)), bounced_among(actor, list(named)), _taking_part(draft)
    return [
        Receiver(
            field=field,
            address=address,
            person=behind.person(email),
            positions=behind.positions[behind.parties[email].person_id or 0],
            organisation=behind.organisation(email),
            ours=email in ours,
            added=part is not None and email not in part,
            unread=reads_nothing(email),
            bounced=email in bounced,
        )
        for email, (field, address) in named.items()
    ]


def organisations_of(receivers: Sequence[Receiver]) -> list[str]:
    """Names of the bodies outside that get the mail, each once."""
    names = [
        each.organisation.short_name or each.organisation.name
        for each in receivers
        if each.organisation and not each.ours
    ]
    return list(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class _Directory:
    """Who is behind some addresses today."""

    parties: dict[str, Parties]
    people: dict[int, Person]
    organisations: dict[int, Organisation]
    positions: dict[int, list[Position]]

    @classmethod
    def of(cls, actor: Actor, emails: list[str]) -> Self:
        parties = parties_by_email(actor.desk, emails)
        people = visible_people(actor).in_bulk(
            {each.person_id for each in parties.values() if each.person_id}
        )
        organisations = visible_organisations(actor).in_bulk(
            {each.organisation_id for each in parties.values() if each.organisation_id}
        )
        positions: dict[int, list[Position]] = defaultdict(list)
        for position in visible_positions(actor).filter(
            held_on(today_at(actor.desk)), person__in=list(people)
        ):
            positions[position.person_id].append(position)
        return cls(parties, people, organisations, positions)

    def person(self, email: str) -> Person | None:
        return self.people.get(self.parties[email].person_id or 0)

    def organisation(self, email: str) -> Organisation | None:
        return self.organisations.get(self.parties[email].organisation_id or 0)


def _ours(actor: Actor, emails: list[str]) -> set[str]:
    us = Sender.objects.filter(desk=actor.desk, email__in=emails, state=Sender.State.OURS)
    return set(us.values_list("email", flat=True))


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
