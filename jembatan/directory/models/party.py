"""What organisations and people have in common: both are parties."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from jembatan.accounts.models import Desk
from jembatan.platform.markings import Marking


class Party(models.Model):
    """A person or an organisation in a desk's directory.

    `name_folded` (lower case, accents and punctuation out) is written by the actions; lists sort and match on it.
    `version` grows with each change by a person, so that two editors of one field notice each other.
    `extra` keeps imported fields that have no place of their own: [[field, value], …].
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    name_folded = models.CharField(max_length=400, editable=False)
    native_name = models.CharField(max_length=300, blank=True)
    languages = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    country = models.CharField(max_length=2, blank=True)
    time_zone = models.CharField(max_length=64, blank=True)
    tags = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    note = models.TextField(blank=True)
    marking = models.CharField(
        max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    extra = models.JSONField(default=list, blank=True)
    version = models.PositiveIntegerField(default=1)
    import_batch = models.BigIntegerField(null=True, blank=True, editable=False)
    last_active_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
