"""Where the records that entries come from stand today."""

from django.db import models

from jembatan.accounts.models import Desk
from jembatan.dossiers.models import Dossier
from jembatan.platform.markings import Marking


class Placement(models.Model):
    """The present dossier and marking of a source that has moved since one of its entries was written.

    Entries are never changed, but what may be seen of a record follows the record: where a source has a placement, that
    counts, and not what its entries were written with. A source that never moved has none.
    """

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+", db_index=False)
    source_kind = models.CharField(max_length=40)
    source_id = models.BigIntegerField()
    dossier = models.ForeignKey(
        Dossier, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    marking = models.CharField(max_length=16, choices=[(m.value, m.value) for m in Marking])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source_kind", "source_id"], name="placement_once")]
        indexes = [
            models.Index(
                fields=["dossier"], name="placement_by_dossier", condition=models.Q(dossier__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_kind} {self.source_id}"
