"""A card or an event as it is served."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jembatan.platform.dav.models.collection import Collection


class Resource(models.Model):
    """The text of one record (`key`), under the name (`href`) that a program gave it, or we did.

    `number` is the collection's at the last change, `born` at the first. A record that is gone leaves its row, so that programs
    hear of it. `audiences` name what hides it from some readers (numbers that only its book understands); it was shown to others
    than now before `audience_number`. `marking` is the record's (TLP). `starts_at` and `ends_at` enclose all times of an event; no end: it never ends.
    """

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="resources")
    key = models.TextField()
    href = models.TextField()
    uid = models.TextField()
    text = models.TextField(blank=True)
    etag = models.CharField(max_length=40)
    number = models.BigIntegerField()
    born = models.BigIntegerField()
    gone = models.BooleanField(default=False)
    marking = models.CharField(max_length=16, blank=True, default="")
    audiences = ArrayField(models.BigIntegerField(), default=list)
    audience_number = models.BigIntegerField()
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["collection", "key"], name="dav_resource_once"),
            models.UniqueConstraint(fields=["collection", "href"], name="dav_resource_one_name"),
            models.UniqueConstraint(
                fields=["collection", "uid"], name="dav_resource_one_uid", condition=Q(gone=False)
            ),
        ]
        indexes = [models.Index(fields=["collection", "number"], name="dav_resource_by_number")]

    def __str__(self) -> str:
        return self.href
