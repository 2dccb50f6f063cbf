"""An e-mail address that has written to us or been written to, and whom we know behind it."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation, Person


class Sender(models.Model):
    """One row an address and desk. Unknown ones wait in the screener until someone accepts or declines them."""

    class State(models.TextChoices):
        OURS = "ours", _("ours")
        KNOWN = "known", _("known")
        WAITING = "waiting", _("waiting in the screener")
        DECLINED = "declined", _("declined")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    email = models.CharField(max_length=320)
    name = models.TextField(blank=True)
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="senders"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="senders"
    )
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    wrote = models.PositiveIntegerField(default=0, help_text="messages from this address")
    reason = models.CharField(max_length=200, blank=True, help_text="why it was declined")
    put_off_until = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    before = models.JSONField(default=dict, help_text="what taking the decision back restores and removes")
    first_at = models.DateTimeField(null=True, blank=True)
    last_at = models.DateTimeField(null=True, blank=True)
    import_batch = models.BigIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "email"], name="sender_once")]
        indexes = [
            models.Index(
                F("desk"),
                F("last_at").desc(nulls_last=True),
                F("id"),
                name="sender_screener",
                condition=Q(state="waiting"),
            ),
            GinIndex(OpClass("email", name="gin_trgm_ops"), name="sender_email_trigrams"),
        ]

    def __str__(self) -> str:
        return self.name or self.email
