"""The address book of a desk's organisations (CardDAV)."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, Literal

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.directory.actions.cards.organisations import (
    add_organisation_from_card,
    change_organisation_by_card,
)
from jembatan.directory.actions.edits import Conflict
from jembatan.directory.actions.removal import remove_party
from jembatan.directory.dav.parties import card_in, held
from jembatan.directory.formats.card_changes import SentCard
from jembatan.directory.formats.phone_card import phone_card
from jembatan.directory.models import Organisation
from jembatan.directory.queries.card_uids import uid_of
from jembatan.directory.queries.export import CHUNK, organisation_as_contact, organisation_rows
from jembatan.directory.queries.positions import today_at
from jembatan.platform.access import require_officer
from jembatan.platform.dav.books import Card, Changed, Right, Written
from jembatan.platform.dav.keeping import keep
from jembatan.platform.markings import Marking


class Organisations:
    """Every organisation of the directory but those marked TLP:RED, for those who may export it, beside the book of its people."""

    kind = "organisations"
    tag: Literal["VADDRESSBOOK"] = "VADDRESSBOOK"
    label = gettext_lazy("Organisations of the directory")

    def title(self, actor: Actor) -> str:
        return _("%(desk)s: organisations") % {"desk": actor.desk.name}

    def right(self, actor: Actor) -> Right:
        return "rw" if actor.may_send else ""

    def hidden(self, actor: Actor) -> frozenset[int]:
        return frozenset()

    def hidden_outside(self, desk: Desk) -> frozenset[int]:
        return frozenset()

    def keys(self, desk: Desk) -> Iterator[str]:
        for pk in _shared(desk).values_list("pk", flat=True).iterator():
            yield str(pk)

    def cards(self, desk: Desk, keys: Collection[str]) -> Iterator[Card]:
        rows = _rows(desk).filter(pk__in=[int(key) for key in keys])
        for organisation in rows.iterator(chunk_size=CHUNK):
            yield _card(desk, organisation)

    def turned(self, desk: Desk, since: date | None) -> tuple[date, Collection[str]]:
        """Nothing changes with the days alone."""
        return today_at(desk), ()

    def put(self, actor: Actor, written: Written) -> str:
        require_officer(actor)
        return keep(self, actor, written)

    def read(self, content: bytes) -> SentCard:
        return card_in(content)

    def held(self, actor: Actor, written: Written, sent: SentCard) -> Organisation | None:
        return held(actor, Organisation, written)

    def add(self, actor: Actor, sent: SentCard) -> str:
        return str(add_organisation_from_card(actor, sent).pk)

    def brought_back(self, actor: Actor, record: Organisation) -> str:
        now = _rows(actor.desk).filter(pk=record.pk).first()
        if now is None:
            raise Changed
        return _card(actor.desk, now).text

    def change(self, actor: Actor, record: Organisation, *, served: SentCard, sent: SentCard) -> str:
        try:
            change_organisation_by_card(actor, record, served=served, sent=sent)
        except Conflict as conflict:
            raise Changed from conflict
        return str(record.pk)

    def remove(self, actor: Actor, key: str) -> None:
        require_officer(actor)
        remove_party(actor, Organisation.objects.get(pk=int(key), desk=actor.desk))


def _shared(desk: Desk) -> QuerySet[Organisation]:
    return Organisation.objects.filter(desk=desk, removed_at__isnull=True).exclude(marking=Marking.RED)


def _rows(desk: Desk) -> QuerySet[Organisation]:
    """A uid stands once in a book: of two organisations with the same one only the older record bears it."""
    older = Organisation.objects.filter(
        desk=desk, removed_at__isnull=True, external_uid=OuterRef("external_uid"), pk__lt=OuterRef("pk")
    ).exclude(external_uid="")
    rows = _shared(desk).annotate(shares_uid=~Q(external_uid="") & Exists(older))
    return organisation_rows(rows)


def _card(desk: Desk, organisation: Any) -> Card:
    """Of one of `_rows`."""
    contact = organisation_as_contact(desk, organisation)
    if organisation.shares_uid:
        contact.uid = uid_of(organisation, desk)
    text = phone_card(contact, marking=organisation.marking)
    return Card(key=str(organisation.pk), uid=contact.uid, text=text, marking=organisation.marking)
