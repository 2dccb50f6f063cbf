"""Who sits where: a plan of a meeting, its seats, and interpreters behind those for whom they speak."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.meetings.models.attendance import Attendance
from jembatan.meetings.models.meeting import Meeting

OF_ITS_MEETING = """
    IF EXISTS (
        SELECT FROM meetings_seatingplan plan JOIN meetings_attendance guest ON guest.id IN (NEW.guest_id, NEW.behind_id)
        WHERE plan.id = NEW.plan_id AND guest.meeting_id <> plan.meeting_id
    ) THEN RAISE EXCEPTION 'only who takes part in the meeting sits at its table' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class SeatingPlan(models.Model):
    """One a meeting. What the places of each shape are called and where they stand: `formats/seating.py`."""

    class Shape(models.TextChoices):
        FACING = "facing", _("Two sides facing each other")
        U = "u", _("In the shape of a U")
        ROUND = "round", _("Round table")
        HEAD = "head", _("Long table with a head")
        THEATRE = "theatre", _("Rows, as for the press")

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="seating")
    shape = models.CharField(_("shape"), max_length=7, choices=Shape, default=Shape.FACING)

    class Meta:
        verbose_name = _("seating plan")
        constraints = [
            models.CheckConstraint(
                condition=Q(shape__in=["facing", "u", "round", "head", "theatre"]), name="seating_shape_known"
            )
        ]

    def __str__(self) -> str:
        return str(self.meeting)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Seat(models.Model):
    """A person sits at a place of the plan, or as an interpreter `behind` another: never at two, and nobody at the place of another."""

    plan = models.ForeignKey(SeatingPlan, on_delete=models.CASCADE, related_name="seats")
    guest = models.OneToOneField(
        Attendance, verbose_name=_("guest"), on_delete=models.CASCADE, related_name="seat"
    )
    place = models.CharField(_("place"), max_length=6, null=True, blank=True)
    behind = models.OneToOneField(
        Attendance,
        verbose_name=_("behind"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="interpreter",
    )

    class Meta:
        verbose_name = _("seat")
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "place"], name="seat_taken_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(
                condition=Q(place__isnull=False) ^ Q(behind__isnull=False), name="seat_at_or_behind"
            ),
            models.CheckConstraint(condition=~Q(behind=F("guest")), name="seat_not_behind_oneself"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="seat_of_its_meeting",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=OF_ITS_MEETING,
            )
        ]

    def __str__(self) -> str:
        return f"{self.guest}: {self.place or self.behind}"
