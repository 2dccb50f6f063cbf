"""What works against an objective of a matter: another one, or what a party is after."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models.dossier import Dossier
from jembatan.dossiers.models.objective import Objective


class Conflict(models.Model):
    """As we see it, with the reason; ours alone. It is never changed: one that is none any more is taken back.

    Of two objectives the one that was written first is `objective`, so that two make one conflict, whoever says it from which side.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="conflicts")
    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Objective, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=500)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    said_at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("conflict of objectives")
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="conflict_has_reason"),
            models.CheckConstraint(
                condition=Q(other__isnull=False, organisation__isnull=True, person__isnull=True)
                | Q(other__isnull=True, organisation__isnull=False, person__isnull=True)
                | Q(other__isnull=True, organisation__isnull=True, person__isnull=False),
                name="conflict_with_one",
            ),
            models.CheckConstraint(
                condition=Q(other__isnull=True) | Q(other__gt=F("objective")), name="conflict_of_two_in_order"
            ),
            models.UniqueConstraint(
                fields=["objective", "other"],
                condition=Q(taken_back_at__isnull=True, other__isnull=False),
                name="conflict_of_two_once",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="conflict_stays", fields=["desk", "dossier", "objective", "other", "reason"]
            ),
            pgtrigger.Trigger(
                name="conflict_within_its_dossier",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF EXISTS (
                        SELECT FROM dossiers_objective objective
                        WHERE objective.id IN (NEW.objective_id, NEW.other_id) AND objective.dossier_id <> NEW.dossier_id
                    ) THEN
                        RAISE EXCEPTION 'this objective is of another dossier' USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.reason

    @property
    def party(self) -> Organisation | Person | None:
        """Whose interest the objective works against; None between two objectives."""
        return self.organisation or self.person
