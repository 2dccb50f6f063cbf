"""What one receiver reads."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.correspondence.formats.answering import with_signature
from jembatan.correspondence.formats.language import language_of
from jembatan.correspondence.formats.merging import merge
from jembatan.correspondence.models import Announcement
from jembatan.correspondence.preflight.letter import Correspondent, Letter
from jembatan.correspondence.queries.announcements.receivers import Chosen
from jembatan.directory.queries.salutations import salutation
from jembatan.platform.markings import Marking


@dataclass(frozen=True, slots=True)
class Words:
    """Subject and text for one receiver; the signature is not among them."""

    subject: str
    text: str


def words_for(announcement: Announcement, receiver: Chosen, *, off: str) -> Words:
    """In the receiver's language; `off` is the address at which they take themselves off."""
    person, language = receiver.person, receiver.language
    values = {
        "greeting": salutation(person, language=language),
        "name": person.full_name,
        "organisation": receiver.organisation.name if receiver.organisation else "",
    }
    with translation.override(language):
        way_off = _("No more announcements: %(address)s") % {"address": off}
    # A salutation brings its own comma: whoever types one behind the field gets no two.
    written = announcement.texts.get(language, "").replace("{greeting},", "{greeting}")
    text = merge(written, values).rstrip()
    subject = " ".join(merge(announcement.subjects.get(language, ""), values).split())
    return Words(subject, f"{text}\n\n{way_off}\n")


def checked_letter(announcement: Announcement, receiver: Chosen, words: Words) -> Letter:
    """As the pre-flight check reads it."""
    sender = announcement.from_address
    return Letter(
        subject=words.subject,
        text=f"{words.text}{with_signature('', sender.signature)}",
        author=Correspondent(sender.name, sender.email),
        to=(Correspondent(receiver.person.full_name, receiver.email),),
        marking=Marking(announcement.marking),
        language=language_of(words.text),
    )


def first_in_each_language(chosen: list[Chosen]) -> list[Chosen]:
    """Of those who get it: whom the check reads it for."""
    found: dict[str, Chosen] = {}
    for each in chosen:
        if not each.left_out:
            found.setdefault(each.language, each)
    return list(found.values())
