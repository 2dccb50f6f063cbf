"""How far we may go, by whose word and until when."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import remembered
from jembatan.negotiation.models.issue import Issue
from jembatan.negotiation.models.negotiation import Negotiation


@pghistory.track(*remembered())
class Mandate(models.Model):
    """A limit, on one issue or on all. Its words stay; a new one is set beside it and this one withdrawn."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    negotiation = models.ForeignKey(
        Negotiation, verbose_name=_("negotiation"), on_delete=models.CASCADE, related_name="mandates"
    )
    issue = models.ForeignKey(
        Issue, verbose_name=_("issue"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    words = models.TextField(_("limit"))
    authorised_by = models.CharField(_("authorised by"), max_length=200)
    until = models.DateField(_("until"), null=True, blank=True)
    set_at = models.DateTimeField(_("set"), auto_now_add=True)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("set by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    class Meta:
        verbose_name = _("mandate")
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="mandate_says_something"),
            models.CheckConstraint(condition=~Q(authorised_by=""), name="mandate_is_authorised"),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="mandate_words_stay", fields=["negotiation", "words", "authorised_by", "until", "set_at"]
            )
        ]

    def __str__(self) -> str:
        return self.words
