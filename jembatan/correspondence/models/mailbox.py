"""Where mail comes in."""

from django.db import models

from jembatan.accounts.models import Desk


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
