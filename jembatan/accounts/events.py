"""What accounts announces."""

from dataclasses import dataclass

from jembatan.accounts.models import Desk, User


@dataclass(frozen=True, slots=True)
class OurAddressesChanged:
    """The desk has other addresses than before; announced inside the transaction.

    `released` are those that are ours no longer: addresses, and domains with their @ ("@lama.example").
    """

    desk: Desk
    released: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeskEdited:
    """The desk has another name, language or time zone; announced inside the transaction."""

    desk: Desk


@dataclass(frozen=True, slots=True)
class SignInAddressChanged:
    """A member of the desk signs in with another address than `before`; announced inside the transaction.

    `by` is the head who gave it, None for a command.
    """

    desk: Desk
    by: User | None
    user: User
    before: str
