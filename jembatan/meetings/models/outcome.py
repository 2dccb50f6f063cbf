"""What a meeting came to: what was decided, and who does what by when."""

from datetime import datetime

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk, User
from jembatan.directory.models import Organisation, Person
from jembatan.meetings.models.agenda import AgendaItem
from jembatan.meetings.models.meeting import Meeting
from jembatan.meetings.models.minutes.closing import outcomes_while_writing
from jembatan.meetings.models.text_index import words_of_text

SAME = (
    "(OLD.meeting_id, OLD.recurrence_id, OLD.position, OLD.text)"
    " IS NOT DISTINCT FROM (NEW.meeting_id, NEW.recurrence_id, NEW.position, NEW.text)"
)


class Outcome(models.Model):
    """One line below a point of the agenda, or below none. `position` orders those that stand; one that was taken out has none.

    Of a series, `recurrence_id` names the occurrence at which it arose and `occurred_at` says when that began.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    meeting = models.ForeignKey(
        Meeting, verbose_name=_("meeting"), on_delete=models.CASCADE, related_name="%(class)ss"
    )
    recurrence_id = models.CharField(_("occurrence"), max_length=64, blank=True)
    occurred_at = models.DateTimeField(_("began"), null=True, blank=True)
    agenda_item = models.ForeignKey(
        AgendaItem,
        verbose_name=_("point"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="%(class)ss",
    )
    position = models.PositiveIntegerField(_("place in the order"), null=True)
    text = models.TextField(_("text"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text

    @property
    def arose_at(self) -> datetime:
        """When the meeting began at which it arose."""
        return self.occurred_at or self.meeting.starts_at

    @property
    def stands(self) -> bool:
        """Nobody has taken it out."""
        return self.position is not None


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class Decision(Outcome):
    """Something that the meeting has decided."""

    class Meta:
        verbose_name = _("decision")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="decision_has_text"),
            models.UniqueConstraint(fields=["meeting", "position"], name="decision_position_once"),
        ]
        indexes = [GinIndex(words_of_text(), name="decision_words")]
        triggers = [outcomes_while_writing("decision_stands", unchanged=SAME)]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent())
class Action(Outcome):
    """What somebody does by a day: a person, an organisation, a `member` of the desk, or nobody yet.

    Open, it stands on the agenda of every meeting with the same partners until it is done, or dropped for a `reason`. `ours` says on
    whose side it lies.
    """

    class State(models.TextChoices):
        OPEN = "open", _("open")
        DONE = "done", _("done")
        DROPPED = "dropped", _("dropped")

    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("colleague"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    ours = models.BooleanField(_("on our side"), default=True)
    due = models.DateField(_("due"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=7, choices=State, default=State.OPEN)
    reason = models.TextField(_("reason"), blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("closed by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("action")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="action_has_text"),
            models.UniqueConstraint(fields=["meeting", "position"], name="action_position_once"),
            models.CheckConstraint(
                condition=Q(person__isnull=True, organisation__isnull=True)
                | Q(person__isnull=True, member__isnull=True)
                | Q(organisation__isnull=True, member__isnull=True),
                name="action_lies_with_one",
            ),
            models.CheckConstraint(
                condition=Q(member__isnull=True) | Q(ours=True), name="action_of_a_colleague_is_ours"
            ),
            models.CheckConstraint(
                condition=Q(state="open", closed_at__isnull=True)
                | Q(state__in=["done", "dropped"], closed_at__isnull=False),
                name="action_closed_at_a_moment",
            ),
            models.CheckConstraint(
                condition=(Q(state="dropped") & ~Q(reason="")) | (~Q(state="dropped") & Q(reason="")),
                name="action_dropped_for_a_reason",
            ),
        ]
        indexes = [
            GinIndex(words_of_text(), name="action_words"),
            models.Index(
                F("desk"),
                F("due").asc(nulls_last=True),
                F("id"),
                name="action_open",
                condition=Q(state="open", position__isnull=False),
            ),
            models.Index(
                fields=["member", "due"],
                name="action_of_member",
                condition=Q(state="open", position__isnull=False),
            ),
        ]
        triggers = [
            outcomes_while_writing(
                "action_stands", unchanged=f"{SAME} AND OLD.due IS NOT DISTINCT FROM NEW.due"
            )
        ]

    @property
    def owner(self) -> Person | Organisation | User | None:
        """Whoever does it; None for nobody yet."""
        return self.person or self.organisation or self.member

    @property
    def is_open(self) -> bool:
        """It stands, and nobody has closed it."""
        return self.stands and self.state == self.State.OPEN
