"""Mail and questions about a record of a room above (`queries/matters.py`): seen by whoever sees that, and marked as that is."""

from django.db import models
from django.db.models import Q


class AboutRecord(models.Model):
    """`matter_kind` is "" for what is about mail alone."""

    matter_kind = models.CharField(max_length=20, blank=True, default="", db_default="", editable=False)
    matter_id = models.BigIntegerField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True


def whole_matter(name: str) -> models.CheckConstraint:
    """A kind goes with an id."""
    none, both = Q(matter_kind="", matter_id__isnull=True), ~Q(matter_kind="") & Q(matter_id__isnull=False)
    return models.CheckConstraint(condition=none | both, name=name)


def by_matter(name: str) -> models.Index:
    """Few rows have one."""
    return models.Index(fields=["matter_kind", "matter_id"], name=name, condition=~Q(matter_kind=""))
