"""How a desk counts the time for an answer: its hours, its days off, and how soon it answers whom."""

from datetime import time

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation

ANSWER_DAYS, EXPECTED_DAYS, MOST_DAYS = 2, 5, 90


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class DeskClock(models.Model):
    """A desk without a row works from 8 to 17 on the weekdays of its country.

    `free_weekdays` (Monday 0; None: the weekend of the country) and public holidays are off. `friday_closes` is None where
    Friday is no shorter.
    """

    desk = models.OneToOneField(Desk, on_delete=models.CASCADE, related_name="clock")
    answer_days = models.PositiveSmallIntegerField(_("We answer within (working days)"), default=ANSWER_DAYS)
    expected_days = models.PositiveSmallIntegerField(
        _("We expect an answer within (working days)"), default=EXPECTED_DAYS
    )
    opens = models.TimeField(_("Opens"), default=time(8))
    closes = models.TimeField(_("Closes"), default=time(17))
    friday_closes = models.TimeField(_("Closes on Fridays"), null=True, blank=True)
    free_weekdays = ArrayField(
        models.PositiveSmallIntegerField(), verbose_name=_("Free weekdays"), null=True, blank=True
    )
    keeps_holidays = models.BooleanField(_("Closed on public holidays"), default=True)

    class Meta:
        verbose_name = _("working hours")
        constraints = [
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="desk_clock_opens_first"),
            models.CheckConstraint(
                condition=Q(friday_closes__isnull=True) | Q(friday_closes__gt=F("opens")),
                name="desk_clock_friday_opens_first",
            ),
            models.CheckConstraint(
                condition=Q(free_weekdays__isnull=True) | Q(free_weekdays__len__lt=7),
                name="desk_clock_works_some_day",
            ),
            models.CheckConstraint(
                condition=Q(answer_days__lte=MOST_DAYS, expected_days__lte=MOST_DAYS),
                name="desk_clock_days_are_few",
            ),
        ]

    def __str__(self) -> str:
        return str(self.desk)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class DayOff(models.Model):
    """A day on which the desk is closed, besides weekends and public holidays."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.DateField(_("day"))
    name = models.CharField(_("what for"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("day off")
        constraints = [models.UniqueConstraint(fields=["desk", "day"], name="day_off_once")]

    def __str__(self) -> str:
        return self.name or str(self.day)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class AnsweringTime(models.Model):
    """How soon we answer one partner, and they us, in working days; None: as the desk does."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    organisation = models.OneToOneField(
        Organisation, verbose_name=_("partner"), on_delete=models.CASCADE, related_name="answering_time"
    )
    answer_days = models.PositiveSmallIntegerField(
        _("We answer within (working days)"), null=True, blank=True
    )
    expected_days = models.PositiveSmallIntegerField(
        _("They answer within (working days)"), null=True, blank=True
    )

    class Meta:
        verbose_name = _("answering time for a partner")
        constraints = [
            models.CheckConstraint(
                condition=Q(answer_days__isnull=False) | Q(expected_days__isnull=False),
                name="answering_time_says_something",
            ),
            models.CheckConstraint(
                condition=(Q(answer_days__isnull=True) | Q(answer_days__lte=MOST_DAYS))
                & (Q(expected_days__isnull=True) | Q(expected_days__lte=MOST_DAYS)),
                name="answering_time_is_days",
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)
