"""Files of a statement: what came with it, or goes along."""

from django.conf import settings
from django.db import models

from jembatan.correspondence.models.statement import Statement
from jembatan.platform.files.models import StoredFile


class StatementFile(models.Model):
    """Its name is harmless already."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    type = models.CharField(max_length=255)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["statement", "file", "name"], name="statement_file_once")
        ]

    def __str__(self) -> str:
        return self.name
