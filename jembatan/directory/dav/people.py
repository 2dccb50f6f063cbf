"""The address book of a desk's people (CardDAV)."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.directory.actions.cards.keep import add_from_card, change_by_card
from jembatan.directory.actions.edits import Conflict
from jembatan.directory.actions.fields import locked
from jembatan.directory.actions.removal import remove_party, restore_party
from jembatan.directory.formats.card_changes import changes_between, read_card
from jembatan.directory.formats.card_uid import record_of
from jembatan.directory.formats.phone_card import phone_card
from jembatan.directory.models import Person, Position
from jembatan.directory.queries.card_uids import uid_of
from jembatan.directory.queries.export import CHUNK, contact_of, contact_rows, content_of
from jembatan.directory.queries.positions import today_at
from jembatan.platform.access import require_officer
from jembatan.platform.dav.books import Card, Changed, Right, Written
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
        sent = read_card(written.content)
        if sent is None:
            raise ValidationError(_("This is not a card that the directory can read."))
        current = _held(actor, written)
        if current is None:
            return str(add_from_card(actor, sent).pk)
        if not written.is_current():
            raise Changed
        served = read_card((written.before or _card_of(current)).encode())
        assert served is not None, "we wrote it"
        try:
            change_by_card(actor, current, changes_between(served, sent, marking=current.marking))
        except Conflict as conflict:
            raise Changed from conflict
        return str(current.pk)

    def remove(self, actor: Actor, key: str) -> None:
        require_officer(actor)
        remove_party(actor, Person.objects.get(pk=int(key), desk=actor.desk))


def _held(actor: Actor, written: Written) -> Person | None:
    """The one whose card it is, locked; one who was removed comes back under the old uid."""
    people = Person.objects.filter(desk=actor.desk)
    if written.key is not None:
        return _locked(actor, Person(pk=int(written.key)))
    removed = people.filter(removed_at__isnull=False, merged_into=None)
    own = record_of(written.uid, "person", desk=actor.desk.slug)
    found = removed.filter(Q(external_uid=written.uid) | Q(external_uid="", pk=own)).order_by("-pk").first()
    if found is None:
        return None
    restore_party(actor, found)
    return _locked(actor, found)


def _locked(actor: Actor, person: Person) -> Person:
    try:
        return locked(actor, person)
    except Person.DoesNotExist as gone:
        raise Changed from gone


def _card_of(person: Person) -> str:
    """Of one who comes back."""
    person_now = _ONE.first(person.desk_id, person.pk, today_at(person.desk))
    if person_now is None:
        raise Changed
    return _card(person.desk, person_now).text


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
