"""Where a party stands in a matter, as we see it."""

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models.dossier import Dossier

LOWEST, HIGHEST = 1, 5
DEGREE = [MinValueValidator(LOWEST), MaxValueValidator(HIGHEST)]


class Assessment(models.Model):
    """Of a day. It is never changed: who sees a party differently makes another one, so that the way stays visible. Ours alone."""

    class Stance(models.TextChoices):
        SUPPORTS = "supports", _("supports it")
        INCLINED = "inclined", _("is inclined")
        NEUTRAL = "neutral", _("is neutral")
        DOUBTFUL = "doubtful", _("has doubts")
        OPPOSES = "opposes", _("opposes it")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="assessments")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    influence = models.PositiveSmallIntegerField(validators=DEGREE)
    interest = models.PositiveSmallIntegerField(validators=DEGREE)
    stance = models.CharField(max_length=8, choices=Stance)
    reason = models.CharField(max_length=500, blank=True)
    on_day = models.DateField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    taken_out_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("assessment of a party")
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True, organisation__isnull=False)
                | Q(person__isnull=False, organisation__isnull=True),
                name="assessment_is_of_one",
            ),
            models.CheckConstraint(
                condition=Q(influence__range=(LOWEST, HIGHEST), interest__range=(LOWEST, HIGHEST)),
                name="assessment_in_bounds",
            ),
            models.CheckConstraint(
                condition=Q(stance__in=["supports", "inclined", "neutral", "doubtful", "opposes"]),
                name="assessment_stance_known",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="assessment_stays",
                fields=["dossier", "influence", "interest", "stance", "reason", "on_day"],
            )
        ]
        indexes = [models.Index(fields=["dossier", "on_day", "id"], name="assessments_in_time")]

    def __str__(self) -> str:
        return str(self.party)

    @property
    def party(self) -> Organisation | Person:
        """Who is assessed."""
        party = self.organisation or self.person
        assert party is not None, "the database holds assessment_is_of_one"
        return party
