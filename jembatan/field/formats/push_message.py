"""What a push service carries and cannot read (RFC 8291, by the content coding of RFC 8188): one record, sealed for one browser."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

RECORD = 4096
LAST = b"\x02"
SALT = 16


class Unreadable(ValueError):
    """No keys of a browser."""


@dataclass(frozen=True, slots=True)
class Browser:
    """Whom a message is for: its public key, and the secret that it shares with us."""

    public: EllipticCurvePublicKey
    secret: bytes


def browser_of(p256dh: str, auth: str) -> Browser:
    """As `PushSubscription.getKey` gives them. Raises `Unreadable`."""
    secret = read_base64url(auth)
    if len(secret) != 16:
        raise Unreadable("no secret of 16 bytes")
    try:
        public = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), read_base64url(p256dh))
    except ValueError as error:
        raise Unreadable("no point of P-256") from error
    return Browser(public, secret)


def encrypted(text: bytes, browser: Browser, *, key: EllipticCurvePrivateKey, salt: bytes) -> bytes:
    """The body of the request. `key` and `salt` are made for this message alone. At most 3993 bytes, which is what every push service takes."""
    ours = point_of(key.public_key())
    info = b"WebPush: info\x00" + point_of(browser.public) + ours
    shared = _derived(key.exchange(ECDH(), browser.public), browser.secret, info, 32)
    content_key = _derived(shared, salt, b"Content-Encoding: aes128gcm\x00", 16)
    nonce = _derived(shared, salt, b"Content-Encoding: nonce\x00", 12)
    sealed = AESGCM(content_key).encrypt(nonce, text + LAST, None)
    body = salt + RECORD.to_bytes(4) + bytes([len(ours)]) + ours + sealed
    if len(body) > RECORD:
        raise ValueError("longer than one record")
    return body


def point_of(public: EllipticCurvePublicKey) -> bytes:
    """Uncompressed: 65 bytes."""
    return public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def base64url(content: bytes) -> str:
    """Without the signs that fill it up."""
    return urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def read_base64url(text: str) -> bytes:
    """Raises `Unreadable`."""
    try:
        return urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except (NotBase64, ValueError) as error:
        raise Unreadable("no base64url") from error


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length=length, salt=salt, info=info).derive(secret)
