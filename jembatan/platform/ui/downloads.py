"""Answers that are files."""

import mimetypes

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def download(content: bytes, *, name: str) -> HttpResponse:
    """The bytes as a file to keep, of the kind that its name says."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return HttpResponse(content, content_type=kind, headers=kept_as(name))


def kept_as(name: str) -> dict[str, str]:
    """Headers of a file to keep under that name, never shown in place: the browser is told not to guess."""
    return {
        "Content-Disposition": content_disposition_header(True, name) or "attachment",
        "X-Content-Type-Options": "nosniff",
    }
