"""Something has happened for which seats of the roster want somebody else."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.deployment.models.roster import Roster
from jembatan.programmes.models import Movement, Officer, Programme

UNDECIDED = ("new", "open")
"""The states in which nobody has decided yet."""


class Proposal(models.Model):
    """Who cannot come and when (`officer`, `during`), or which `movement` changed. Who could step in is found anew whenever somebody looks.

    Once it is accepted, `changes` say of each seat (`duty`, `seat`) who had it and who has it (`before`, `after`: officers, or None) and which assignment
    was left (`left`, `locked`, `origin`), and whether it could not be kept (`lost`) or was passed on; `letters` are those that told of it, with the number of their mail where one is in the outbox; `absences` the numbers of those that were written down with it.
    """

    class Cause(models.TextChoices):
        ILL = "ill", _("ill")
        OTHER = "other", _("another reason")
        NO_SHOW = "no_show", _("did not come")
        SAID_SO = "said_so", _("cannot come")
        MOVEMENT = "movement", _("movement changed")

    class State(models.TextChoices):
        NEW = "new", _("not looked at yet")
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        DISMISSED = "dismissed", _("left as it is")
        TAKEN_BACK = "taken_back", _("taken back")
        OVER = "over", _("over")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="proposals")
    cause = models.CharField(max_length=8, choices=Cause)
    officer = models.ForeignKey(
        Officer, on_delete=models.CASCADE, null=True, blank=True, related_name="proposals"
    )
    during = DateTimeRangeField(_("time"), null=True, blank=True)
    movement = models.ForeignKey(
        Movement, on_delete=models.CASCADE, null=True, blank=True, related_name="proposals", db_index=False
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    roster = models.ForeignKey(
        Roster, on_delete=models.CASCADE, null=True, blank=True, related_name="proposals"
    )
    absences = models.JSONField(default=list)
    changes = models.JSONField(default=list)
    letters = models.JSONField(default=list)

    class Meta:
        verbose_name = _("proposal")
        constraints = [
            models.CheckConstraint(
                condition=Q(cause="movement", movement__isnull=False, officer__isnull=True)
                | (
                    ~Q(cause="movement")
                    & Q(
                        movement__isnull=True,
                        officer__isnull=False,
                        during__isnull=False,
                        during__isempty=False,
                    )
                ),
                name="proposal_has_its_cause",
            ),
            models.UniqueConstraint(
                fields=["movement"], condition=Q(state__in=UNDECIDED), name="proposal_once_a_movement"
            ),
            ExclusionConstraint(
                name="proposal_once_an_absence",
                expressions=[("officer", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=Q(state="open"),
            ),
        ]
        indexes = [
            models.Index(fields=["desk"], condition=Q(state__in=UNDECIDED), name="proposals_undecided")
        ]

    def __str__(self) -> str:
        return f"{self.officer or self.movement}: {self.get_cause_display()}"

    @property
    def is_of_a_movement(self) -> bool:
        """Nobody is away then: the duty has moved from under its officers."""
        return self.cause == self.Cause.MOVEMENT

    @property
    def was_told(self) -> bool:
        """It was said or seen outside, and not entered by whoever decides."""
        return self.made_by_id is None
