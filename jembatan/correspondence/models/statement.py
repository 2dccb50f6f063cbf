"""Formal statements between bodies, and what each says of others (after RFC 4053 and the practice of ITU-T and 3GPP)."""

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.message import Message
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.platform.markings import Marking


def words_of_statement() -> models.expressions.Combinable:
    """What search compares: title, body and remark under both stemmers."""
    indonesian = SearchVector("title", "body", "remark", config="jembatan_id")
    return indonesian + SearchVector("title", "body", "remark", config="jembatan_en")


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=["version", "details"]
)
class Statement(models.Model):
    """One liaison statement, theirs or ours. `number` is the one it has at this desk, `their_number` the other body's.

    `body` is the other side as it is written, `organisation` whom the directory knows behind it; `cc` names a body a line.
    `message` is the mail by which it came or left. Only one of ours that has not left may be without a number. `details`
    keeps what a table said beyond these fields: [[heading, value], …].
    """

    class State(models.TextChoices):
        RECEIVED = "received", _("received")
        DRAFT = "draft", _("our draft")
        SENT = "sent", _("sent")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Purpose(models.TextChoices):
        ACTION = "action", _("for action")
        RESPONSE = "response", _("for response")
        COMMENT = "comment", _("for comment")
        INFORMATION = "information", _("for information")

    class Outcome(models.TextChoices):
        ANSWERED = "answered", _("answered")
        ACKNOWLEDGED = "acknowledged", _("acknowledged")
        DECLINED = "declined", _("declined")
        REDIRECTED = "redirected", _("redirected")
        DEFERRED = "deferred", _("deferred")
        NO_ANSWER = "no_answer", _("no answer")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(_("state"), max_length=9, choices=State)
    number = models.CharField(_("number"), max_length=80, blank=True)
    their_number = models.CharField(_("their number"), max_length=200, blank=True)
    title = models.CharField(_("title"), max_length=500)
    body = models.CharField(_("body"), max_length=300, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="statements",
    )
    purpose = models.CharField(_("purpose"), max_length=11, choices=Purpose, blank=True)
    dated = models.DateField(_("dated"), null=True, blank=True)
    deadline = models.DateField(_("deadline"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome, blank=True)
    outcome_reason = models.CharField(_("reason"), max_length=500, blank=True)
    deferred_until = models.DateField(_("deferred until"), null=True, blank=True)
    cc = models.TextField(_("copies to"), blank=True)
    technical_contact = models.CharField(_("technical contact"), max_length=300, blank=True)
    response_contact = models.CharField(_("contact for the response"), max_length=300, blank=True)
    message = models.ForeignKey(
        Message,
        verbose_name=_("mail"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="statements",
    )
    remark = models.TextField(_("remark"), blank=True)
    dossier = models.ForeignKey(
        Dossier,
        verbose_name=_("dossier"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="statements",
    )
    marking = models.CharField(
        _("marking"), max_length=16, choices=[(m.value, m.value) for m in Marking], default=Marking.GREEN
    )
    details = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    import_batch = models.BigIntegerField(_("import"), null=True, blank=True)
    created_at = models.DateTimeField(_("entered"), auto_now_add=True)

    class Meta:
        verbose_name = _("statement")
        constraints = [
            models.UniqueConstraint(
                fields=["desk", "number"], name="statement_number_once", condition=~Q(number="")
            ),
            models.CheckConstraint(condition=~Q(title=""), name="statement_is_named"),
            models.CheckConstraint(
                condition=~Q(number="") | Q(state__in=["draft", "withdrawn"]), name="statement_is_numbered"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="declined") | ~Q(outcome_reason=""),
                name="statement_declined_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(outcome="deferred", deferred_until__isnull=False)
                | (~Q(outcome="deferred") & Q(deferred_until__isnull=True)),
                name="statement_deferred_to_a_date",
            ),
        ]
        indexes = [
            GinIndex(words_of_statement(), name="statement_words"),
            models.Index(F("desk"), F("number").desc(), name="statement_by_number"),
            models.Index(fields=["dossier"], name="statement_dossier", condition=Q(dossier__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.title}" if self.number else self.title
