"""Templates of formal letters: for the head to settle."""

from dataclasses import dataclass, fields
from io import BytesIO
from zipfile import ZipFile

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import LetterTemplate
from jembatan.correspondence.queries.formal_letters.sample import sample_letter
from jembatan.platform.access import require_head
from jembatan.platform.documents.letter import TemplateFault
from jembatan.platform.documents.letter_pdf import letter_pictures
from jembatan.platform.documents.office import write_letter_docx
from jembatan.platform.documents.typesetting import CannotTypeset
from jembatan.platform.files.store import keep

LARGEST_LOGO = 500 << 10
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """What a template says by itself; the names are those of the model."""

    name: str
    layout: str
    language: str
    letterhead: str = ""
    logo_place: str = "beside"
    place: str = ""
    date_place: str = "top"
    opening: str = ""
    closing: str = ""
    signer_office: str = ""
    signer_name: str = ""
    signer_number: str = ""
    footer: str = ""
    font: str = "sans"
    size: int = 11
    left: int = 25
    right: int = 22
    top: int = 20
    bottom: int = 22


@transaction.atomic
def keep_template(
    actor: Actor,
    template: LetterTemplate | None,
    looks: Looks,
    *,
    logo: bytes | None = None,
    word_file: bytes | None = None,
) -> LetterTemplate:
    """A template, new or changed. Of `logo` and `word_file`, None keeps what is there and b"" takes it away.

    A letter in the outbox, or sent, stays the file that it is; any other has the new look when it is made again. Raises `Refused` for a name that is taken, for a logo
    that is no PNG or JPEG, and for a Word file that no letter can be made with.
    """
    require_head(actor)
    kept = LetterTemplate(desk=actor.desk)
    if template is not None:
        kept = LetterTemplate.objects.select_for_update().get(pk=template.pk, desk=actor.desk)
    for each in fields(looks):
        value = getattr(looks, each.name)
        setattr(kept, each.name, value.strip() if isinstance(value, str) else value)
    if logo is not None:
        kept.logo = keep(checked_logo(logo)) if logo else None
    if word_file is not None:
        kept.word_file = keep(_tried(word_file)) if word_file else None
    try:
        with transaction.atomic():
            kept.save()
    except IntegrityError:
        raise Refused(_("A template of this name is there already.")) from None
    return kept


@transaction.atomic
def retire_template(actor: Actor, template: LetterTemplate) -> LetterTemplate:
    """No new letter is written with it."""
    return _retire(actor, template, retired=True)


@transaction.atomic
def bring_back_template(actor: Actor, template: LetterTemplate) -> LetterTemplate:
    """The inverse."""
    return _retire(actor, template, retired=False)


def checked_logo(logo: bytes) -> bytes:
    """The picture, if letters can be made with it. Raises `Refused`."""
    if len(logo) > LARGEST_LOGO:
        raise Refused(_("A logo has at most %(size)s KB.") % {"size": LARGEST_LOGO >> 10})
    if not logo.startswith(PICTURES):
        raise Refused(_("A logo is a PNG or a JPEG picture."))
    try:
        letter_pictures(sample_letter(logo=logo))
    except CannotTypeset as fault:
        raise Refused(_("This picture cannot be read.")) from fault
    return logo


def _tried(word_file: bytes) -> bytes:
    """The file, after a letter has been made with it that bears its marking."""
    letter = sample_letter()
    try:
        made = write_letter_docx(letter, word_file)
    except TemplateFault as fault:
        raise Refused(str(fault)) from fault
    with ZipFile(BytesIO(made)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]
    if not any(letter.marking.value.encode() in part for part in parts):
        raise Refused(_("The template has to show the marking: put {{ marking }} into its header."))
    return word_file


def _retire(actor: Actor, template: LetterTemplate, *, retired: bool) -> LetterTemplate:
    require_head(actor)
    kept = LetterTemplate.objects.select_for_update().get(pk=template.pk, desk=actor.desk)
    kept.retired_at = timezone.now() if retired else None
    kept.save(update_fields=["retired_at"])
    return kept
