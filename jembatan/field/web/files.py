"""A photo or a voice note of the field."""

from django.http import FileResponse

from jembatan.field.models import KeptFile
from jembatan.platform.files.web.downloads import download, shown


def as_file(kept: KeptFile) -> FileResponse:
    """A photo in place, a voice note to keep."""
    return shown(kept.file) or download(kept.file, name=kept.name)
