"""Passwords for programs: made, used, taken back."""

import hashlib
import secrets
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.models import AppPassword, User
from jembatan.accounts.queries.seats import seats_of
from jembatan.platform.dav.jobs import open_soon
from jembatan.platform.prepared import Prepared

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that is taken for another one
LENGTH, GROUP = 24, 4
NOTICED = timedelta(minutes=10)
MOST = 50


@transaction.atomic
def make_app_password(user: User, *, name: str) -> tuple[AppPassword, str]:
    """The record, and the password in groups of four, which nobody can read again. 119 random bits.

    Raises `ValidationError` with a sentence.
    """
    name = " ".join(name.split())
    if not name:
        raise ValidationError({"name": _("Write which device or program it is for.")})
    if user.app_passwords.count() >= MOST:
        raise ValidationError({"name": _("Take back some of the others first.")})
    secret = "".join(secrets.choice(LETTERS) for _each in range(LENGTH))
    kept = AppPassword(user=user, name=name, digest=_digest(secret))
    kept.full_clean(exclude=["digest"])
    kept.save()
    open_soon(seats_of(user))
    return kept, "-".join(secret[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def revoke_app_password(user: User, number: int) -> str:
    """Whatever uses it is signed out at once; returns its name. Raises `DoesNotExist` for another user's."""
    kept = user.app_passwords.get(pk=number)
    kept.delete()
    return kept.name


def user_by_app_password(email: str, password: str) -> User | None:
    """Whose it is; that it was used is noticed every ten minutes."""
    digest = _digest(password.replace("-", "").replace(" ", "").lower())
    kept = _BY_DIGEST.first(digest)
    if kept is None or not kept.user.is_active or kept.user.email.lower() != email.strip().lower():
        return None
    now = timezone.now()
    if kept.last_used_at is None or kept.last_used_at < now - NOTICED:
        unnoticed = Q(last_used_at=None) | Q(last_used_at__lt=now - NOTICED)
        AppPassword.objects.filter(unnoticed, pk=kept.pk).update(last_used_at=now)
    return kept.user


_BY_DIGEST = Prepared(
    lambda digest: AppPassword.objects.select_related("user").filter(digest=digest), "a digest"
)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
