"""The address book of a desk's people (CardDAV)."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, Literal

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.directory.actions.cards.keep import add_from_card, change_by_card
from jembatan.directory.actions.edits import Conflict
from jembatan.directory.actions.removal import remove_party
from jembatan.directory.dav.parties import card_in, held
from jembatan.directory.formats.card_changes import SentCard, changes_between
from jembatan.directory.formats.phone_card import phone_card
from jembatan.directory.models import Person, Position
from jembatan.directory.queries.card_uids import uid_of
from jembatan.directory.queries.export import CHUNK, contact_of, contact_rows, content_of
from jembatan.directory.queries.positions import today_at
from jembatan.platform.access import require_officer
from jembatan.platform.dav.books import Card, Changed, Right, Written
from jembatan.platform.dav.keeping import keep
from jembatan.platform.markings import Marking
from jembatan.platform.prepared import Prepared

# A telephone fetches every picture with its first synchronisation; a larger one stays at the desk.
LARGEST_PHOTO = 64 * 1024


class People:
    """Everyone in the directory but those marked TLP:RED, who are for the eyes of those who look them up.

    A telephone carries the whole book away, as a file does: so it is for those who may export it, officers and the head.
    """

    kind = "people"
    tag: Literal["VADDRESSBOOK"] = "VADDRESSBOOK"
    label = gettext_lazy("People of the directory")

    def title(self, actor: Actor) -> str:
        return actor.desk.name

    def right(self, actor: Actor) -> Right:
        return "rw" if actor.may_send else ""

    def hidden(self, actor: Actor) -> frozenset[int]:
        return frozenset()

    def hidden_outside(self, desk: Desk) -> frozenset[int]:
        return frozenset()

    def keys(self, desk: Desk) -> Iterator[str]:
        for pk in _shared(desk.pk).values_list("pk", flat=True).iterator():
            yield str(pk)

    def cards(self, desk: Desk, keys: Collection[str]) -> Iterator[Card]:
        pks, today = [int(key) for key in keys], today_at(desk)
        if len(pks) == 1:  # with every card that a program writes
            yield from (_card(desk, person) for person in _ONE.rows(desk.pk, *pks, today))
            return
        for person in _rows(desk.pk, Q(pk__in=pks), today).iterator(chunk_size=CHUNK):
            yield _card(desk, person)

    def turned(self, desk: Desk, since: date | None) -> tuple[date, Collection[str]]:
        """Whoever began a position since that day, or whose last day in one is over."""
        today = today_at(desk)
        if since is None or since >= today:
            return today, ()
        begun = Q(since__gt=since, since__lte=today)
        over = Q(until__gte=since, until__lt=today)
        people = Position.objects.filter(begun | over, desk=desk).values_list("person_id", flat=True)
        return today, {str(pk) for pk in people}

    def put(self, actor: Actor, written: Written) -> str:
        require_officer(actor)
        return keep(self, actor, written)

    def read(self, content: bytes) -> SentCard:
        return card_in(content)

    def held(self, actor: Actor, written: Written, sent: SentCard) -> Person | None:
        return held(actor, Person, written)

    def add(self, actor: Actor, sent: SentCard) -> str:
        return str(add_from_card(actor, sent).pk)

    def brought_back(self, actor: Actor, record: Person) -> str:
        now = _ONE.first(actor.desk.pk, record.pk, today_at(actor.desk))
        if now is None:
            raise Changed
        return _card(actor.desk, now).text

    def change(self, actor: Actor, record: Person, *, served: SentCard, sent: SentCard) -> str:
        try:
            change_by_card(actor, record, changes_between(served, sent, marking=record.marking))
        except Conflict as conflict:
            raise Changed from conflict
        return str(record.pk)

    def remove(self, actor: Actor, key: str) -> None:
        require_officer(actor)
        remove_party(actor, Person.objects.get(pk=int(key), desk=actor.desk))


def _shared(desk: int) -> QuerySet[Person]:
    return Person.objects.filter(desk_id=desk, removed_at__isnull=True).exclude(marking=Marking.RED)


def _rows(desk: int, which: Q, day: date) -> QuerySet[Person]:
    """A uid stands once in a book: of two people with the same one only the older record bears it."""
    older = Person.objects.filter(
        desk_id=desk, removed_at__isnull=True, external_uid=OuterRef("external_uid"), pk__lt=OuterRef("pk")
    ).exclude(external_uid="")  # said again, for the index is of those that have one
    people = _shared(desk).filter(which).annotate(shares_uid=~Q(external_uid="") & Exists(older))
    return contact_rows(people, day, relations=False)


_ONE = Prepared(lambda desk, pk, day: _rows(desk, Q(pk=pk), day), -1, -2, date.min)


def _card(desk: Desk, person: Any) -> Card:
    """Of one of `_rows`."""
    contact = contact_of(desk, person)
    if person.shares_uid:
        contact.uid = uid_of(person, desk)
    if person.photo is not None and person.photo.size <= LARGEST_PHOTO:
        contact.photo = content_of(person.photo)
    text = phone_card(contact, marking=person.marking)
    return Card(key=str(person.pk), uid=contact.uid, text=text, marking=person.marking)
