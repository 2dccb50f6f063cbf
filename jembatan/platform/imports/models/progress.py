"""How far a running import has come, readable while its transaction is still open."""

from django.db import models


class Progress(models.Model):
    """Written over a second connection, beside the import's own transaction; `batch_id` may not be visible to it yet."""

    batch_id = models.BigIntegerField(primary_key=True)
    read = models.PositiveBigIntegerField(default=0)
    started_at = models.DateTimeField()
    told_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "progress"

    def __str__(self) -> str:
        return str(self.read)
