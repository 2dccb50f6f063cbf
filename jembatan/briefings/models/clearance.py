"""Who was asked to clear a brief, and what became of it: the whole document as it was read, for good."""

from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.briefings.models.brief import Brief
from jembatan.dossiers.models.dossier import remembered
from jembatan.platform.markings import Marking

_IN_ORDER = "ARRAY[" + ", ".join(f"'{marking}'" for marking in Marking) + "]::text[]"
CLEARS_WHAT_STANDS = pgtrigger.Trigger(
    name="brief_clears_what_stands",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Q(new__state="cleared"),
    func=f"""
        IF TG_OP = 'UPDATE' AND OLD.state = 'cleared' THEN
            RETURN NEW;
        END IF;
        IF NOT EXISTS (
            SELECT FROM briefings_brief brief WHERE brief.id = NEW.brief_id AND brief.fingerprint = NEW.fingerprint
            AND array_position({_IN_ORDER}, NEW.marking::text) >= array_position({_IN_ORDER}, brief.marking::text)
            AND (brief.audience = 'ours' OR NEW.marking = brief.marking)
        ) THEN
            RAISE EXCEPTION 'these are not the words and the marking of the brief' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)


@pghistory.track(*remembered(), exclude=["fingerprint", "words", "document"])
class BriefClearance(models.Model):
    """A question to clear, with its answer. `document` is what was asked about (`platform/documents/plain.py`) and what is printed
    once it is cleared; `words` are the written parts by name; `marking` is the document's.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("waits for clearance")
        CLEARED = "cleared", _("cleared")
        RETURNED = "returned", _("returned")
        WITHDRAWN = "withdrawn", _("withdrawn")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    brief = models.ForeignKey(
        Brief, verbose_name=_("brief"), on_delete=models.CASCADE, related_name="clearances"
    )
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.ASKED)
    fingerprint = models.CharField(max_length=64)
    words: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(default=dict)
    document: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField()
    marking = models.CharField(_("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking])
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
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    comment = models.TextField(_("comment"), blank=True)

    class Meta:
        verbose_name = _("clearance of a brief")
        constraints = [
            models.UniqueConstraint(
                fields=["brief"], name="brief_clearance_asked_once", condition=Q(state="asked")
            ),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "cleared", "returned", "withdrawn"]),
                name="brief_clearance_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "withdrawn"]) | Q(decided_at__isnull=False),
                name="brief_clearance_decided",
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(comment=""), name="brief_clearance_returned_with_comment"
            ),
        ]
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
            pgtrigger.Protect(
                name="brief_clearance_is_kept",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__state="cleared"),
            ),
        ]
        indexes = [
            models.Index(
                fields=["desk", "asked_at"], name="brief_clearance_waiting", condition=Q(state="asked")
            )
        ]

    def __str__(self) -> str:
        return str(self.brief)
