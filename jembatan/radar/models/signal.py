"""A fault of communication that the radar has found, with its evidence."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation, Person
from jembatan.journal.models import Entry

DECIDED = ("dismissed_at", "dismissed_for", "snoozed_until")


@pghistory.track(
    pghistory.UpdateEvent(condition=pgtrigger.AnyChange(*DECIDED)),
    fields=["id", "desk", "rule", "organisation", "person", *DECIDED],
    obj_field=pghistory.ObjForeignKey(related_name="events"),
    model_name="SignalEvent",
)
class Signal(models.Model):
    """One fault of one relation. `rule` and `key` tell which, `partner` numbers the relation (`queries/partners.py`).

    `told` fills the sentence that explains it. `mark` sums up the evidence: a signal that was dismissed comes back only when it is another than
    `dismissed_mark`. `shown_on` is the day on which it came up within the desk's weekly number; None: it waits. `closed_at` is when the fault was gone.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    rule = models.CharField(_("rule"), max_length=20)
    key = models.CharField(max_length=200)
    partner = models.BigIntegerField()
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    party = models.CharField(_("partner"), max_length=320, blank=True)
    severity = models.PositiveSmallIntegerField(_("severity"))
    told = models.JSONField(default=dict)
    mark = models.CharField(max_length=64)
    since = models.DateTimeField(_("since"))
    found_at = models.DateTimeField(_("found"))
    closed_at = models.DateTimeField(_("over"), null=True, blank=True)
    shown_on = models.DateField(null=True, blank=True)
    dismissed_at = models.DateTimeField(_("dismissed"), null=True, blank=True)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dismissed by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    dismissed_for = models.CharField(_("reason"), max_length=500, blank=True)
    dismissed_mark = models.CharField(max_length=64, blank=True)
    snoozed_until = models.DateTimeField(_("put off until"), null=True, blank=True)

    class Meta:
        verbose_name = _("signal")
        constraints = [
            models.UniqueConstraint(fields=["desk", "rule", "key"], name="signal_once"),
            models.CheckConstraint(condition=Q(severity__gte=1, severity__lte=100), name="signal_severity"),
            models.CheckConstraint(
                condition=Q(dismissed_at__isnull=True, dismissed_for="")
                | (Q(dismissed_at__isnull=False) & ~Q(dismissed_for="")),
                name="signal_dismissed_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=True) | Q(person__isnull=True), name="signal_of_one_party"
            ),
        ]
        indexes = [
            models.Index(
                F("desk"),
                F("severity").desc(),
                F("id"),
                name="signal_open",
                condition=Q(closed_at__isnull=True, dismissed_at__isnull=True),
            ),
            models.Index(fields=["desk", "partner"], name="signal_of_partner"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} · {self.party}"

    @property
    def is_open(self) -> bool:
        """The fault is still there, and nobody has dismissed it."""
        return self.closed_at is None and self.dismissed_at is None

    @property
    def weight(self) -> str:
        """ "high", "middle" or "low"."""
        return "high" if self.severity >= 60 else "middle" if self.severity >= 35 else "low"


class SignalEvidence(models.Model):
    """A line of the journal that shows it: whoever may not see all of them does not see the signal."""

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="evidence")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["signal", "entry"], name="signal_evidence_once")]

    def __str__(self) -> str:
        return str(self.entry)
