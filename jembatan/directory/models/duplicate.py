"""Two records that are probably one, and what people have said about them."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models.organisation import Organisation
from jembatan.directory.models.person import Person


class Duplicate(models.Model):
    """Two people or two organisations, the older record first. What was decided is kept, so that nobody is asked again.

    `score` is the chance that both are one. `moved` says what a merge changed, for its inverse: ids of the rows that
    followed by "model.field", and under "fields" what the kept record said before and after.
    """

    class State(models.TextChoices):
        OPEN = "open", _("open")
        SAME = "same", _("the same")
        DIFFERENT = "different", _("not the same")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    person_a = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    person_b = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    organisation_a = models.ForeignKey(Organisation, on_delete=models.CASCADE, null=True, related_name="+")
    organisation_b = models.ForeignKey(Organisation, on_delete=models.CASCADE, null=True, related_name="+")
    score = models.FloatField()
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    moved: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    person_a__lt=F("person_b"), organisation_a__isnull=True, organisation_b__isnull=True
                )
                | Q(organisation_a__lt=F("organisation_b"), person_a__isnull=True, person_b__isnull=True),
                name="duplicate_of_two_alike",
            ),
            models.UniqueConstraint(
                fields=["person_a", "person_b", "organisation_a", "organisation_b"],
                name="duplicate_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="duplicate_score_is_chance"),
        ]
        indexes = [
            models.Index(
                F("desk"), F("score").desc(), F("id"), name="duplicate_open", condition=Q(state="open")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.a} · {self.b}"

    @property
    def a(self) -> Person | Organisation:
        """The older record."""
        found = self.person_a or self.organisation_a
        assert found is not None, "the database holds duplicate_of_two_alike"
        return found

    @property
    def b(self) -> Person | Organisation:
        """The younger record."""
        found = self.person_b or self.organisation_b
        assert found is not None, "the database holds duplicate_of_two_alike"
        return found
