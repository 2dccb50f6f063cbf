"""What an import did to each record, and what it could not read."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.platform.imports.models.batch import Batch
from jembatan.platform.imports.reasons import told


class Outcome(models.TextChoices):
    """What became of an item that was read: exactly one of these."""

    FILED = "filed", _("filed")
    UPDATED = "updated", _("updated")
    DUPLICATE = "duplicate", _("duplicate")
    QUARANTINED = "quarantined", _("quarantined")


class Upload(models.Model):
    """A file of a planned batch: uploaded, or named at the command line (then `path`).

    A file that no importer recognises has no `kind`, and `reason` says why.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="uploads")
    kind = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=500)
    path = models.TextField(blank=True)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)


class Touched(models.Model):
    """A record that a batch filed or updated, so that the batch can be taken back.

    `before` holds the fields as they were (empty for a record that the batch made), `after` as the batch left them: a
    record whose fields differ from `after` was changed by people since, and a rollback keeps it.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="touched")
    model = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "model", "record_id"], name="touched_once")]
        indexes = [models.Index(fields=["model", "record_id"], name="touched_by_record")]


class Imported(models.Model):
    """The record that an item became, by the digest of the item's content: reading the same content again changes nothing.

    So an address book exported and imported a second time neither undoes what people changed since nor brings back what
    they removed. Taking the batch back forgets its rows.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="imported")
    desk = models.ForeignKey(settings.DESK_MODEL, on_delete=models.CASCADE, related_name="+")
    digest = models.BinaryField(max_length=16)
    model = models.CharField(max_length=60)
    record_id = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "digest"], name="imported_once")]
        indexes = [models.Index(fields=["batch"], name="imported_by_batch")]


class QuarantinedItem(models.Model):
    """An item that broke something: its reason and its original bytes; it can be downloaded, retried or let go.

    `kind` names the importer that set it aside; it is empty for a file that no importer recognised. `reason` is kept so that
    each reader reads it in the own language, see `reasons`. Of the same content, which `digest` stands for, one item of a
    desk waits; another that came while it did is `repeated`, has no bytes of its own, and follows it.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        FILED = "filed", _("filed after a retry")
        DISMISSED = "dismissed", _("dismissed")
        REPEATED = "repeated", _("waiting already")
        TAKEN_BACK = "taken_back", _("taken back with its import")

    desk = models.ForeignKey(settings.DESK_MODEL, on_delete=models.CASCADE, related_name="+")
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="quarantine")
    kind = models.CharField(max_length=20, blank=True)
    source = models.CharField(max_length=1000)
    position = models.PositiveBigIntegerField(default=0)
    reason = models.TextField()
    raw = models.BinaryField()
    digest = models.BinaryField(max_length=32)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    retried_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="quarantine_has_reason"),
            models.UniqueConstraint(
                fields=["desk", "digest", "kind"], condition=Q(state="waiting"), name="quarantine_waits_once"
            ),
        ]
        indexes = [
            models.Index(fields=["batch", "state"], name="quarantine_by_state"),
            models.Index(fields=["desk", "digest"], name="quarantine_by_content"),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.told}"

    @property
    def told(self) -> str:
        """The reason in the reader's language."""
        return told(self.reason)
