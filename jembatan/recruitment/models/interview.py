"""Interviews: the times that are offered, who has taken them, and what each interviewer found."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jembatan.recruitment.models.application import Application
from jembatan.recruitment.models.call import Call

SKILLS: dict[str, str | Promise] = {
    "communication": _("Communication"),
    "problem_solving": _("Problem solving"),
    "public_speaking": _("Public speaking"),
    "negotiation": pgettext_lazy("skill", "Negotiation"),
    "organisation": pgettext_lazy("skill", "Organisation"),
}
MARKS = [MinValueValidator(1), MaxValueValidator(5)]


class InterviewSlot(models.Model):
    """`during` is half-open. Nobody interviews twice at a time, and an applicant takes one time: the database holds both."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="slots")
    interviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    during = DateTimeRangeField()
    place = models.CharField(max_length=500, blank=True)
    application = models.OneToOneField(
        Application, on_delete=models.SET_NULL, null=True, blank=True, related_name="slot"
    )

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="interviewer_once_at_a_time",
                expressions=[("interviewer", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(condition=Q(during__isempty=False), name="interview_lasts"),
        ]

    def __str__(self) -> str:
        return f"{self.during.lower:%Y-%m-%d %H:%M}"


class Rating(models.Model):
    """What one interviewer found, from 1 (weak) to 5 (excellent) by the shared rubric."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="ratings", db_index=False
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    communication = models.PositiveSmallIntegerField(validators=MARKS)
    problem_solving = models.PositiveSmallIntegerField(validators=MARKS)
    public_speaking = models.PositiveSmallIntegerField(validators=MARKS)
    negotiation = models.PositiveSmallIntegerField(validators=MARKS)
    organisation = models.PositiveSmallIntegerField(validators=MARKS)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "by"], name="rated_once_by_each"),
            models.CheckConstraint(
                condition=Q(
                    communication__range=(1, 5),
                    problem_solving__range=(1, 5),
                    public_speaking__range=(1, 5),
                    negotiation__range=(1, 5),
                    organisation__range=(1, 5),
                ),
                name="rating_from_1_to_5",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application_id}: {self.mean:.1f}"

    @property
    def marks(self) -> list[tuple[str | Promise, int]]:
        """Of each skill, by its name."""
        return [(name, getattr(self, skill)) for skill, name in SKILLS.items()]

    @property
    def mean(self) -> float:
        """Of the five skills."""
        return sum(mark for _name, mark in self.marks) / len(SKILLS)
