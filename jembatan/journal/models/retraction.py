"""The journal's way to take an import back without rewriting anything."""

from django.db import models

from jembatan.journal.models.entry import Entry, append_only, never_emptied


class Retraction(models.Model):
    """All entries of `import_batch` recorded up to this row are hidden; `entry` is the line that says so."""

    import_batch = models.BigIntegerField(unique=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="retraction")

    class Meta:
        triggers = [append_only("retraction_append_only"), never_emptied("retraction_never_emptied")]
