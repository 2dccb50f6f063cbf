"""Waking a phone that is closed: where it is reached, what waits to be sent there, and the pair of keys by which push services know this installation."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jembatan.field.models.phone import Phone
from jembatan.programmes.models import Officer


class PushKey(models.Model):
    """One for the whole installation. `sealed` is the private half, as `platform.sealing` keeps secrets."""

    only = models.BooleanField(default=True, unique=True, editable=False)
    sealed = models.TextField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("key for push services")
        constraints = [models.CheckConstraint(condition=Q(only=True), name="push_key_once")]

    def __str__(self) -> str:
        return str(self.made_at)


class PushAddress(models.Model):
    """Where a phone is woken, by its browser's push service (RFC 8030), and what only that browser can read (RFC 8291). A browser wakes for one phone."""

    phone = models.OneToOneField(Phone, on_delete=models.CASCADE, related_name="push_address")
    endpoint = models.CharField(max_length=1000, unique=True)
    p256dh = models.CharField(max_length=90)
    auth = models.CharField(max_length=30)
    language = models.CharField(max_length=5)
    made_at = models.DateTimeField(auto_now_add=True)
    reached_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("address of a phone for push")

    def __str__(self) -> str:
        return str(self.phone)


class Push(models.Model):
    """To be sent; gone once the push service has it. What it says is found when it leaves, so that one waits for each record at most.

    `due_at` is the next try; whoever tries moves it on first, so that one left by a killed worker comes up again. `turn` is another one each time
    there is news: what is told anew while it is on its way is sent again.
    """

    class Kind(models.TextChoices):
        DUTY = "duty", _("duty changed")
        DUTIES = "duties", _("other duties")
        MOVEMENT = "movement", _("movement changed")
        OFFER = "offer", _("offer of a duty")
        BROADCAST = "broadcast", _("broadcast")
        HANDOVER = "handover", _("handover")
        LATE = "late", _("late")
        URGENT = "urgent", pgettext_lazy("incident", "urgent")
        EXPECTED = "expected", _("expected all the same")

    address = models.ForeignKey(PushAddress, on_delete=models.CASCADE, related_name="waiting", db_index=False)
    kind = models.CharField(max_length=9, choices=Kind)
    record = models.BigIntegerField()
    turn = models.UUIDField(default=uuid4)
    due_at = models.DateTimeField(db_index=True)
    over_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("push")
        constraints = [models.UniqueConstraint(fields=["address", "kind", "record"], name="push_waits_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record}"


class UnheardChange(models.Model):
    """Something near changed for an officer whose phone does not ring: a letter is due. Rows are only added, so that nobody waits for anybody; whoever writes the letter removes them."""

    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="+")
    due_at = models.DateTimeField(db_index=True)
    first = models.BooleanField(default=False)
    """They hear of their duties for the first time."""

    class Meta:
        verbose_name = _("change that is to be written about")

    def __str__(self) -> str:
        return str(self.officer)


class Unreached(models.Model):
    """A letter was due to an officer whose phone does not ring, and could not leave: somebody has to tell them, of all their duties the `first` time."""

    officer = models.OneToOneField(Officer, on_delete=models.CASCADE, related_name="+")
    first = models.BooleanField(default=False)
    since = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("officer who was not reached")
        constraints = [
            models.CheckConstraint(
                condition=Q(told_at__isnull=False) | Q(told_by__isnull=True),
                name="unreached_told_by_somebody_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return str(self.officer)
