"""The picture that somebody chose on a telephone."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.events import tell
from jembatan.directory.formats.vcard_writer import is_picture
from jembatan.directory.models import Person
from jembatan.platform.files.store import keep

LARGEST = 1024 * 1024
CHANGED = gettext_lazy("%(name)s: another picture")


def keep_photo(actor: Actor, person: Person, content: bytes, *, new: bool = False) -> None:
    """Of somebody whom this transaction has locked; nothing for no bytes. Raises `ValidationError` with a sentence."""
    if not content:
        return
    if len(content) > LARGEST:
        raise ValidationError(_("The picture is larger than one megabyte. Choose a smaller one."))
    if not is_picture(content):
        raise ValidationError(_("This is not a picture that browsers show. Choose a JPEG or a PNG."))
    person.photo = keep(content)
    person.version += 1
    person.save(update_fields=["photo", "version"])
    if not new:
        tell(actor, [person], CHANGED, name=person)
