"""An officer's wish that their personal data is deleted."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jembatan.accounts.models import Desk
from jembatan.programmes.models.officer import Officer


class DeletionRequest(models.Model):
    """It waits until the desk has deleted, or says why not, or the officer takes it back; at most one of an officer waits."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DONE = "done", pgettext_lazy("wish to be deleted", "done")
        DECLINED = "declined", pgettext_lazy("wish to be deleted", "declined")
        TAKEN_BACK = "taken_back", pgettext_lazy("wish to be deleted", "taken back")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="deletion_requests")
    asked_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("wish to be deleted")
        constraints = [
            models.UniqueConstraint(
                fields=["officer"], condition=Q(state="waiting"), name="deletion_asked_once"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at__isnull=True, reason="")
                | Q(state__in=["done", "taken_back"], decided_at__isnull=False, reason="")
                | Q(state="declined", decided_at__isnull=False) & ~Q(reason=""),
                name="deletion_declined_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.state}"
