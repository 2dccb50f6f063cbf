"""The sign-in address that `bin/run` prints: it opens once, within a day."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from jembatan.accounts.models import OneTimeLink, User

LIFETIME = timedelta(days=1)


def make_link_secret(user: User) -> str:
    """A new secret for this user; earlier unused ones stop working."""
    secret = secrets.token_urlsafe(24)
    with transaction.atomic():
        OneTimeLink.objects.filter(user=user).delete()
        OneTimeLink.objects.create(user=user, digest=_digest(secret), expires_at=timezone.now() + LIFETIME)
    return secret


@transaction.atomic
def spend_link(secret: str) -> User | None:
    """The active user behind an unspent, unexpired secret, which is thereby spent; else None."""
    link = (
        OneTimeLink.objects.select_for_update().filter(digest=_digest(secret)).select_related("user").first()
    )
    if link is None:
        return None
    link.delete()
    return link.user if link.expires_at > timezone.now() and link.user.is_active else None


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
