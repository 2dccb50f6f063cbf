"""An organisation's card that a telephone brought, new or changed."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.cards.keep import keep_extra
from jembatan.directory.actions.cards.points import keep_points
from jembatan.directory.actions.fields import change_locked
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.formats.card_changes import CardChanges, SentCard, changes_between
from jembatan.directory.formats.contact import Contact
from jembatan.directory.formats.names import name_folded
from jembatan.directory.models import Organisation
from jembatan.directory.queries.field_text import as_typed
from jembatan.platform.access import require_officer

FIELDS = {"call_name": "short_name", "native_name": "native_name", "note": "note", "tags": "tags"}
OF_PEOPLE = ("titles_before", "degrees_after", "form_of_address", "romanised_name", "sort_as", "birthday")


@transaction.atomic
def add_organisation_from_card(actor: Actor, card: SentCard) -> Organisation:
    """A new one, known by the card's uid from now on. Raises `ValidationError` with a sentence."""
    require_officer(actor)
    contact = card.contact
    if contact.is_group:
        raise ValidationError(_("Groups are tags here: put a tag on the people instead."))
    if not contact.is_organisation:
        raise ValidationError(
            _("This address book holds organisations. Save people in the address book of people.")
        )
    _refuse_what_people_have(contact)
    texts = {
        "short_name": contact.call_name,
        "native_name": contact.native_name,
        "note": contact.note,
        "tags": ", ".join(contact.tags),
        "marking": contact.marking,
    }
    organisation = add_organisation(
        actor,
        contact.organisation or contact.full_name,
        fields={name: text for name, text in texts.items() if text},
    )
    organisation.external_uid = contact.uid
    organisation.save(update_fields=["external_uid"])
    keep_points(actor, organisation, CardChanges(added=contact.points), new=True)
    keep_extra(organisation, contact.extra)
    return organisation


def change_organisation_by_card(
    actor: Actor, current: Organisation, *, served: SentCard, sent: SentCard
) -> None:
    """Only what was changed on the telephone, of one that this transaction has locked. Raises `ValidationError` with a sentence."""
    require_officer(actor)
    _refuse_what_people_have(sent.contact)
    changes = changes_between(served, sent, marking=current.marking)
    fields = {FIELDS[name]: text for name, text in changes.fields.items() if name in FIELDS}
    name = _name(served.contact, sent)
    if name != current.name:
        fields["name"] = name
    for field, text in fields.items():
        seen, version = as_typed(current, field), current.version
        change_locked(actor, current, field=field, value=text, version=version, seen=seen)
    if changes.removed or changes.changed or changes.added:
        keep_points(actor, current, changes)
    keep_extra(current, changes.extra)


def _name(served: Contact, sent: SentCard) -> str:
    """Telephones let a company be edited as such (ORG) and put FN together from it; others know FN alone.

    A name of somebody (N) beside it makes a person of the card.
    """
    before, after = served.organisation, sent.contact
    name = after.organisation if after.organisation not in ("", before) else after.full_name
    if sent.full_name and name_folded(sent.full_name) not in {
        name_folded(each) for each in (before, name, after.full_name, served.full_name)
    }:
        raise ValidationError(
            _("This card is an organisation's. Give the person a card in the address book of people.")
        )
    return name or before


def _refuse_what_people_have(contact: Contact) -> None:
    if contact.unit:
        raise ValidationError(
            _("A unit is an organisation of its own here. Add it in the directory, as a part of this one.")
        )
    if contact.title or any(getattr(contact, name) for name in OF_PEOPLE):
        raise ValidationError(
            _("Posts, titles and birthdays belong to people. An organisation's card has none of them.")
        )
    if contact.photo:
        raise ValidationError(_("Organisations have no pictures here. Take the picture off the card."))
