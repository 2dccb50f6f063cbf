"""How mail leaves: the server that takes it, and the addresses that it is from."""

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk

NOWHERE = ("127.0.0.1", 1)


def remembered() -> tuple[pghistory.RowEvent, ...]:
    """Where mail goes, and in whose name, is settled by one person: the audit tells every change of it."""
    return pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()


@pghistory.track(*remembered(), exclude=["sealed_password"])
class OutgoingServer(models.Model):
    """An SMTP server of the desk; the password is sealed (`platform/sealing.py`)."""

    class Security(models.TextChoices):
        STARTTLS = "starttls", "STARTTLS"
        TLS = "tls", "TLS"

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    host = models.CharField(_("server"), max_length=253)
    port = models.PositiveIntegerField(
        _("port"), default=587, validators=[MinValueValidator(1), MaxValueValidator(65535)]
    )
    security = models.CharField(_("encryption"), max_length=8, choices=Security, default=Security.STARTTLS)
    username = models.CharField(_("user name"), max_length=320, blank=True)
    per_minute = models.PositiveSmallIntegerField(
        _("announcements a minute"),
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(1000)],
        help_text=_("How many mails of announcements leave by it in a minute, at most."),
    )
    sealed_password = models.TextField(blank=True, editable=False)

    class Meta:
        verbose_name = _("mail server")
        constraints = [
            models.UniqueConstraint(fields=["desk", "host", "port", "username"], name="outgoing_server_once"),
            models.CheckConstraint(
                condition=Q(port__gte=1, port__lte=65535), name="outgoing_server_port_exists"
            ),
            models.CheckConstraint(
                condition=Q(security__in=["starttls", "tls"]), name="outgoing_server_encrypts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"

    @property
    def leads_nowhere(self) -> bool:
        """The first port of this machine, at which nothing takes mail: the demo office's way out."""
        return (self.host, self.port) == NOWHERE


@pghistory.track(*remembered())
class SendingAddress(models.Model):
    """An address that mail is from, with its signature; `user` None: for the whole desk, else for one member alone."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    server = models.ForeignKey(
        OutgoingServer, verbose_name=_("server"), on_delete=models.PROTECT, related_name="addresses"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who may use it"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )
    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("e-mail address"))
    reply_to = models.EmailField(_("answers go to"), blank=True)
    signature = models.TextField(_("signature"), blank=True)
    retired_at = models.DateTimeField(_("retired"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("sending address")
        verbose_name_plural = "sending addresses"
        constraints = [
            models.UniqueConstraint(
                fields=["desk", "email", "user"],
                name="sending_address_once",
                nulls_distinct=False,
                condition=Q(retired_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>"
