"""A conversation, and how messages find it."""

from datetime import datetime

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.dossiers.models import Dossier
from jembatan.platform.audit.tracked import BEFORE
from jembatan.platform.markings import Marking

REMEMBERED = ("owner", "dossier", "marking", "done_at", "agreed_by")


@pghistory.track(
    pghistory.UpdateEvent(BEFORE, row=pghistory.Old, condition=pgtrigger.AnyChange(*REMEMBERED)),
    pghistory.UpdateEvent(condition=pgtrigger.AnyChange(*REMEMBERED)),
    fields=["id", "desk", "subject", *REMEMBERED],
    obj_field=pghistory.ObjForeignKey(related_name="events"),
    model_name="ThreadEvent",
)
class Thread(models.Model):
    """Messages that answer each other. `turn` says who has to speak next, since when, and `due_at` by when (see `clock.py`).

    `agreed_by` is the deadline that a person has set for the turn that began at `agreed_for`; it lapses with that turn.
    What people decide about it leaves a history; what its messages make of it does not.
    """

    class Turn(models.TextChoices):
        OURS = "ours", _("our turn")
        THEIRS = "theirs", _("their turn")
        NOBODYS = "nobodys", _("nobody's turn")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    subject = models.TextField(_("subject"), blank=True)
    turn = models.CharField(max_length=7, choices=Turn, default=Turn.NOBODYS)
    turn_since = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.DateTimeField(_("deadline"), null=True, blank=True)
    agreed_for = models.DateTimeField(null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    dossier = models.ForeignKey(
        Dossier,
        verbose_name=_("dossier"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="threads",
    )
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    first_at = models.DateTimeField(null=True, blank=True)
    last_at = models.DateTimeField(null=True, blank=True)
    message_count = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(_("state"), null=True, blank=True)

    class Meta:
        verbose_name = _("conversation")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agreed_by__isnull=True)
                | models.Q(agreed_for__isnull=False, agreed_at__isnull=False),
                name="thread_deadline_is_for_a_turn",
            ),
        ]
        indexes = [
            models.Index(F("desk"), F("last_at").desc(nulls_last=True), F("id").desc(), name="thread_recent"),
            models.Index(
                F("desk"),
                F("last_at").desc(nulls_last=True),
                F("id").desc(),
                name="thread_open",
                condition=models.Q(done_at__isnull=True),
            ),
            models.Index(
                F("desk"),
                F("turn"),
                F("last_at").desc(nulls_last=True),
                F("id").desc(),
                name="thread_by_turn",
                condition=models.Q(done_at__isnull=True),
            ),
            models.Index(
                fields=["desk", "turn", "turn_since", "id"],
                name="thread_waiting",
                condition=models.Q(done_at__isnull=True),
            ),
            models.Index(
                fields=["desk", "turn", "due_at", "id"],
                name="thread_due_first",
                condition=models.Q(done_at__isnull=True),
            ),
            models.Index(
                F("desk"),
                F("last_at").desc(nulls_last=True),
                F("id").desc(),
                name="thread_done",
                condition=models.Q(done_at__isnull=False),
            ),
            models.Index(
                F("owner"),
                F("last_at").desc(nulls_last=True),
                F("id").desc(),
                name="thread_by_owner",
                condition=models.Q(owner__isnull=False),
            ),
            models.Index(
                fields=["dossier"], name="thread_by_dossier", condition=models.Q(dossier__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def deadline(self) -> datetime | None:
        """What a person has set for the turn of now; that of an earlier turn has lapsed."""
        if self.agreed_for is None or self.turn_since is None or self.agreed_for < self.turn_since:
            return None
        return self.agreed_by


class ThreadLink(models.Model):
    """Every Message-ID that a thread contains or refers to: the next message that names one of them belongs there.

    RFC 5256's container for a message that has not been seen is a link without a message.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    message_id = models.TextField()
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "message_id"], name="thread_link_once")]


class ThreadMove(models.Model):
    """A split or merge made by a person: which messages went where, kept so that it can be undone and explained."""

    class Kind(models.TextChoices):
        SPLIT = "split", _("split")
        MERGE = "merge", _("merged")

    kind = models.CharField(max_length=5, choices=Kind)
    source = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="moves_out")
    target = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="moves_in")
    message_ids = models.JSONField()
    before = models.JSONField(default=dict, help_text="what undoing restores: placements, owner, marking")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)
