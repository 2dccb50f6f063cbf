"""Files that come with the public form: small, of few kinds, and not lost when something else of the form is wrong."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext as _

from jembatan.platform.files.models import StoredFile
from jembatan.platform.files.names import safe_name
from jembatan.platform.files.store import keep, open_stored
from jembatan.recruitment.actions.saying import KeptFile
from jembatan.recruitment.formats.photos import NoPhoto, portrait
from jembatan.recruitment.models import Question

MEGABYTES = 5
LARGEST = MEGABYTES * 1024 * 1024
BEGINNINGS = (b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
ACCEPTED = ".pdf,.png,.jpg,.jpeg"
PICTURES = ".png,.jpg,.jpeg"
_signer = Signer(salt="jembatan application file", sep="~")


def asked_for(question: Question) -> tuple[str, str]:
    """What may be chosen, in words and for the browser."""
    if question.kind == Question.Kind.PHOTO:
        return photo_hint(), PICTURES
    return _("PDF or picture, %(most)s MB at most") % {"most": MEGABYTES}, ACCEPTED


def kept_for(question: Question, upload: "UploadedFile[Any]") -> KeptFile:
    """As the question asks for it. Raises `ValidationError`."""
    return kept_photo(upload) if question.kind == Question.Kind.PHOTO else kept(upload)


def kept(upload: "UploadedFile[Any]") -> KeptFile:
    """Raises `ValidationError` for what is too large, or neither PDF nor picture, whatever its name says."""
    return KeptFile(keep(_content(upload)), safe_name(upload.name or "")[:200])


def _content(upload: "UploadedFile[Any]") -> bytes:
    if (upload.size or 0) > LARGEST:
        raise ValidationError(
            _("This file is larger than %(most)s MB. Make it smaller and choose it again.")
            % {"most": MEGABYTES}
        )
    content: bytes = upload.read()
    if not content.startswith(BEGINNINGS):
        raise ValidationError(_("Choose a PDF or a picture (PNG or JPEG)."))
    return content


def kept_photo(upload: "UploadedFile[Any]") -> KeptFile:
    """As a badge shows it; the file itself, with what the camera noted, is not kept. Raises `ValidationError`, for what is no picture, too."""
    return _portrait_of(_content(upload), upload.name or "")


def photo_out_of(file: StoredFile, name: str) -> KeptFile:
    """The portrait that a picture holds. Raises `ValidationError`."""
    with open_stored(file) as content:
        return _portrait_of(content.read(), name)


def _portrait_of(raw: bytes, name: str) -> KeptFile:
    try:
        return KeptFile(keep(portrait(raw)), f"{safe_name(name).rpartition('.')[0][:190] or 'photo'}.jpg")
    except NoPhoto as fault:
        raise ValidationError(str(fault)) from fault


def photo_hint() -> str:
    """What may be chosen as a photo."""
    return _("JPEG or PNG, %(most)s MB at most. What the camera notes beside it is left out.") % {
        "most": MEGABYTES
    }


def token_of(file: KeptFile, sort: str) -> str:
    """By which the form brings it again, for questions of the same sort."""
    return _signer.sign_object({"file": file.file.pk, "name": file.name, "sort": sort})


def by_token(token: str, sort: str) -> KeptFile | None:
    """None for anything that we have not signed as this sort, and what has been swept away since."""
    try:
        known = _signer.unsign_object(token)
    except BadSignature:
        return None
    if known.get("sort") != sort:
        return None
    file = StoredFile.objects.filter(pk=known["file"]).first()
    return KeptFile(file, known["name"]) if file else None
