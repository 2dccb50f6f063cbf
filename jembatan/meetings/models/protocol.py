"""In what order those who take part stand: the table that a meeting follows, and places given by hand."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.directory.models import PrecedenceTable
from jembatan.meetings.models.attendance import Attendance
from jembatan.meetings.models.meeting import Meeting


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class MeetingOrder(models.Model):
    """The order of precedence that a meeting follows, in the version of its day."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="order")
    table = models.ForeignKey(
        PrecedenceTable, verbose_name=_("order of precedence"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = _("order of a meeting")

    def __str__(self) -> str:
        return str(self.table)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class PlaceByHand(models.Model):
    """A guest stands at `place` (from 1) whatever the table says; `reason` and `moved_by` say why and who decided."""

    guest = models.OneToOneField(Attendance, on_delete=models.CASCADE, related_name="by_hand")
    place = models.PositiveSmallIntegerField(_("place"))
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("moved by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    moved_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("place by hand")
        constraints = [models.CheckConstraint(condition=Q(place__gte=1), name="place_by_hand_from_one")]

    def __str__(self) -> str:
        return f"{self.place}. {self.guest}"
