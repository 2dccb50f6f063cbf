"""The picture on an officer's badge. No history is kept of it: what is deleted is gone."""

from django.db import models

from jembatan.platform.files.models import StoredFile
from jembatan.programmes.models import Officer


class BadgePhoto(models.Model):
    """A JPEG of our own making (`formats/photos.py`)."""

    officer = models.OneToOneField(Officer, on_delete=models.CASCADE, related_name="badge_photo")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.officer_id}"
