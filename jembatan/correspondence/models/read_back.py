"""Read-back: receivers of a mail say, by a link of their own, that they understand it so, or how they understand it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.draft import Draft
from jembatan.directory.models import Person


class ReadBack(models.Model):
    """What a mail of ours asks to be said back, fixed when it goes into the outbox; `message_id` is the mail's.

    `points` are the passages that matter, none of them: all the `words`. Answers are wanted by `expected_by` and taken until `until`.
    `asks_more`: the mail's own words want an answer besides, so that "understood" alone does not settle it.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="read_backs")
    message_id = models.TextField()
    subject = models.TextField(blank=True)
    words = models.TextField()
    points = ArrayField(models.TextField(), default=list, blank=True)
    asks_more = models.BooleanField(default=False)
    expected_by = models.DateTimeField()
    until = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["desk", "message_id"], name="read_back_once"),
            models.CheckConstraint(condition=Q(points__len__lte=5), name="read_back_has_few_points"),
            models.CheckConstraint(
                condition=Q(until__gte=F("expected_by")), name="read_back_ends_after_its_day"
            ),
        ]

    def __str__(self) -> str:
        return self.subject


class ReadBackReceiver(models.Model):
    """Somebody who was asked: the number of the link. `name` as the mail speaks to them, `language` as they read."""

    read_back = models.ForeignKey(ReadBack, on_delete=models.CASCADE, related_name="receivers")
    email = models.CharField(max_length=320)
    name = models.TextField()
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["read_back", "email"], name="read_back_receiver_once")]

    def __str__(self) -> str:
        return self.name


class ReadBackAnswer(models.Model):
    """What one of them said; the last one counts, and none is ever changed."""

    class Kind(models.TextChoices):
        UNDERSTOOD = "understood", _("understood so")
        CORRECTED = "corrected", _("corrected")

    receiver = models.ForeignKey(ReadBackReceiver, on_delete=models.CASCADE, related_name="answers")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.TextField(blank=True)
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="understood") | (Q(kind="corrected") & ~Q(words="")),
                name="read_back_correction_has_words",
            )
        ]

    def __str__(self) -> str:
        return self.words or self.kind
