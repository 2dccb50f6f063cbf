"""By what push services know who sends (RFC 8292): a token that our key has signed, for one service and a few hours."""

import json
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from jembatan.field.formats.push_message import base64url, point_of

LASTS = 12 * 3600
"""Push services take at most a day."""


def authorization(endpoint: str, key: EllipticCurvePrivateKey, *, contact: str, now: int) -> str:
    """The header. `contact` is an https: or mailto: address at which the service reaches whoever runs this installation."""
    parts = urlsplit(endpoint)
    claims = {"aud": f"{parts.scheme}://{parts.netloc}", "exp": now + LASTS, "sub": contact}
    said = f"{_told({'typ': 'JWT', 'alg': 'ES256'})}.{_told(claims)}"
    r, s = decode_dss_signature(key.sign(said.encode("ascii"), ECDSA(SHA256())))
    signed = base64url(r.to_bytes(32) + s.to_bytes(32))
    return f"vapid t={said}.{signed}, k={base64url(point_of(key.public_key()))}"


def _told(what: dict[str, object]) -> str:
    return base64url(json.dumps(what, separators=(",", ":")).encode())
