"""What a meeting goes through, in order."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.meetings.models.attendance import Attendance
from jembatan.meetings.models.meeting import Meeting

LONGEST_MINUTES = 24 * 60


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class AgendaItem(models.Model):
    """One point. `position` counts from 1 without gaps among those that stand; one that was taken out has none.

    `owner` leads it; `speaks` marks a slot in which the owner speaks. Without `minutes` it takes what is left.
    """

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("meeting"), on_delete=models.CASCADE, related_name="agenda"
    )
    position = models.PositiveSmallIntegerField(_("place in the order"), null=True)
    title = models.CharField(_("point"), max_length=300)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    owner = models.ForeignKey(
        Attendance,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("led by"),
    )
    speaks = models.BooleanField(_("speaking slot"), default=False)
    notes = models.TextField(_("notes"), blank=True)

    class Meta:
        verbose_name = _("agenda item")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="agenda_position_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(condition=~Q(title=""), name="agenda_item_has_title"),
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__gte=1, minutes__lte=LONGEST_MINUTES),
                name="agenda_item_takes_time",
            ),
        ]

    def __str__(self) -> str:
        return self.title
