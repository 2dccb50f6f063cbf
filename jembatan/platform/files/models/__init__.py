"""Files, each content once."""

from jembatan.platform.files.models.stored_file import StoredFile

__all__ = ["StoredFile"]
