"""From an upload to a path that importers can read."""

from pathlib import Path

from django.core.files.storage import default_storage

from jembatan.platform.imports.importer import Source
from jembatan.platform.imports.models import Upload


def source_of(upload: Upload) -> Source:
    """The file named at the command line, or the stored content of an upload by a page."""
    if upload.file is None:
        return Source(Path(upload.path), upload.name)
    return Source(Path(default_storage.path(upload.file.path)), upload.name)
