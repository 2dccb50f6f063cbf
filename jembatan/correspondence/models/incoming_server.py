"""How mail comes in: the servers that hold the desk's mailboxes, and how far each folder has been read."""

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.correspondence.models.mailbox import Mailbox
from jembatan.correspondence.models.outgoing_server import remembered
from jembatan.platform.imports.models import Batch


@pghistory.track(*remembered(), exclude=["sealed_password", "sealed_refresh_token", "sealed_client_secret"])
class IncomingServer(models.Model):
    """A login at an IMAP server; password, refresh token and client secret are sealed (`platform/sealing.py`)."""

    class Security(models.TextChoices):
        TLS = "tls", "TLS"
        STARTTLS = "starttls", "STARTTLS"
        NONE = "none", _("none (this machine only)")

    class SignIn(models.TextChoices):
        PASSWORD = "password", _("Password")
        OAUTH = "oauth", "OAuth 2"

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    host = models.CharField(_("server"), max_length=253)
    port = models.PositiveIntegerField(
        _("port"), default=993, validators=[MinValueValidator(1), MaxValueValidator(65535)]
    )
    security = models.CharField(_("encryption"), max_length=8, choices=Security, default=Security.TLS)
    username = models.CharField(_("user name"), max_length=320)
    sign_in = models.CharField(_("signing in"), max_length=8, choices=SignIn, default=SignIn.PASSWORD)
    sealed_password = models.TextField(blank=True, editable=False)
    token_url = models.URLField(_("address that gives tokens"), max_length=500, blank=True)
    client_id = models.CharField(_("client"), max_length=500, blank=True)
    sealed_client_secret = models.TextField(blank=True, editable=False)
    sealed_refresh_token = models.TextField(blank=True, editable=False)
    done_folder = models.CharField(
        _("move what is done into the folder"), max_length=255, blank=True, default="", db_default=""
    )
    paused_at = models.DateTimeField(_("paused"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("mailbox on a server")
        verbose_name_plural = "incoming servers"
        constraints = [
            models.UniqueConstraint(fields=["desk", "host", "port", "username"], name="incoming_server_once"),
            models.CheckConstraint(
                condition=Q(port__gte=1, port__lte=65535), name="incoming_server_port_exists"
            ),
            models.CheckConstraint(
                condition=Q(security__in=["tls", "starttls"])
                | Q(security="none", host__in=["localhost", "127.0.0.1", "::1"]),
                name="incoming_server_encrypts",
                violation_error_message=_("Without encryption only a server on this machine can be used."),
            ),
        ]

    def __str__(self) -> str:
        return self.username


class IncomingFolder(models.Model):
    """How far a folder has been read: everything up to `last_uid` of this `uid_validity` has been filed or set aside.

    The position moves in the transaction that files, so whatever ends a fetch, nothing is lost or filed twice. `batch` takes
    the accounts of the day. Up to `marks_modseq` it is known which mails are marked as answered or flagged.
    """

    server = models.ForeignKey(IncomingServer, on_delete=models.CASCADE, related_name="folders")
    name = models.CharField(max_length=255)
    mailbox = models.ForeignKey(Mailbox, on_delete=models.SET_NULL, null=True, related_name="+")
    uid_validity = models.BigIntegerField(default=0)
    last_uid = models.BigIntegerField(default=0)
    highest_modseq = models.BigIntegerField(default=0)
    marks_modseq = models.BigIntegerField(default=0, db_default=0)
    batch = models.ForeignKey(Batch, on_delete=models.SET_NULL, null=True, related_name="+")
    fetched_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=30, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["server", "name"], name="incoming_folder_once")]

    def __str__(self) -> str:
        return self.name
