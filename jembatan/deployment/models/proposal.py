"""Something has happened for which seats of the roster want somebody else."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.deployment.models.roster import Roster
from jembatan.programmes.models import Duty, Movement, Officer, Programme

UNDECIDED = ("new", "open")
"""The states in which nobody has decided yet."""


class Proposal(models.Model):
    """Who cannot come and when (`officer`, `during`), which `movement` or `duty` changed, or which `seat` of a duty nobody has. Who could step in is found anew whenever somebody looks.

    Once it is accepted, `changes` say of each seat (`duty`, `seat`) who had it and who has it (`before`, `after`: officers, or None) and which assignment
    was left (`left`, `locked`, `origin`), and whether it could not be kept (`lost`) or was passed on; `letters` are those that told of it, with the number of their mail where one is in the outbox; `absences` the numbers of those that were written down with it.
    """

    class Cause(models.TextChoices):
        ILL = "ill", _("ill")
        OTHER = "other", _("another reason")
        NO_SHOW = "no_show", _("did not come")
        SAID_SO = "said_so", _("cannot come")
        MOVEMENT = "movement", _("movement changed")
        DUTY = "duty", _("duty changed")
        OPEN = "open", _("seat open")

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
    duty = models.ForeignKey(
        Duty, on_delete=models.CASCADE, null=True, blank=True, related_name="proposals", db_index=False
    )
    seat = models.PositiveSmallIntegerField(_("seat"), null=True, blank=True)
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
                condition=Q(cause="movement", movement__isnull=False, duty__isnull=True, officer__isnull=True)
                | Q(
                    cause="duty",
                    duty__isnull=False,
                    seat__isnull=True,
                    movement__isnull=True,
                    officer__isnull=True,
                )
                | Q(
                    cause="open",
                    duty__isnull=False,
                    seat__gte=1,
                    movement__isnull=True,
                    officer__isnull=True,
                )
                | (
                    ~Q(cause__in=["movement", "duty", "open"])
                    & Q(
                        movement__isnull=True,
                        duty__isnull=True,
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
            models.UniqueConstraint(
                fields=["duty"],
                condition=Q(state__in=UNDECIDED, cause="duty"),
                name="proposal_once_a_duty",
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
        return f"{self.about}: {self.get_cause_display()}"

    @property
    def about(self) -> str:
        """The officer; or the movement or the duty, with its delegation."""
        thing = self.movement or self.duty
        if thing is None:
            return str(self.officer)
        return f"{thing.delegation}: {thing}" if thing.delegation else str(thing)

    @property
    def is_of_duties(self) -> bool:
        """Nobody is away then: duties have changed under their officers."""
        return self.cause in {self.Cause.MOVEMENT, self.Cause.DUTY}

    @property
    def is_of_a_seat(self) -> bool:
        """Nobody is away then, and nothing has changed: the seat is open."""
        return self.cause == self.Cause.OPEN

    @property
    def was_told(self) -> bool:
        """It was said or seen outside, and not entered by whoever decides."""
        return self.made_by_id is None
