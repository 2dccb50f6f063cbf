"""Secrets at rest: passwords of other servers, sealed with a key that only this installation can make.

The key comes from the installation's own secret (`SECRET_KEY`), which lies beside the database and not in it: whoever has a
dump of the database alone reads nothing.
"""

import base64
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from cryptography.fernet import Fernet


class Unsealable(Exception):
    """It was sealed under another secret: the database came from elsewhere without its key."""

    def __str__(self) -> str:
        return _("The stored password cannot be read with this installation's key. Type it again.")


def seal(text: str) -> str:
    """The text as it may be stored; sealing twice gives different results."""
    return _fernet().encrypt(text.encode()).decode("ascii")


def unseal(sealed: str) -> str:
    """What `seal` was given; "" for "". Raises `Unsealable`."""
    if not sealed:
        return ""
    from cryptography.fernet import InvalidToken

    try:
        return _fernet().decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise Unsealable from None


def _fernet() -> "Fernet":
    from cryptography.fernet import Fernet
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derived = HKDF(SHA256(), length=32, salt=None, info=b"jembatan: sealed passwords")
    return Fernet(base64.urlsafe_b64encode(derived.derive(settings.SECRET_KEY.encode())))
