"""What a statement says of another by its number."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.statement import Statement


class StatementReference(models.Model):
    """What a statement says of another by its number; `target` is that one, as soon as the desk has it."""

    class Kind(models.TextChoices):
        RESPONDS_TO = "responds_to", _("responds to")
        ANSWERED_IN = "answered_in", _("answered in")
        REVISES = "revises", _("revises")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="references")
    kind = models.CharField(max_length=11, choices=Kind)
    number = models.CharField(max_length=80)
    target = models.ForeignKey(
        Statement, on_delete=models.SET_NULL, null=True, blank=True, related_name="named_by"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["statement", "kind", "number"], name="statement_reference_once")
        ]
        indexes = [
            models.Index(
                fields=["desk", "number"], name="statement_reference_open", condition=Q(target__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"
