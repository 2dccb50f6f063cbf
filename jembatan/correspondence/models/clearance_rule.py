"""Which mail needs whose agreement before it leaves."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.preflight import remembered
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.platform.markings import Marking


class Clearer(models.TextChoices):
    """Who clears, in the order in which they are asked."""

    OFFICER = "officer", _("Any officer")
    LEAD = "lead", _("The partner's lead")
    MEMBER = "member", _("A named member")
    CONSULTED = "consulted", _("A consulted department")
    HEAD = "head", _("The head of the desk")


@pghistory.track(*remembered())
class ClearanceRule(models.Model):
    """Mail of this kind needs this clearance. `member` is whom `Clearer.MEMBER` names, `address` where `Clearer.CONSULTED` is asked."""

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
    address = models.EmailField(_("address of the department"), max_length=320, blank=True)

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
                condition=Q(clearer="member", member__isnull=False, address="")
                | Q(clearer="consulted", member__isnull=True) & ~Q(address="")
                | Q(clearer__in=["officer", "lead", "head"], member__isnull=True, address=""),
                name="clearance_rule_says_who",
            ),
            models.UniqueConstraint(
                fields=[
                    "desk",
                    "condition",
                    "organisation",
                    "dossier",
                    "marking",
                    "clearer",
                    "member",
                    "address",
                ],
                name="clearance_rule_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        subject = self.organisation or self.dossier or self.marking
        kind = self.Condition(self.condition).label
        return f"{kind}: {subject}" if subject else str(kind)
