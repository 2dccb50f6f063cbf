"""What is to be done in a matter: the plan of both sides."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models.dossier import Dossier, remembered
from jembatan.platform.markings import Marking


@pghistory.track(*remembered(), exclude=["version"])
class Step(models.Model):
    """Somebody's of ours, a party's, or both together. `marking` says how far the plan may carry it; `version` grows with each edit."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        DONE = "done", _("done")
        DROPPED = "dropped", _("dropped")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    dossier = models.ForeignKey(
        Dossier, verbose_name=_("dossier"), on_delete=models.CASCADE, related_name="steps"
    )
    title = models.CharField(_("step"), max_length=200)
    ours = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("on our side"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    after = models.ForeignKey(
        "self", verbose_name=_("after"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.AMBER
    )
    state = models.CharField(_("state"), max_length=7, choices=State, default=State.OPEN)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("step of a plan")
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="step_has_title"),
            models.CheckConstraint(condition=Q(state__in=["open", "done", "dropped"]), name="step_state"),
            models.CheckConstraint(condition=Q(marking__in=list(Marking)), name="step_marking_known"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(starts_on__lte=F("ends_on")),
                name="step_begins_before_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=True) | Q(person__isnull=True), name="step_of_one_party"
            ),
            models.CheckConstraint(
                condition=Q(after__isnull=True) | ~Q(after=F("pk")), name="step_not_after_itself"
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="step_stays_in_its_dossier", fields=["dossier", "desk"]),
            pgtrigger.Trigger(
                name="step_after_one_of_its_plan",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF NEW.after_id IS NOT NULL AND NOT EXISTS (
                        SELECT FROM dossiers_step earlier WHERE earlier.id = NEW.after_id AND earlier.dossier_id = NEW.dossier_id
                    ) THEN
                        RAISE EXCEPTION 'this step is of another plan' USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def theirs(self) -> Organisation | Person | None:
        """The party whose step it is."""
        return self.organisation or self.person
