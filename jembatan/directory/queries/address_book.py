"""Whose e-mail addresses these are: two queries for any number of them."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.db.models import F, OuterRef, Subquery

from jembatan.accounts.models import Desk
from jembatan.directory.models import ContactPoint, Organisation, Person, Position
from jembatan.directory.queries.positions import held_on, today_at

WHATSAPP = "s.whatsapp.net"
REACHED_BY = (ContactPoint.Kind.MESSAGING, ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE)
COMPARED = (ContactPoint.Kind.EMAIL, *REACHED_BY)


class Parties(NamedTuple):
    """Who is behind an address, as far as the directory knows."""

    person_id: int | None = None
    organisation_id: int | None = None


def parties_by_email(desk: Desk, emails: Collection[str]) -> dict[str, Parties]:
    """For every address asked, as it was asked, its person and organisation; an unknown one has neither.

    An address of WhatsApp stands for the number before its sign, wherever a contact point has it. A contact point says who it is; its person's organisation is the one that owns the address's domain (by the longest
    suffix: `kemlu.example` owns `mail.kemlu.example`), else the one where the person holds a post today. An address
    that several people share names none of them.
    """
    normal = {email: _normal(email.strip().lower()) for email in emails}
    by_domain = _organisations_by_domain(desk, normal.values())
    by_contact_point = _by_contact_point(desk, normal.values())
    return {
        email: _merge(by_contact_point.get(address, Parties()), _owner(address, by_domain))
        for email, address in normal.items()
    }


class OnRecord(NamedTuple):
    """How a person is reached: a number that takes messages, and an address; "" where none is known."""

    number: str = ""
    email: str = ""


def numbers_and_emails_by_name(desk: Desk, name_folded: str) -> OnRecord:
    """Of the only person who bears this name in the directory; nothing where there are several, or none."""
    people = list(
        Person.objects.filter(desk=desk, name_folded=name_folded, removed_at__isnull=True).values_list(
            "pk", flat=True
        )[:2]
    )
    if len(people) != 1:
        return OnRecord()
    points = (
        ContactPoint.objects.filter(person=people[0])
        .order_by("-preferred", "id")
        .values_list("kind", "normal")
    )
    numbers = {
        kind: normal for kind, normal in reversed(points) if normal.startswith("+") and normal[1:].isdigit()
    }
    emails = [normal for kind, normal in points if kind == ContactPoint.Kind.EMAIL]
    return OnRecord(
        next((numbers[kind] for kind in REACHED_BY if kind in numbers), ""), next(iter(emails), "")
    )


def _normal(address: str) -> str:
    digits, _at, domain = address.partition("@")
    return f"+{digits}" if domain == WHATSAPP and digits.isdigit() else address


def _merge(known: Parties, domain_owner: int | None) -> Parties:
    if known.person_id is None:
        return Parties(None, known.organisation_id or domain_owner)
    return Parties(known.person_id, domain_owner or known.organisation_id)


def _by_contact_point(desk: Desk, addresses: Iterable[str]) -> dict[str, Parties]:
    employer = (
        Position.objects.filter(held_on(today_at(desk)), person=OuterRef("person"))
        .filter(organisation__removed_at__isnull=True)
        .order_by(F("since").desc(nulls_last=True), "id")
        .values("organisation")[:1]
    )
    rows = (
        ContactPoint.objects.filter(desk=desk, kind__in=COMPARED, normal__among=set(addresses))
        .filter(person__removed_at__isnull=True, organisation__removed_at__isnull=True)
        .annotate(employer=Subquery(employer))
        .values_list("normal", "person_id", "organisation_id", "employer")
    )
    people: dict[str, set[int]] = {}
    organisations: dict[str, int] = {}
    for address, person_id, organisation_id, employer_id in rows.order_by("id"):
        if person_id is not None:
            people.setdefault(address, set()).add(person_id)
        if organisation_id is not None:
            organisations[address] = organisation_id
        elif employer_id is not None:
            organisations.setdefault(address, employer_id)
    return {
        address: Parties(_only(people.get(address, set())), organisations.get(address))
        for address in people.keys() | organisations.keys()
    }


def _only(people: set[int]) -> int | None:
    return next(iter(people)) if len(people) == 1 else None


def _organisations_by_domain(desk: Desk, addresses: Iterable[str]) -> dict[str, int]:
    suffixes = {suffix for address in addresses for suffix in _suffixes(address)}
    rows = (
        Organisation.objects.filter(desk=desk, removed_at__isnull=True, domains__overlap=sorted(suffixes))
        .order_by(F("parent_id").desc(nulls_last=True), "-id")
        .values_list("id", "domains")
    )
    return {domain: organisation_id for organisation_id, domains in rows for domain in domains}


def _owner(address: str, by_domain: dict[str, int]) -> int | None:
    return next((by_domain[suffix] for suffix in _suffixes(address) if suffix in by_domain), None)


def _suffixes(address: str) -> list[str]:
    """The domain and what it is under, the longest first, without the top level alone."""
    labels = address.rpartition("@")[2].split(".")
    return [".".join(labels[start:]) for start in range(len(labels) - 1)]
