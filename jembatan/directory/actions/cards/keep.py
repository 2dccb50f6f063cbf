"""A card that a telephone brought, new or changed."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.cards.photo import keep_photo
from jembatan.directory.actions.cards.points import keep_points
from jembatan.directory.actions.cards.posts import keep_post
from jembatan.directory.actions.fields import change_locked
from jembatan.directory.actions.people import add_person
from jembatan.directory.formats.card_changes import CardChanges, SentCard
from jembatan.directory.formats.contact import Post
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.field_text import as_typed
from jembatan.platform.access import require_officer

TEXTS = ("call_name", "form_of_address", "native_name", "romanised_name", "sort_as", "birthday", "note")


@transaction.atomic
def add_from_card(actor: Actor, card: SentCard) -> Person:
    """Somebody new, known by the card's uid from now on. Raises `ValidationError` with a sentence."""
    require_officer(actor)
    contact = card.contact
    if contact.is_group:
        raise ValidationError(_("Groups are tags here: put a tag on the people instead."))
    if contact.is_organisation:
        raise ValidationError(
            _("This address book holds people. Save organisations in the address book of organisations.")
        )
    texts = {name: getattr(contact, name) for name in TEXTS} | {
        "titles_before": card.titles_before,
        "degrees_after": card.degrees_after,
        "tags": ", ".join(contact.tags),
    }
    if contact.marking:
        texts["marking"] = contact.marking
    person = add_person(actor, card.full_name, fields={name: text for name, text in texts.items() if text})
    person.external_uid = contact.uid
    person.save(update_fields=["external_uid"])
    first = Post(contact.organisation, contact.unit, contact.title)
    keep_points(actor, person, CardChanges(added=contact.points), new=True)
    keep_post(actor, person, first if any((first.organisation, first.title)) else None)
    keep_extra(person, contact.extra)
    keep_photo(actor, person, contact.photo, new=True)
    return person


def change_by_card(actor: Actor, current: Person, changes: CardChanges) -> None:
    """Only what was changed on the telephone, of somebody whom this transaction has locked. Raises `ValidationError` with a sentence."""
    require_officer(actor)
    for field, text in changes.fields.items():
        seen, version = as_typed(current, field), current.version
        change_locked(actor, current, field=field, value=text, version=version, seen=seen)
    if changes.removed or changes.changed or changes.added:
        keep_points(actor, current, changes)
    keep_post(actor, current, changes.post)
    keep_extra(current, changes.extra)
    keep_photo(actor, current, changes.photo)


def keep_extra(party: Person | Organisation, extra: list[list[str]]) -> None:
    """What the directory has no place for is kept as it came."""
    new = [pair for pair in extra if pair not in party.extra]
    if new:
        party.extra = [*party.extra, *new]
        party.version += 1
        party.save(update_fields=["extra", "version"])
