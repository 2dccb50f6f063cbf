"""Answers that are files."""

import mimetypes

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def download(content: bytes, *, name: str) -> HttpResponse:
    """The bytes as a file to keep, never shown in place: the browser is told not to guess."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    headers = {
        "Content-Disposition": content_disposition_header(True, name) or "attachment",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=kind, headers=headers)
