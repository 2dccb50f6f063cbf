"""Who was asked to agree before a mail leaves, and who has agreed to exactly which words."""

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.clearance_rule import Clearer
from jembatan.correspondence.models.draft import Draft, Words
from jembatan.correspondence.models.preflight import remembered


@pghistory.track(*remembered(), exclude=["fingerprint", "uploaders"])
class Clearance(Words):
    """One step on a draft's way out, asked and decided; the words are those that were asked about, and once decided, those decided on.

    `fingerprint` is of all that leaves (`queries/clearance/fingerprint.py`). `writer` had written them when it was asked; the `uploaders` have
    put in files that no other officer has looked at since.
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
    address = models.EmailField(_("address of the department"), max_length=320, blank=True)
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
    uploaders = ArrayField(models.BigIntegerField(), default=list, blank=True, db_default=[])
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
                condition=Q(clearer__in=["lead", "member"], member__isnull=False, address="")
                | Q(clearer="consulted", member__isnull=True) & ~Q(address="")
                | Q(clearer__in=["officer", "head"], member__isnull=True, address=""),
                name="clearance_says_who",
            ),
            models.UniqueConstraint(
                fields=["draft", "clearer", "member", "address"],
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
                condition=~Q(state="cleared")
                | ~Q(clearer="officer")
                | Q(by_head=True)
                | ~Q(uploaders__contains=[F("decided_by")]),
                name="clearance_by_another_than_uploaders",
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(comment=""), name="clearance_returned_says_why"
            ),
        ]
        indexes = [models.Index(fields=["desk", "state"], name="clearance_asked", condition=Q(state="asked"))]

    def __str__(self) -> str:
        return self.subject

    @property
    def writers(self) -> frozenset[int | None]:
        """Whose words and files are cleared by somebody else."""
        return frozenset({self.writer_id, *self.uploaders})
