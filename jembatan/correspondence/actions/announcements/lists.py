"""Lists of contacts: named, filled, filtered."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import ContactList
from jembatan.correspondence.queries.announcements.visible import contact_lists
from jembatan.directory.models import Person
from jembatan.directory.queries.visible import visible_people
from jembatan.platform.access import require_writer


@dataclass(frozen=True, slots=True, kw_only=True)
class ListContent:
    """Its name, and whom the directory adds to it."""

    name: str
    filtered: bool = False
    tags: tuple[str, ...] = ()
    country: str = ""
    language: str = ""


@transaction.atomic
def keep_list(actor: Actor, contacts: ContactList | None, content: ListContent) -> ContactList:
    """A new list, or other facts of one. Raises `Refused` for a name that is taken, and for a filter that finds everybody."""
    require_writer(actor)
    kept = ContactList(desk=actor.desk)
    if contacts is not None:
        kept = contact_lists(actor).select_for_update().get(pk=contacts.pk)
    if content.filtered and not (content.tags or content.country or content.language):
        raise Refused(_("Name a tag, a country or a language: the list would hold the whole directory."))
    kept.name, kept.filtered = " ".join(content.name.split()), content.filtered
    kept.tags, kept.country, kept.language = list(content.tags), content.country, content.language
    try:
        with transaction.atomic():
            kept.save()
    except IntegrityError:
        raise Refused(_("Give the list a name that no other one has.")) from None
    return kept


@transaction.atomic
def put_on_list(actor: Actor, contacts: ContactList, person: Person) -> None:
    """Twice changes nothing. Raises `DoesNotExist` for somebody of another desk."""
    require_writer(actor)
    held = contact_lists(actor).select_for_update().get(pk=contacts.pk)
    held.members.add(visible_people(actor).get(pk=person.pk))


@transaction.atomic
def take_off_list(actor: Actor, contacts: ContactList, person: Person) -> None:
    """The inverse; whom the filter finds stays on the list."""
    require_writer(actor)
    held = contact_lists(actor).select_for_update().get(pk=contacts.pk)
    held.members.remove(person)
