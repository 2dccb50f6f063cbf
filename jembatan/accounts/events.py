"""What accounts announces."""

from dataclasses import dataclass

from jembatan.accounts.models import Desk


@dataclass(frozen=True, slots=True)
class OurAddressesChanged:
    """The desk has other addresses than before; announced inside the transaction.

    `released` are those that are ours no longer: addresses, and domains with their @ ("@lama.example").
    """

    desk: Desk
    released: tuple[str, ...] = ()
