"""Writing an announcement."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.merging import UnknownField, check_fields
from jembatan.correspondence.models import Announcement, ContactList, SendingAddress
from jembatan.correspondence.queries.announcements.visible import announcements, contact_lists
from jembatan.correspondence.queries.sending import addresses_for
from jembatan.platform.access import require_writer
from jembatan.platform.markings import Marking

WRITTEN = ("contacts", "from_address", "subjects", "texts", "marking")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncementContent:
    """Everything that a writer sets; subjects and texts by language."""

    contacts: ContactList
    from_address: SendingAddress
    subjects: Mapping[str, str]
    texts: Mapping[str, str]
    marking: Marking = Marking.GREEN


@transaction.atomic
def write_announcement(
    actor: Actor, announcement: Announcement | None, content: AnnouncementContent
) -> Announcement:
    """A new one, or other words of one that has not begun to leave.

    Raises `Refused` for an unknown merge field, for a text without a subject or none at all, and once it is being sent.
    """
    require_writer(actor)
    subjects, texts = _filled(content.subjects), _filled(content.texts)
    _check(subjects, texts)
    kept = Announcement(desk=actor.desk)
    if announcement is not None:
        kept = held_draft(actor, announcement)
    kept.contacts = contact_lists(actor).get(pk=content.contacts.pk)
    kept.from_address = addresses_for(actor).get(pk=content.from_address.pk)
    kept.subjects, kept.texts, kept.marking = subjects, texts, content.marking
    kept.saved_by, kept.saved_at = actor.user, timezone.now()
    kept.save()
    return kept


def held_draft(actor: Actor, announcement: Announcement) -> Announcement:
    """As it stands now, locked until the transaction ends. Raises `Refused` once it is being sent."""
    found = Announcement.objects.select_for_update().get(
        pk__in=announcements(actor).order_by().values("pk"), pk=announcement.pk
    )
    if found.state != Announcement.State.DRAFT:
        raise Refused(_("This announcement has begun to leave."))
    return found


def _check(subjects: Mapping[str, str], texts: Mapping[str, str]) -> None:
    if not texts:
        raise Refused(_("Write a few words first."))
    if subjects.keys() != texts.keys():
        raise Refused(_("Each language needs a subject and a text."))
    for text in (*subjects.values(), *texts.values()):
        try:
            check_fields(text)
        except UnknownField as refusal:
            raise Refused(str(refusal)) from refusal


def _filled(by_language: Mapping[str, str]) -> dict[str, str]:
    plain = {
        language: by_language.get(language, "").replace("\r\n", "\n").strip()
        for language, _ in settings.LANGUAGES
    }
    return {language: text for language, text in plain.items() if text}
