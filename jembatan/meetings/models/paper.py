"""Files that a point of an agenda is about."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.meetings.models.agenda import AgendaItem
from jembatan.platform.files.models import StoredFile
from jembatan.platform.markings import Marking


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), exclude=["added_at"])
class Paper(models.Model):
    """`name` is harmless already. One that was taken out stays, so that it can come back."""

    item = models.ForeignKey(
        AgendaItem, verbose_name=_("point"), on_delete=models.CASCADE, related_name="papers"
    )
    file = models.ForeignKey(StoredFile, verbose_name=_("file"), on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=200)
    author = models.CharField(_("author"), max_length=200, blank=True)
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    added_at = models.DateTimeField(auto_now_add=True)
    taken_out_at = models.DateTimeField(_("taken out"), null=True, blank=True)

    class Meta:
        verbose_name = _("paper")
        constraints = [
            models.UniqueConstraint(fields=["item", "file", "name"], name="paper_once"),
            models.CheckConstraint(condition=~Q(name=""), name="paper_has_name"),
            models.CheckConstraint(condition=Q(marking__in=list(Marking)), name="paper_marking_known"),
        ]

    def __str__(self) -> str:
        return self.name
