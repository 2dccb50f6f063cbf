"""An open seat, offered to several officers: the first who says yes has it, and the database decides who that was."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.deployment.models.roster import Roster
from jembatan.programmes.models import Duty, Officer


class Offer(models.Model):
    """Of one seat. While it stands there is no second one of the same seat."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        TAKEN = "taken", _("taken")
        WITHDRAWN = "withdrawn", _("withdrawn")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="offers", db_index=False)
    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="offers")
    seat = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.OPEN)
    until = models.DateTimeField(_("until"))
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("offer of a duty")
        constraints = [
            models.UniqueConstraint(
                fields=["roster", "duty", "seat"], condition=Q(state="open"), name="seat_offered_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.duty)


class OfferedTo(models.Model):
    """One of those who are asked; they answer by a link of their own."""

    class Answer(models.TextChoices):
        NONE = "", _("no answer yet")
        ACCEPTED = "accepted", _("accepted")
        TOO_LATE = "too_late", _("said yes too late")
        DECLINED = "declined", _("declined")

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="asked", db_index=False)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="offered")
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, blank=True, default=Answer.NONE)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("officer who is asked")
        constraints = [
            models.UniqueConstraint(fields=["offer", "officer"], name="offered_once_to_each"),
            models.UniqueConstraint(
                fields=["offer"], condition=Q(answer="accepted"), name="offer_accepted_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.officer)
