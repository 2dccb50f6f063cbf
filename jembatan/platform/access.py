"""The gates that every action passes. Refusals are `PermissionDenied` with a sentence for the reader."""

from typing import Literal, Protocol

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _


class Rights(Protocol):
    """What the gates ask of an actor."""

    @property
    def may_write(self) -> bool:
        """Add and change records."""

    @property
    def may_send(self) -> bool:
        """Let things out, bring things in, decide."""

    @property
    def may_clear(self) -> bool:
        """Clear, and settle how the desk works."""


Right = Literal["read", "write", "send", "clear"]


def may(actor: Rights, right: Right) -> bool:
    """Whether the actor has it: what one may not do is not offered either."""
    return {"read": True, "write": actor.may_write, "send": actor.may_send, "clear": actor.may_clear}[right]


def require_writer(actor: Rights) -> None:
    """Head, officer or drafter."""
    if not actor.may_write:
        raise PermissionDenied(
            _("Readers of this desk cannot change anything. Ask the head of the desk for another role.")
        )


def require_officer(actor: Rights) -> None:
    """Head or officer."""
    if not actor.may_send:
        raise PermissionDenied(_("Only an officer or the head of this desk can do this."))


def require_head(actor: Rights) -> None:
    """Head only."""
    if not actor.may_clear:
        raise PermissionDenied(_("Only the head of this desk can do this."))
