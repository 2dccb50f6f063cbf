"""Where mail comes in."""

from django.db import models
from django.db.models import F, Q

from jembatan.accounts.models import Desk
from jembatan.platform.imports.models import Batch


class Mailbox(models.Model):
    """A desk's mailbox; imported files have one too, named after the file or folder."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="mailboxes")
    name = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "mailboxes"
        constraints = [models.UniqueConstraint(fields=["desk", "name"], name="mailbox_once")]

    def __str__(self) -> str:
        return self.name


class MailboxAccount(models.Model):
    """What one import did to one mailbox, written by the importer at the end of its run; it always balances."""

    mailbox = models.ForeignKey(Mailbox, on_delete=models.CASCADE, related_name="accounts")
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="+")
    read = models.PositiveIntegerField(default=0)
    filed = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    duplicates = models.PositiveIntegerField(default=0)
    quarantined = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mailbox", "batch"], name="mailbox_account_once"),
            models.CheckConstraint(
                condition=Q(read=F("filed") + F("updated") + F("duplicates") + F("quarantined")),
                name="mailbox_account_balances",
            ),
        ]
