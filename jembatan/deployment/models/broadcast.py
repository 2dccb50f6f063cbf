"""A message to many officers, each of whom says that it has been read."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.programmes.models import Officer, Programme


class Broadcast(models.Model):
    """Its words stay as they were sent. `told` says in a sentence to whom it went."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="broadcasts")
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("message"))
    told = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(_("sent"), auto_now_add=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("broadcast")
        constraints = [
            models.CheckConstraint(condition=~Q(subject="") & ~Q(text=""), name="broadcast_says_something")
        ]
        triggers = [
            pgtrigger.ReadOnly(name="broadcast_stays", fields=["programme", "subject", "text", "sent_at"])
        ]

    def __str__(self) -> str:
        return self.subject


class BroadcastReceiver(models.Model):
    """One who got it, by a link of their own."""

    broadcast = models.ForeignKey(
        Broadcast, on_delete=models.CASCADE, related_name="receivers", db_index=False
    )
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="broadcasts")
    mailed = models.BooleanField(default=False)
    acknowledged_at = models.DateTimeField(_("read"), null=True, blank=True)

    class Meta:
        verbose_name = _("receiver of a broadcast")
        constraints = [
            models.UniqueConstraint(fields=["broadcast", "officer"], name="broadcast_once_to_each")
        ]

    def __str__(self) -> str:
        return str(self.officer)
