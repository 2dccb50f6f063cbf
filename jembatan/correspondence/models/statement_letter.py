"""The letter by which a statement of ours leaves."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.correspondence.models.letter_template import LetterTemplate
from jembatan.correspondence.models.number_series import NumberSeries
from jembatan.correspondence.models.statement import Statement


class StatementLetter(models.Model):
    """Its words, and how it is numbered and laid out. What else stands in it, the statement says."""

    class Nature(models.TextChoices):
        ORDINARY = "ordinary", _("ordinary")
        IMPORTANT = "important", _("important")
        URGENT = "urgent", _("urgent")
        RESTRICTED = "restricted", _("restricted")
        CONFIDENTIAL = "confidential", _("confidential")

    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="letter")
    series = models.ForeignKey(
        NumberSeries, verbose_name=_("number series"), on_delete=models.PROTECT, related_name="+"
    )
    template = models.ForeignKey(
        LetterTemplate, verbose_name=_("letter template"), on_delete=models.PROTECT, related_name="+"
    )
    nature = models.CharField(_("nature"), max_length=12, choices=Nature, default=Nature.ORDINARY)
    addressee = models.TextField(_("addressee"), blank=True)
    text = models.TextField(_("text of the letter"), blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(nature__in=["ordinary", "important", "urgent", "restricted", "confidential"]),
                name="statement_letter_nature_known",
            )
        ]

    def __str__(self) -> str:
        return str(self.statement)
