"""A sign-in address that opens once."""

from django.conf import settings
from django.db import models


class OneTimeLink(models.Model):
    """Only the digest of the secret is stored; the row goes when the link is used."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
