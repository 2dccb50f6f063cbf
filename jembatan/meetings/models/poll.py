"""Asking several people when they have time."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.meetings.models.meeting import Meeting
from jembatan.platform.markings import Marking

SHORTEST, LONGEST = 5, 24 * 60


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class Poll(models.Model):
    """A meeting that is to be, and its possible times. Decided, it has become `meeting`."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        DECIDED = "decided", _("decided")
        CALLED_OFF = "called_off", _("called off")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(_("title"), max_length=500)
    location = models.CharField(_("place"), max_length=1000, blank=True)
    minutes = models.PositiveSmallIntegerField(_("length in minutes"))
    zone = models.CharField(_("time zone"), max_length=64)
    dossier = models.ForeignKey(
        Dossier, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("dossier")
    )
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    answer_by = models.DateTimeField(_("answers until"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    meeting = models.OneToOneField(
        Meeting,
        verbose_name=_("meeting"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="poll",
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        verbose_name = _("poll for a time")
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="poll_has_title"),
            models.CheckConstraint(
                condition=Q(minutes__gte=SHORTEST, minutes__lte=LONGEST), name="poll_length_is_sensible"
            ),
            models.CheckConstraint(
                condition=Q(meeting__isnull=True) | Q(state="decided"), name="poll_with_meeting_is_decided"
            ),
        ]
        indexes = [
            models.Index(fields=["desk", "made_at"], name="poll_open", condition=Q(state="open")),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Nobody has decided about it."""
        return self.state == self.State.OPEN


class PollSlot(models.Model):
    """One of the times that are offered."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="slots")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["poll", "starts_at"], name="poll_slot_once"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="poll_slot_takes_time"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"


class PollMember(models.Model):
    """One of ours who is to be there: their calendar answers for them."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["poll", "user"], name="poll_member_once")]

    def __str__(self) -> str:
        return str(self.user)


class PollGuest(models.Model):
    """One of theirs, asked by a link. `issue` numbers their links: an earlier one is worthless."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="guests")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=500)
    email = models.CharField(max_length=320, blank=True)
    language = models.CharField(max_length=2)
    zone = models.CharField(max_length=64)
    issue = models.PositiveSmallIntegerField(default=1)
    answered_at = models.DateTimeField(null=True, blank=True)
    comment = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="poll_guest_has_name"),
            models.UniqueConstraint(
                fields=["poll", "person"], name="poll_guest_once", condition=Q(person__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PollVote(models.Model):
    """What a guest says of a time; the last word counts."""

    class Answer(models.TextChoices):
        YES = "yes", _("yes")
        MAYBE = "maybe", _("if need be")
        NO = "no", _("no")

    slot = models.ForeignKey(PollSlot, on_delete=models.CASCADE, related_name="votes")
    guest = models.ForeignKey(PollGuest, on_delete=models.CASCADE, related_name="votes")
    answer = models.CharField(max_length=5, choices=Answer)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["slot", "guest"], name="poll_vote_once")]

    def __str__(self) -> str:
        return self.answer
