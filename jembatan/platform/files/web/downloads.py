"""Files on their way out: names that cannot hurt, types that cannot run."""

from django.http import FileResponse

from jembatan.platform.files.models import StoredFile
from jembatan.platform.files.names import safe_name
from jembatan.platform.files.store import open_stored

POLICY = "sandbox; default-src 'none'"
PICTURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}


def picture_type(beginning: bytes) -> str:
    """What the first bytes say: one of the four kinds that are shown in place, or nothing."""
    for signature, kind in PICTURES.items():
        if beginning.startswith(signature):
            return kind
    return "image/webp" if beginning[:4] == b"RIFF" and beginning[8:12] == b"WEBP" else ""


def download(file: StoredFile, *, name: str) -> FileResponse:
    """The file to keep. No type is told, whatever the sender claimed, so that no browser opens it in place."""
    response = FileResponse(open_stored(file), as_attachment=True, filename=safe_name(name))
    response.headers["Content-Type"] = "application/octet-stream"
    return _guarded(response)


def shown(file: StoredFile) -> FileResponse | None:
    """A picture in place, or None if the bytes are none of the kinds that are safe."""
    content = open_stored(file)
    kind = picture_type(content.read(12))
    if not kind:
        content.close()
        return None
    content.seek(0)
    response = _guarded(FileResponse(content, content_type=kind))
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


def _guarded(response: FileResponse) -> FileResponse:
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = POLICY
    return response
