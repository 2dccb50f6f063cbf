"""In what order those who take part stand: the table that a meeting follows, and places given by hand."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.directory.models import PrecedenceTable
from jembatan.meetings.models.attendance import Attendance
from jembatan.meetings.models.meeting import Meeting

OF_ITS_DESK = """
    IF EXISTS (
        SELECT FROM meetings_meeting meeting JOIN directory_precedencetable followed ON followed.id = NEW.table_id
        WHERE meeting.id = NEW.meeting_id AND meeting.desk_id <> followed.desk_id
    ) THEN RAISE EXCEPTION 'a meeting follows an order of its own desk' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class MeetingOrder(models.Model):
    """The order of precedence that a meeting follows, in the version of its day."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="order")
    table = models.ForeignKey(
        PrecedenceTable, verbose_name=_("order of precedence"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = _("order of a meeting")
        triggers = [
            pgtrigger.Trigger(
                name="order_of_its_desk",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=OF_ITS_DESK,
            )
        ]

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
