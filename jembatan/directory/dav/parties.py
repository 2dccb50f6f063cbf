"""What the books of people and of organisations share: how a card is read, and whose it is."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.fields import locked
from jembatan.directory.actions.removal import restore_party
from jembatan.directory.formats.card_changes import SentCard, read_card
from jembatan.directory.formats.card_uid import record_of
from jembatan.directory.models import Organisation, Person
from jembatan.platform.dav.books import Changed, Written


def card_in(content: bytes) -> SentCard:
    """Raises `ValidationError` with a sentence."""
    sent = read_card(content)
    if sent is None:
        raise ValidationError(_("This is not a card that the directory can read."))
    return sent


def held[P: (Person, Organisation)](actor: Actor, kind: type[P], written: Written) -> P | None:
    """The one whose card it is, locked; one that was removed comes back under the old uid."""
    if written.key is not None:
        return _locked(actor, kind(pk=int(written.key)))
    removed = kind._default_manager.filter(desk=actor.desk, removed_at__isnull=False, merged_into=None)
    own = record_of(written.uid, str(kind._meta.model_name), desk=actor.desk.slug)
    found = removed.filter(Q(external_uid=written.uid) | Q(external_uid="", pk=own)).order_by("-pk").first()
    if found is None:
        return None
    restore_party(actor, found)
    return _locked(actor, found)


def _locked[P: (Person, Organisation)](actor: Actor, party: P) -> P:
    try:
        return locked(actor, party)
    except type(party).DoesNotExist as gone:
        raise Changed from gone
