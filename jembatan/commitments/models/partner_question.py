"""A partner is asked about a promise by a link, and what they say to it."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.commitments.models.commitment import Commitment
from jembatan.correspondence.models import Draft
from jembatan.directory.models import Person
from jembatan.platform.markings import Marking


class PartnerQuestion(models.Model):
    """`letter` brings the link, which counts once that has left, and until a later one has; `shown` is what its page says, fixed when it is asked.

    `marking` is that of the promise then: once it bears a higher one, or stands in a restricted dossier, the link shows nothing more. `name` as the letter speaks to
    them, `language` as they read.
    """

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="questions")
    letter = models.ForeignKey(Draft, on_delete=models.SET_NULL, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.TextField()
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    shown = models.TextField()
    marking = models.CharField(max_length=16, choices=[(m.value, m.value) for m in Marking])
    restricted = models.BooleanField()
    until = models.DateTimeField()
    asked_at = models.DateTimeField(auto_now_add=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(shown=""), name="partner_question_shows_something"),
        ]

    def __str__(self) -> str:
        return self.shown


class PartnerAnswer(models.Model):
    """What they said; the last one counts. Another day, or that it is done, is theirs to say and ours to accept."""

    class Kind(models.TextChoices):
        CONFIRMED = "confirmed", _("It is right so")
        ANOTHER_DAY = "day", _("Another day")
        DONE = "done", _("It is done")

    question = models.ForeignKey(PartnerQuestion, on_delete=models.CASCADE, related_name="answers")
    kind = models.CharField(max_length=9, choices=Kind)
    due = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)
    given_at = models.DateTimeField(auto_now_add=True)
    accepted = models.BooleanField(null=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="day", due__isnull=False)
                | Q(kind__in=["confirmed", "done"], due__isnull=True),
                name="partner_answer_names_the_day",
            ),
            models.CheckConstraint(
                condition=~Q(kind="confirmed") | Q(accepted__isnull=True), name="partner_answer_needs_no_yes"
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="partner_answer_stays", fields=["question", "kind", "due", "words"]),
        ]

    def __str__(self) -> str:
        return self.words or self.kind
