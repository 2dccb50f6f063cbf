"""Asking somebody of the directory whether what we have of them is still right."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.draft import Draft
from jembatan.directory.models import Person


class Confirmation(models.Model):
    """One asking and its one answer; one a person is open at a time, and asking anew gives it another `issue` of the link.

    `corrections` are what they wrote, by field of `queries/confirmation/known.py`; nothing of it is in the directory before
    somebody of the desk accepts it. `accepted` is what that has changed (`queries/confirmation/snapshot.py`), for its Undo.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("asked")
        CONFIRMED = "confirmed", _("confirmed")
        CORRECTED = "corrected", _("corrected")
        SETTLED = "settled", _("settled")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="confirmations")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    email = models.CharField(max_length=320)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    letter = models.ForeignKey(Draft, on_delete=models.PROTECT, null=True, related_name="+")
    open_until = models.DateTimeField()
    issue = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=9, choices=State, default=State.ASKED)
    answered_at = models.DateTimeField(null=True, blank=True)
    corrections = models.JSONField(default=dict, blank=True)
    accepted = models.JSONField(default=dict, db_default={}, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(answered_at__isnull=True), name="confirmation_open_once"
            ),
            models.CheckConstraint(
                condition=Q(state="asked", answered_at__isnull=True)
                | Q(state__in=["confirmed", "corrected", "settled"], answered_at__isnull=False),
                name="confirmation_answered_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "confirmed"], corrections={})
                | Q(state__in=["corrected", "settled"]) & ~Q(corrections={}),
                name="confirmation_corrected_has_words",
            ),
        ]
        indexes = [models.Index(fields=["person", "answered_at"], name="confirmation_of_person")]

    def __str__(self) -> str:
        return str(self.person)
