"""The address book of a desk's organisations (CardDAV)."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, Literal

from django.core.exceptions import ValidationError
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
from jembatan.directory.actions.fields import locked
from jembatan.directory.actions.removal import remove_party, restore_party
from jembatan.directory.formats.card_changes import read_card
from jembatan.directory.formats.card_uid import record_of
from jembatan.directory.formats.phone_card import phone_card
from jembatan.directory.models import Organisation
from jembatan.directory.queries.card_uids import uid_of
from jembatan.directory.queries.export import CHUNK, organisation_as_contact, organisation_rows
from jembatan.directory.queries.positions import today_at
from jembatan.platform.access import require_officer
from jembatan.platform.dav.books import Card, Changed, Right, Written
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
        sent = read_card(written.content)
        if sent is None:
            raise ValidationError(_("This is not a card that the directory can read."))
        current = _held(actor, written)
        if current is None:
            return str(add_organisation_from_card(actor, sent).pk)
        if not written.is_current():
            raise Changed
        served = read_card((written.before or _text_of(current)).encode())
        assert served is not None, "we wrote it"
        try:
            change_organisation_by_card(actor, current, served=served, sent=sent)
        except Conflict as conflict:
            raise Changed from conflict
        return str(current.pk)

    def remove(self, actor: Actor, key: str) -> None:
        require_officer(actor)
        remove_party(actor, Organisation.objects.get(pk=int(key), desk=actor.desk))


def _held(actor: Actor, written: Written) -> Organisation | None:
    """The one whose card it is, locked; one that was removed comes back under the old uid."""
    if written.key is not None:
        return _locked(actor, Organisation(pk=int(written.key)))
    removed = Organisation.objects.filter(desk=actor.desk, removed_at__isnull=False, merged_into=None)
    own = record_of(written.uid, "organisation", desk=actor.desk.slug)
    found = removed.filter(Q(external_uid=written.uid) | Q(external_uid="", pk=own)).order_by("-pk").first()
    if found is None:
        return None
    restore_party(actor, found)
    return _locked(actor, found)


def _locked(actor: Actor, organisation: Organisation) -> Organisation:
    try:
        return locked(actor, organisation)
    except Organisation.DoesNotExist as gone:
        raise Changed from gone


def _text_of(organisation: Organisation) -> str:
    """Of one that comes back."""
    now = _rows(organisation.desk).filter(pk=organisation.pk).first()
    if now is None:
        raise Changed
    return _card(organisation.desk, now).text


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
