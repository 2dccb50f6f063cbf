"""Who was asked to clear a brief, and what became of it: the whole document as it was read, for good."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.briefings.models.brief import Brief
from jembatan.dossiers.models.dossier import remembered
from jembatan.papers.models import Question, clears_what_stands, decided_once, kept_once_cleared
from jembatan.platform.markings import Marking

_IN_ORDER = "ARRAY[" + ", ".join(f"'{marking}'" for marking in Marking) + "]::text[]"
CLEARS_WHAT_STANDS = clears_what_stands(
    "brief",
    "briefings_brief",
    "these are not the words and the marking of the brief",
    also=f"""
            AND array_position({_IN_ORDER}, NEW.marking::text) >= array_position({_IN_ORDER}, brief.marking::text)
            AND (brief.audience = 'ours' OR NEW.marking = brief.marking)""",
)


@pghistory.track(*remembered(), exclude=["fingerprint", "words", "document"])
class BriefClearance(Question):
    """A question to clear, with its answer."""

    class State(models.TextChoices):
        ASKED = "asked", _("waits for clearance")
        CLEARED = "cleared", _("cleared")
        RETURNED = "returned", _("returned")
        WITHDRAWN = "withdrawn", _("withdrawn")

    brief = models.ForeignKey(
        Brief, verbose_name=_("brief"), on_delete=models.CASCADE, related_name="clearances"
    )
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.ASKED)
    expires_at = models.DateTimeField(_("holds until"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    asked_at = models.DateTimeField(_("asked"), auto_now_add=True)

    class Meta:
        verbose_name = _("clearance of a brief")
        constraints = decided_once("brief_clearance", "brief")
        triggers = [
            CLEARS_WHAT_STANDS,
            pgtrigger.ReadOnly(
                name="brief_clearance_words_stay",
                fields=["brief", "fingerprint", "words", "document", "marking", "expires_at"],
            ),
            pgtrigger.Protect(
                name="brief_clearance_stays_decided",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.state <> 'asked' AND OLD.state IS DISTINCT FROM NEW.state"
                ),
            ),
            kept_once_cleared("brief_clearance"),
        ]
        indexes = [
            models.Index(
                fields=["desk", "asked_at"], name="brief_clearance_waiting", condition=Q(state="asked")
            )
        ]

    def __str__(self) -> str:
        return str(self.brief)

    @property
    def paper(self) -> Brief:
        """Its brief."""
        return self.brief
