"""Photos and voice notes that come with what officers report."""

from collections.abc import Sequence
from typing import Protocol

from django.utils.translation import gettext as _

from jembatan.field.actions.refusals import Refused
from jembatan.field.formats.pictures import NotAPhoto, without_metadata
from jembatan.field.formats.sounds import ending_of
from jembatan.field.models import KeptFile
from jembatan.platform.files.models import StoredFile
from jembatan.platform.files.store import keep

MOST_FILES = 4
LARGEST_FILE = 5 * 1024 * 1024
JPEG = b"\xff\xd8\xff"


class Row(Protocol):
    """The row of a file, of whatever it came with."""

    def __call__(self, *, file: StoredFile, name: str) -> KeptFile:
        """Not saved yet."""


def keep_files(files: Sequence[bytes], row: Row, called: str) -> str:
    """Those that can be kept, by their number; why the others are not, "" where all are."""
    left_out = {}
    for number, content in enumerate(files[:MOST_FILES], 1):
        try:
            readable, ending = _readable(content)
        except Refused as refusal:
            left_out[str(refusal)] = True
        else:
            row(file=keep(readable), name=f"{called}-{number}.{ending}").save()
    if len(files) > MOST_FILES:
        left_out[_("At most %(most)s are taken at once.") % {"most": MOST_FILES}] = True
    return " ".join(left_out)


def _readable(content: bytes) -> tuple[bytes, str]:
    """The bytes to keep, and the ending of their name."""
    if len(content) > LARGEST_FILE:
        raise Refused(_("A file is larger than 5 MB."))
    if content.startswith(JPEG):
        try:
            return without_metadata(content), "jpg"
        except NotAPhoto:
            raise Refused(_("The photo is broken. Take another one.")) from None
    ending = ending_of(content)
    if ending is None:
        raise Refused(_("Only photos and voice notes can be added."))
    return content, ending
