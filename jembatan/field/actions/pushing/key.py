"""The key by which push services know this installation: made when the first phone asks for it."""

from base64 import b64decode, b64encode

from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)
from django.db import transaction

from jembatan.field.formats.push_message import base64url, point_of
from jembatan.field.models import PushAddress, PushKey
from jembatan.platform.sealing import Unsealable, seal, unseal


def push_key() -> EllipticCurvePrivateKey:
    """Of two who make it at once, one finds the other's. Under another secret of the installation it is another one, and phones begin anew."""
    kept, _is_new = PushKey.objects.get_or_create(only=True, defaults={"sealed": _made()})
    try:
        return _read(kept)
    except Unsealable:
        return _anew()


def public_key() -> str:
    """As `applicationServerKey` wants it."""
    return base64url(point_of(push_key().public_key()))


@transaction.atomic
def _anew() -> EllipticCurvePrivateKey:
    """What browsers were given goes with the key that they were given."""
    kept = PushKey.objects.select_for_update().get(only=True)
    try:
        return _read(kept)
    except Unsealable:
        PushAddress.objects.all().delete()
        kept.sealed = _made()
        kept.save(update_fields=["sealed"])
    return _read(kept)


def _made() -> str:
    key = generate_private_key(SECP256R1())
    return seal(
        b64encode(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())).decode("ascii")
    )


def _read(kept: PushKey) -> EllipticCurvePrivateKey:
    key = load_der_private_key(b64decode(unseal(kept.sealed)), password=None)
    if not isinstance(key, EllipticCurvePrivateKey):
        raise Unsealable
    return key
