"""Mail that is being written: on the server, for everyone of the desk who writes."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.matter import AboutRecord, whole_matter
from jembatan.correspondence.models.message import Message
from jembatan.correspondence.models.outgoing_server import SendingAddress
from jembatan.correspondence.models.statement import Statement
from jembatan.platform.files.models import StoredFile

WRITTEN = ("to", "cc", "bcc", "subject", "text")


class Words(models.Model):
    """What people write, as they typed it: receivers may be half an address while somebody is at it."""

    to = models.TextField(_("To"), blank=True)
    cc = models.TextField(_("Cc"), blank=True)
    bcc = models.TextField(_("Bcc"), blank=True)
    subject = models.TextField(_("Subject"), blank=True)
    text = models.TextField(_("Text"), blank=True)

    class Meta:
        abstract = True


class Draft(AboutRecord, Words):
    """`answers` is the message that it replies to or forwards; it follows that message wherever it is moved.

    `statement` is the formal statement of ours that leaves by it, as a letter among its files. A letter of its own may be about a
    record of a room above; `occasion` names what was done when it was written, by which it is recalled.

    `version` counts savings; `editor` is the open page that saved last, which may save again without having seen the answer.
    """

    class Kind(models.TextChoices):
        NEW = "new", _("New mail")
        REPLY = "reply", _("Reply")
        REPLY_ALL = "reply_all", _("Reply to all")
        FORWARD = "forward", _("Forward")

    class State(models.TextChoices):
        OPEN = "open", _("being written")
        QUEUED = "queued", _("in the outbox")
        DISCARDED = "discarded", _("discarded")

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=9, choices=Kind, default=Kind.NEW)
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    answers = models.ForeignKey(
        Message, on_delete=models.SET_NULL, null=True, blank=True, related_name="drafts"
    )
    statement = models.OneToOneField(
        Statement, on_delete=models.SET_NULL, null=True, blank=True, related_name="draft"
    )
    from_address = models.ForeignKey(
        SendingAddress,
        verbose_name=_("From"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    formatted = models.BooleanField(_("Also as formatted text"), default=False)
    quote = models.BooleanField(_("With the message that it answers below"), default=False)
    read_back = models.BooleanField(
        _("Ask them to say back what was understood"), default=False, db_default=False
    )
    read_back_points = models.TextField(_("Points to say back"), blank=True, default="", db_default="")
    occasion = models.CharField(max_length=32, blank=True, default="", db_default="", editable=False)
    version = models.PositiveIntegerField(default=1)
    editor = models.CharField(max_length=32, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["new", "reply", "reply_all", "forward"]), name="draft_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "queued", "discarded"]), name="draft_state_known"
            ),
            whole_matter("draft_matter_is_whole"),
        ]
        indexes = [
            models.Index(fields=["desk", "-saved_at"], name="draft_open", condition=Q(state="open")),
        ]

    def __str__(self) -> str:
        return self.subject


class DraftVersion(Words):
    """How a draft stood when somebody had been at it; savings of one sitting are one version."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    saved_at = models.DateTimeField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "version"], name="draft_version_once")]


class DraftAttachment(models.Model):
    """A file that goes along; its name is harmless already. `uploaded_by` is who has chosen it, where somebody did."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="attachments")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    type = models.CharField(max_length=255)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    letter = models.BooleanField(default=False, help_text="made from the statement that leaves by this draft")
    method = models.CharField(
        max_length=16,
        blank=True,
        default="",
        db_default="",
        help_text="of iTIP: what calendars read of the draft",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft"], name="draft_letter_once", condition=Q(letter=True))
        ]

    def __str__(self) -> str:
        return self.name
