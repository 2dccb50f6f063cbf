"""A password for one program of one user."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class AppPassword(models.Model):
    """Opens address books and calendars, and nothing else; only the digest of the secret is stored.

    The secret is random and long, so that no slow digest has to protect it: programs send it with every request.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="app_passwords")
    name = models.CharField(_("device or program"), max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="app_password_has_name")]

    def __str__(self) -> str:
        return self.name
