"""Records whose text may have changed."""

from django.conf import settings
from django.db import models


class Stale(models.Model):
    """Written by triggers in the transaction that changes a record, taken away by whoever renews its text.

    Only ever inserted: writers never wait for each other, nor for readers.
    """

    desk = models.ForeignKey(
        settings.DESK_MODEL, on_delete=models.CASCADE, related_name="+", db_constraint=False, db_index=False
    )
    book = models.CharField(max_length=20)
    key = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["desk", "book"], name="dav_stale_of_book")]

    def __str__(self) -> str:
        return f"{self.book} {self.key}"
