"""Colleagues who read the notes on a delegation that are TLP:RED."""

import pghistory
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import remembered
from jembatan.programmes.models.delegation import Delegation


@pghistory.track(*remembered())
class NoteReader(models.Model):
    """Named by the head of the desk, who needs no naming."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    delegation = models.ForeignKey(
        Delegation, verbose_name=_("delegation"), on_delete=models.CASCADE, related_name="readers"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("colleague"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = _("reader of notes")
        constraints = [models.UniqueConstraint(fields=["delegation", "user"], name="note_reader_once")]

    def __str__(self) -> str:
        return str(self.user)
