"""A file's content, named by its SHA-256."""

from django.db import models


class StoredFile(models.Model):
    """Bytes on the default storage at `digest[:2]/digest`; many records may point at one content."""

    digest = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.digest

    @property
    def path(self) -> str:
        """Where the default storage keeps it."""
        return path_of(self.digest)


def path_of(digest: str) -> str:
    """Where the default storage keeps the content of this digest."""
    return f"{digest[:2]}/{digest}"
