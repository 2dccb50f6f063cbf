"""How an officer without an account reads on a phone: a link for one device, and the device that used it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.models import Desk
from jembatan.programmes.models import Officer


class PhoneLink(models.Model):
    """Only the digest of its token is kept. It signs one device in, until a moment; whoever has lost it gets another."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="phone_links")
    digest = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField(_("until"))
    revoked_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("link for a phone")

    def __str__(self) -> str:
        return str(self.officer)


class Phone(models.Model):
    """A device that an officer signed in with a link; the database lets a link be used once. Only the digest of its cookie is kept."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+", db_index=False)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="phones")
    link = models.OneToOneField(PhoneLink, on_delete=models.CASCADE, related_name="phone")
    digest = models.CharField(max_length=64, unique=True)
    begun_at = models.DateTimeField(_("signed in"), auto_now_add=True)
    seen_at = models.DateTimeField(_("last seen"), auto_now_add=True)
    ended_at = models.DateTimeField(_("signed out"), null=True, blank=True)

    class Meta:
        verbose_name = _("phone of an officer")

    def __str__(self) -> str:
        return str(self.officer)
