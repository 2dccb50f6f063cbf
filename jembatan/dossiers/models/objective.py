"""What is to be reached in a matter, how that is measured, and what we are after ourselves."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models.dossier import Dossier, remembered
from jembatan.platform.markings import Marking


@pghistory.track(*remembered())
class Objective(models.Model):
    """Shared with partners as far as its marking allows. With a `target` it is measured: `measure` says what is counted, in which unit."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    dossier = models.ForeignKey(
        Dossier, verbose_name=_("dossier"), on_delete=models.CASCADE, related_name="objectives"
    )
    text = models.CharField(_("objective"), max_length=300)
    measure = models.CharField(_("measured by"), max_length=200, blank=True)
    target = models.DecimalField(_("target"), max_digits=14, decimal_places=2, null=True, blank=True)
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.AMBER
    )
    dropped_at = models.DateTimeField(_("dropped"), null=True, blank=True)

    class Meta:
        verbose_name = _("objective")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="objective_says_something"),
            models.CheckConstraint(condition=Q(marking__in=list(Marking)), name="objective_marking_known"),
            models.CheckConstraint(
                condition=Q(target__isnull=True) | ~Q(measure=""), name="objective_target_is_of_something"
            ),
        ]
        triggers = [pgtrigger.ReadOnly(name="objective_stays_in_its_dossier", fields=["dossier", "desk"])]

    def __str__(self) -> str:
        return self.text


class Reading(models.Model):
    """What the measure said on a day. It is never changed: the newest counts, one that was wrong is taken out."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="readings")
    value = models.DecimalField(max_digits=14, decimal_places=2)
    on_day = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    taken_out_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("reading")
        triggers = [pgtrigger.ReadOnly(name="reading_stays", fields=["objective", "value", "on_day", "note"])]
        indexes = [models.Index(fields=["objective", "on_day", "id"], name="readings_in_time")]

    def __str__(self) -> str:
        return str(self.value)


@pghistory.track(*remembered())
class OwnInterest(models.Model):
    """What we are after in a matter. It is ours alone, and part of nothing that leaves the house."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    dossier = models.ForeignKey(
        Dossier, verbose_name=_("dossier"), on_delete=models.CASCADE, related_name="interests"
    )
    text = models.CharField(_("interest"), max_length=500)

    class Meta:
        verbose_name = _("interest of ours")
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="own_interest_says_something")]

    def __str__(self) -> str:
        return self.text
