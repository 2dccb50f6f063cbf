"""What a phone has sent, so that nothing is done twice."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.field.models.phone import Phone
from jembatan.programmes.models import Officer


class Deed(models.Model):
    """`key` is given by the phone before it sends; the database takes it once. `told` is what the phone is told each time it asks."""

    class Outcome(models.TextChoices):
        DONE = "done", _("done")
        REFUSED = "refused", _("refused")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="deeds", db_index=False)
    phone = models.ForeignKey(Phone, on_delete=models.SET_NULL, null=True, related_name="deeds")
    key = models.UUIDField()
    kind = models.CharField(max_length=12)
    happened_at = models.DateTimeField()
    received_at = models.DateTimeField(auto_now_add=True)
    outcome = models.CharField(max_length=7, choices=Outcome, default=Outcome.DONE)
    told = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = _("deed of an officer")
        constraints = [models.UniqueConstraint(fields=["officer", "key"], name="deed_once")]

    def __str__(self) -> str:
        return self.kind
