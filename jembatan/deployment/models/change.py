"""What goes beside the plan: rules that somebody set aside, officers who wait to step in, and what one hands to the next."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.deployment.models.proposal import Proposal
from jembatan.deployment.models.roster import Roster
from jembatan.programmes.models import Delegation, Duty, Officer


class Override(models.Model):
    """Somebody put an officer on a duty although a rule refuses it, and said why. `rule` is the engine's code, `told` the sentence that was shown."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="overrides")
    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="+")
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="+")
    rule = models.CharField(_("rule"), max_length=30)
    told = models.TextField(blank=True)
    reason = models.CharField(_("reason"), max_length=500)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("override")
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="override_says_why")]
        triggers = [
            pgtrigger.ReadOnly(
                name="override_stays",
                fields=["roster", "duty", "officer", "rule", "told", "reason", "made_at"],
            )
        ]

    def __str__(self) -> str:
        return self.rule


class Standby(models.Model):
    """An officer waits on a day to step in; the solver leaves them free on it."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="standbys", db_index=False)
    day = models.DateField(_("day"))

    class Meta:
        verbose_name = _("standby")
        constraints = [models.UniqueConstraint(fields=["officer", "day"], name="standby_once_a_day")]
        indexes = [models.Index(fields=["day"], name="standby_by_day")]

    def __str__(self) -> str:
        return f"{self.officer} · {self.day}"


class Handover(models.Model):
    """What the one who goes leaves to the one who comes, about a delegation or single duties. `text` are the open matters."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="handovers")
    delegation = models.ForeignKey(
        Delegation, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    duties = models.ManyToManyField(Duty, related_name="+")
    outgoing = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="+")
    incoming = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="handovers")
    text = models.TextField(_("open matters"))
    proposal = models.ForeignKey(
        Proposal, on_delete=models.SET_NULL, null=True, blank=True, related_name="handovers"
    )
    issue = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    acknowledged_at = models.DateTimeField(_("acknowledged"), null=True, blank=True)

    class Meta:
        verbose_name = _("handover")

    def __str__(self) -> str:
        return f"{self.outgoing} → {self.incoming}"
