"""A message as it was received or sent."""

from typing import Any, cast

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.mailbox import Mailbox
from jembatan.correspondence.models.sender import Sender
from jembatan.correspondence.models.thread import Thread

SEARCHED_CHARACTERS = 100_000  # PostgreSQL limits a tsvector to 1 MB


def _vector(config: str) -> SearchVector:
    """The head of the text, as far as `searched` says."""
    return SearchVector(
        "subject", "from_name", "from_email", Substr("text", 1, cast(Any, F("searched"))), config=config
    )


class Message(models.Model):
    """Content is never changed after filing; the thread it stands in may be."""

    class Placement(models.TextChoices):
        FIRST = "first", _("It starts the conversation: it refers to no earlier message.")
        REPLY = "reply", _("It answers a message of this conversation (In-Reply-To).")
        REFERENCE = "reference", _("It refers to a message of this conversation (References).")
        SUBJECT = (
            "subject",
            _("It is a reply without references; subject and people match this conversation."),
        )
        MOVED = "moved", _("Someone of the desk put it here.")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    mailbox = models.ForeignKey(Mailbox, on_delete=models.PROTECT, related_name="messages")
    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="messages")
    message_id = models.TextField()
    in_reply_to = models.TextField(blank=True)
    references = ArrayField(models.TextField(), default=list, blank=True)
    placement = models.CharField(max_length=9, choices=Placement, default=Placement.FIRST)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_offset = models.SmallIntegerField(null=True, blank=True, help_text="minutes east of UTC, as written")
    filed_at = models.DateTimeField(db_default=models.functions.Now())
    subject = models.TextField(blank=True)
    subject_key = models.BigIntegerField(default=0, help_text="hash of the base subject; 0 for none")
    unreferenced_reply = models.BooleanField(default=False, help_text="a reply that names no message")
    from_name = models.TextField(blank=True)
    from_email = models.CharField(max_length=320, blank=True)
    sender = models.ForeignKey(Sender, on_delete=models.PROTECT, null=True, related_name="messages")
    ours = models.BooleanField(default=False)
    pretends = models.BooleanField(
        default=False, db_default=False, help_text="it says it is from one of us, and came from outside"
    )
    automatic = models.BooleanField(default=False, help_text="a program wrote it")
    thanks = models.BooleanField(default=False, help_text="it thanks or acknowledges, and says nothing more")
    asks = models.BooleanField(default=False, help_text="its words want an answer")
    settles = models.BooleanField(
        default=False, db_default=False, help_text="a short answer that leaves nothing open"
    )
    holds = models.BooleanField(
        default=False, db_default=False, help_text="it promises an answer, and is none itself"
    )
    promised_by = models.DateTimeField(null=True, blank=True, help_text="the moment that it promises")
    internal = models.BooleanField(default=False, help_text="from one of us, and to nobody else")
    text = models.TextField(blank=True)
    searched = models.PositiveIntegerField(
        default=SEARCHED_CHARACTERS, help_text="characters of the text that are searched, from its beginning"
    )
    html = models.TextField(blank=True)
    head = models.TextField(blank=True)
    language = models.CharField(max_length=2, blank=True)
    size = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64)
    defects = ArrayField(models.TextField(), default=list, blank=True)
    import_batch = models.BigIntegerField(null=True, blank=True)
    search = models.GeneratedField(
        expression=Case(
            When(language="en", then=_vector("jembatan_en")),
            default=_vector("jembatan_id"),
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["desk", "message_id"], name="message_once"),
            models.CheckConstraint(condition=~Q(ours=True, pretends=True), name="message_ours_or_pretends"),
        ]
        indexes = [
            models.Index(fields=["thread", "sent_at"], name="message_in_thread"),
            models.Index(F("sender"), F("sent_at").desc(), name="message_by_sender"),
            models.Index(fields=["desk", "language", "thread"], name="message_by_language"),
            models.Index(
                fields=["desk", "subject_key"], name="message_by_subject", condition=~Q(subject_key=0)
            ),
            models.Index(
                fields=["import_batch"], name="message_batch", condition=Q(import_batch__isnull=False)
            ),
            GinIndex(fields=["search"], name="message_search"),
        ]

    def __str__(self) -> str:
        return self.subject


class Recipient(models.Model):
    """An address in To, Cc, Bcc or Reply-To."""

    class Field(models.TextChoices):
        TO = "to", "To"
        CC = "cc", "Cc"
        BCC = "bcc", "Bcc"
        REPLY_TO = "reply_to", "Reply-To"

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="recipients")
    field = models.CharField(max_length=8, choices=Field)
    name = models.TextField(blank=True)
    email = models.CharField(max_length=320)
    sender = models.ForeignKey(Sender, on_delete=models.PROTECT, null=True, related_name="received")
