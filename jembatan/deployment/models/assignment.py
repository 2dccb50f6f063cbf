"""An officer on a seat of a duty. The database refuses the same officer at two duties at once."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jembatan.accounts.models import Desk
from jembatan.deployment.models.roster import Roster
from jembatan.programmes.models import Duty, Officer

ACTIVE = ("planned", "done")
"""The states in which somebody holds a seat."""

COPY_TIMES = """
    SELECT CASE WHEN duty.cancelled THEN 'empty'::tstzrange ELSE tstzrange(duty.starts_at, duty.ends_at) END
    INTO NEW.during
    FROM programmes_duty duty
    JOIN programmes_officer officer ON officer.programme_id = duty.programme_id
    JOIN deployment_roster roster ON roster.programme_id = duty.programme_id
    WHERE duty.id = NEW.duty_id AND officer.id = NEW.officer_id AND roster.id = NEW.roster_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'roster, duty and officer are of one programme' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


class Assignment(models.Model):
    """`during` is copied from the duty by the database, and follows it (empty while the duty is cancelled).

    One whose duty moved onto another one of the same officer is released by the database: the seat is open again.
    """

    class Origin(models.TextChoices):
        SOLVER = "solver", _("planned by the solver")
        HAND = "hand", _("put there by hand")
        SWAP = "swap", _("swapped")
        SELF = "self", _("took it on")

    class State(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("assignment", "planned")
        DONE = "done", pgettext_lazy("assignment", "done")
        TAKEN_OVER = "taken_over", _("taken over")
        NO_SHOW = "no_show", _("did not come")
        RELEASED = "released", _("released, since the duty moved")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="assignments", db_index=False)
    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="assignments")
    officer = models.ForeignKey(Officer, on_delete=models.RESTRICT, related_name="assignments")
    seat = models.PositiveSmallIntegerField(_("seat"), default=1)
    locked = models.BooleanField(_("locked"), default=False)
    origin = models.CharField(max_length=6, choices=Origin, default=Origin.HAND)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PLANNED)
    during = DateTimeRangeField(_("time"), null=True, blank=True, editable=False)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("assignment")
        constraints = [
            ExclusionConstraint(
                name="officer_at_one_duty_at_a_time",
                expressions=[
                    ("roster", RangeOperators.EQUAL),
                    ("officer", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=Q(state__in=ACTIVE),
            ),
            models.UniqueConstraint(
                fields=["roster", "duty", "seat"],
                condition=Q(state__in=ACTIVE),
                name="roster_seat_taken_once",
            ),
            models.CheckConstraint(condition=Q(seat__gte=1), name="seat_from_one"),
            models.CheckConstraint(condition=Q(during__isnull=False), name="assignment_has_time"),
        ]
        indexes = [models.Index(fields=["roster", "officer"], name="assignments_of_officer")]
        triggers = [
            pgtrigger.Trigger(
                name="assignment_copies_times",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=COPY_TIMES,
            )
        ]

    def __str__(self) -> str:
        return f"{self.officer} · {self.duty}"
