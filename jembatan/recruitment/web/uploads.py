"""Files that come with the public form: small, of few kinds, and not lost when something else of the form is wrong."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext as _

from jembatan.platform.files.models import StoredFile
from jembatan.platform.files.names import safe_name
from jembatan.platform.files.store import keep
from jembatan.recruitment.actions.saying import KeptFile

MEGABYTES = 5
LARGEST = MEGABYTES * 1024 * 1024
BEGINNINGS = (b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
ACCEPTED = ".pdf,.png,.jpg,.jpeg"
_signer = Signer(salt="jembatan application file", sep="~")


def kept(upload: "UploadedFile[Any]") -> KeptFile:
    """Raises `ValidationError` for what is too large, or neither PDF nor picture, whatever its name says."""
    if (upload.size or 0) > LARGEST:
        raise ValidationError(
            _("This file is larger than %(most)s MB. Make it smaller and choose it again.")
            % {"most": MEGABYTES}
        )
    content = upload.read()
    if not content.startswith(BEGINNINGS):
        raise ValidationError(_("Choose a PDF or a picture (PNG or JPEG)."))
    return KeptFile(keep(content), safe_name(upload.name or "")[:200])


def token_of(file: KeptFile) -> str:
    """By which the form brings it again."""
    return _signer.sign_object({"file": file.file.pk, "name": file.name})


def by_token(token: str) -> KeptFile | None:
    """None for anything that we have not signed, and what has been swept away since."""
    try:
        known = _signer.unsign_object(token)
    except BadSignature:
        return None
    file = StoredFile.objects.filter(pk=known["file"]).first()
    return KeptFile(file, known["name"]) if file else None
