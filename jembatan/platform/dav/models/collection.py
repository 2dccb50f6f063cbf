"""A desk's book of one kind."""

from django.conf import settings
from django.db import models


class Collection(models.Model):
    """`number` counts its changes: one row, locked by whoever counts on, so that who has seen a number has seen all below it.

    A sequence would not do: it gives a number before the change can be seen, and a reader between the two would miss it.
    `day` is the desk's date up to which changes that come with a day were looked at.
    """

    desk = models.ForeignKey(settings.DESK_MODEL, on_delete=models.CASCADE, related_name="+")
    book = models.CharField(max_length=20)
    number = models.BigIntegerField(default=0)
    day = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "book"], name="dav_collection_once")]

    def __str__(self) -> str:
        return f"{self.book} {self.desk_id}"
