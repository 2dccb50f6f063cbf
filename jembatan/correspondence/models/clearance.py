"""Who has to agree before a mail leaves, and who has agreed to exactly which words."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.draft import Draft, Words
from jembatan.correspondence.models.preflight import remembered
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.platform.markings import Marking


class Clearer(models.TextChoices):
    """Who clears, in the order in which they are asked."""

    OFFICER = "officer", _("Any officer")
    LEAD = "lead", _("The partner's lead")
    MEMBER = "member", _("A named member")
    HEAD = "head", _("The head of the desk")


NAMED = (Clearer.LEAD, Clearer.MEMBER)


@pghistory.track(*remembered())
class ClearanceRule(models.Model):
    """Mail of this kind needs this clearance. `member` is whom `Clearer.MEMBER` names."""

    class Condition(models.TextChoices):
        PARTNER = "partner", _("Mail to a partner")
        DOSSIER = "dossier", _("Mail in a dossier")
        MARKING = "marking", _("Mail at or above a marking")
        STATEMENT = "statement", _("Formal statements")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    condition = models.CharField(_("what needs clearance"), max_length=9, choices=Condition)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("partner"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="clearance_rules",
    )
    dossier = models.ForeignKey(
        Dossier, verbose_name=_("dossier"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    marking = models.CharField(
        _("marking"), max_length=16, blank=True, choices=[(m.value, m.value) for m in Marking]
    )
    clearer = models.CharField(_("who clears"), max_length=9, choices=Clearer)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("member"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("rule of clearance")
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(condition="partner", organisation__isnull=False, dossier__isnull=True, marking="")
                    | Q(condition="dossier", organisation__isnull=True, dossier__isnull=False, marking="")
                    | Q(condition="statement", organisation__isnull=True, dossier__isnull=True, marking="")
                    | Q(condition="marking", organisation__isnull=True, dossier__isnull=True) & ~Q(marking="")
                ),
                name="clearance_rule_says_when",
            ),
            models.CheckConstraint(
                condition=Q(clearer="member", member__isnull=False)
                | Q(clearer__in=["officer", "lead", "head"], member__isnull=True),
                name="clearance_rule_says_who",
            ),
            models.UniqueConstraint(
                fields=["desk", "condition", "organisation", "dossier", "marking", "clearer", "member"],
                name="clearance_rule_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        subject = self.organisation or self.dossier or self.marking
        kind = self.Condition(self.condition).label
        return f"{kind}: {subject}" if subject else str(kind)


@pghistory.track(*remembered(), exclude=["fingerprint"])
class Clearance(Words):
    """One step on a draft's way out, asked and decided; the words are those that were asked about, and once decided, those decided on.

    `fingerprint` is of all that leaves (`queries/clearance/fingerprint.py`). `writer` had written them when it was asked.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("waits for clearance")
        CLEARED = "cleared", _("cleared")
        RETURNED = "returned", _("returned")
        WITHDRAWN = "withdrawn", _("withdrawn")
        LAPSED = "lapsed", _("lapsed")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    draft = models.ForeignKey(
        Draft, verbose_name=_("draft"), on_delete=models.CASCADE, related_name="clearances"
    )
    clearer = models.CharField(_("who clears"), max_length=9, choices=Clearer)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("member"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="whom `lead` or `member` means",
    )
    fingerprint = models.CharField(max_length=64)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.ASKED)
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("writer"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
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
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    by_head = models.BooleanField(_("decided as head"), default=False)
    comment = models.TextField(_("comment"), blank=True)

    class Meta:
        verbose_name = _("clearance")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["asked", "cleared", "returned", "withdrawn", "lapsed"]),
                name="clearance_state_known",
            ),
            models.CheckConstraint(
                condition=Q(clearer__in=["lead", "member"], member__isnull=False)
                | Q(clearer__in=["officer", "head"], member__isnull=True),
                name="clearance_says_who",
            ),
            models.UniqueConstraint(
                fields=["draft", "clearer", "member"],
                condition=Q(state="asked"),
                name="clearance_asked_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["cleared", "returned"])
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="clearance_decided_by_a_person",
            ),
            models.CheckConstraint(
                condition=~Q(state="cleared")
                | ~Q(clearer="officer")
                | Q(by_head=True)
                | Q(writer__isnull=True)
                | ~Q(decided_by=F("writer")),
                name="clearance_by_another_than_the_writer",
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(comment=""), name="clearance_returned_says_why"
            ),
        ]
        indexes = [models.Index(fields=["desk", "state"], name="clearance_asked", condition=Q(state="asked"))]

    def __str__(self) -> str:
        return self.subject
