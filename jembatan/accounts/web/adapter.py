"""Accounts are given by a desk's head, not taken by strangers."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Closes open sign-up; sign-in, passkeys and single sign-on stay allauth's."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
