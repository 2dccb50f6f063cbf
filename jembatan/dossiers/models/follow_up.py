"""A partner follows their own steps by a link, and answers."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models.dossier import Dossier
from jembatan.dossiers.models.step import Step
from jembatan.platform.markings import Marking


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class FollowUp(models.Model):
    """One a party and dossier. `issue` numbers its links: an earlier one is worthless. It shows steps up to `marking`."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    dossier = models.ForeignKey(
        Dossier, verbose_name=_("dossier"), on_delete=models.CASCADE, related_name="follow_ups"
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    marking = models.CharField(_("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking])
    language = models.CharField(_("language"), max_length=2)
    issue = models.PositiveSmallIntegerField(_("number of the link"), default=1)
    until = models.DateTimeField(_("until"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("link for a partner's steps")
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True, organisation__isnull=False)
                | Q(person__isnull=False, organisation__isnull=True),
                name="follow_up_is_of_one",
            ),
            models.UniqueConstraint(
                fields=["dossier", "organisation", "person"], name="follow_up_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(marking__in=["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER"]), name="follow_up_may_leave"
            ),
        ]
        triggers = [pgtrigger.ReadOnly(name="follow_up_stays_in_its_dossier", fields=["dossier", "desk"])]

    def __str__(self) -> str:
        return str(self.party)

    @property
    def party(self) -> Organisation | Person:
        """Whose steps they are."""
        party = self.organisation or self.person
        assert party is not None, "the database holds follow_up_is_of_one"
        return party


class StepAnswer(models.Model):
    """What a partner says of a step, in their words; the last one counts. What it asks for is ours to accept."""

    class Kind(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        DONE = "done", _("says it is done")
        OTHER_DAY = "other_day", _("asks for another day")

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="answers")
    follow_up = models.ForeignKey(FollowUp, on_delete=models.CASCADE, related_name="answers")
    kind = models.CharField(max_length=9, choices=Kind)
    day = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)
    said_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    accepted = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("partner's word on a step")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="other_day", day__isnull=False)
                | Q(kind__in=["confirmed", "done"], day__isnull=True),
                name="step_answer_day",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="step_answer_stays", fields=["step", "follow_up", "kind", "day", "words", "said_at"]
            )
        ]

    def __str__(self) -> str:
        return self.kind
