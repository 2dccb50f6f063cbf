"""Sign-in by the one-time address; passwords, passkeys and single sign-on are allauth's business."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from jembatan.accounts.actions.one_time_link import spend_link
from jembatan.accounts.models import User


class OneTimeLinkBackend(ModelBackend):
    """Accepts the credential `one_time_secret`."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **credentials: Any,
    ) -> User | None:
        """The user whose secret this is, once; a name with a password is not for this backend."""
        secret = credentials.get("one_time_secret")
        return spend_link(secret) if secret else None
