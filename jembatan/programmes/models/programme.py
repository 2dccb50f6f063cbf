"""An event with delegations, and the days that it lasts."""

import pghistory
import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.models.dossier import remembered
from jembatan.platform.markings import Marking

DAY = 1440
WEEK = 7 * DAY


@pghistory.track(*remembered())
class Programme(models.Model):
    """It stands in a dossier for good, and is seen by whoever sees that one. Its working rules are in minutes.

    `max_spread` is from a day's first beginning to its last end; `min_rest` from one day's last end to the next first beginning;
    `handover` how long two officers who follow each other are there together; `night_age` the least age, in years, at night;
    `self_sign_up`: officers may take seats of the published roster that are open;
    `keep_days` after the last day, what is known of officers and of the health and diet of guests is deleted.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    dossier = models.ForeignKey(
        Dossier, verbose_name=_("dossier"), on_delete=models.PROTECT, related_name="programmes"
    )
    name = models.CharField(_("name"), max_length=200)
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.AMBER
    )
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    zone = models.CharField(_("time zone"), max_length=64)
    max_work = models.PositiveIntegerField(
        _("work a day at most"), default=480, validators=[MaxValueValidator(DAY)]
    )
    max_spread = models.PositiveIntegerField(
        _("from first to last at most"), default=600, validators=[MaxValueValidator(DAY)]
    )
    min_rest = models.PositiveIntegerField(
        _("rest at least"), default=660, validators=[MaxValueValidator(DAY)]
    )
    max_days_in_7 = models.PositiveSmallIntegerField(
        _("days of work in seven at most"), default=6, validators=[MaxValueValidator(7)]
    )
    max_week_work = models.PositiveIntegerField(
        _("work in seven days at most"), default=2880, validators=[MaxValueValidator(WEEK)]
    )
    handover = models.PositiveIntegerField(
        _("together at a handover"), default=0, validators=[MaxValueValidator(DAY)]
    )
    night_age = models.PositiveSmallIntegerField(_("least age at night"), default=18)
    self_sign_up = models.BooleanField(_("officers take open duties themselves"), default=False)
    keep_days = models.PositiveSmallIntegerField(
        _("days kept after the programme"), default=90, validators=[MaxValueValidator(3650)]
    )
    created_at = models.DateTimeField(_("opened"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("opened by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("programme")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="programme_is_named"),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="programme_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(
                    max_work__lte=DAY, max_spread__lte=DAY, min_rest__lte=DAY, max_days_in_7__range=(1, 7)
                ),
                name="programme_rules_fit_days",
            ),
            models.UniqueConstraint(fields=["desk", "name"], name="programme_named_once"),
        ]
        triggers = [pgtrigger.ReadOnly(name="programme_stays_in_its_dossier", fields=["dossier", "desk"])]

    def __str__(self) -> str:
        return self.name
