"""A head's word that a mail which seemed to pretend is really from one of us."""

import pghistory
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.message import Message


@pghistory.track(pghistory.InsertEvent(), pghistory.DeleteEvent())
class Vouch(models.Model):
    """As long as it stands, the message counts as ours, whatever its header tells."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    message = models.OneToOneField(
        Message, verbose_name=_("message"), on_delete=models.CASCADE, related_name="vouch"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("said by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    made_at = models.DateTimeField(_("said"), auto_now_add=True)

    class Meta:
        verbose_name = _("word for a mail")

    def __str__(self) -> str:
        return str(self.message)
