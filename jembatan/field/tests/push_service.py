"""A small push service on loopback, by TLS, with the browser that it wakes: it reads what comes as that browser would."""

import json
import ssl
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    ECDSA,
    SECP256R1,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import NameOID


def told(text: str) -> bytes:
    """base64url as browsers write it."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass
class Service:
    """`status` is what it answers; `read` what its browser has read and `paths` where that came, `said` the headers."""

    origin: str = ""
    ca: str = ""
    status: int = 201
    read: list[dict[str, str]] = field(default_factory=list)
    said: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    lengths: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.key = generate_private_key(SECP256R1())
        self.auth = b"sixteen bytes ok"

    def take(self, path: str, headers: dict[str, str], body: bytes) -> int:
        """As RFC 8291 and RFC 8292 tell the two ends to."""
        self.said.append(headers)
        if self.status == 201:
            self.lengths.add(len(body))
            self._check_token(headers["authorization"])
            self.read.append(json.loads(self._opened(body)))
            self.paths.append(path)
        return self.status

    def _opened(self, body: bytes) -> bytes:
        salt, length = body[:16], body[20]
        theirs, sealed = body[21 : 21 + length], body[21 + length :]
        shared = self.key.exchange(ECDH(), EllipticCurvePublicKey.from_encoded_point(SECP256R1(), theirs))
        ours = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        secret = _derived(shared, self.auth, b"WebPush: info\x00" + ours + theirs, 32)
        key = _derived(secret, salt, b"Content-Encoding: aes128gcm\x00", 16)
        nonce = _derived(secret, salt, b"Content-Encoding: nonce\x00", 12)
        opened = AESGCM(key).decrypt(nonce, sealed, None)
        assert opened.endswith(b"\x02")
        return opened[:-1]

    def _check_token(self, header: str) -> None:
        scheme, _, rest = header.partition(" ")
        parts = dict(each.strip().split("=", 1) for each in rest.split(","))
        head, claims, signed = parts["t"].split(".")
        raw = told(signed)
        signature = encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
        public = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), told(parts["k"]))
        public.verify(signature, f"{head}.{claims}".encode(), ECDSA(SHA256()))
        claimed = json.loads(told(claims))
        assert (scheme, claimed["aud"]) == ("vapid", self.origin)
        assert 0 < claimed["exp"] - datetime.now(UTC).timestamp() <= 24 * 3600
        assert claimed["sub"].startswith(("mailto:", "https:"))


@contextmanager
def push_service(folder: Path) -> Iterator[Service]:
    """Answers until the block ends; `ca` is the file that makes it trusted."""
    service = Service()

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = service.take(
                self.path, {name.lower(): value for name, value in self.headers.items()}, body
            )
            self.send_response(status)
            if status == 307:
                self.send_header("Location", f"{service.origin}/elsewhere")
            if status == 429:
                self.send_header("Retry-After", "900")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_said: object) -> None:
            """Keeps quiet."""

    service.ca = str(_certificate(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(service.ca)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.daemon_threads = True
    service.origin = f"https://127.0.0.1:{server.server_address[1]}"
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()


def _certificate(folder: Path) -> Path:
    key, now = generate_private_key(SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "push service of a test")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(True, False, False, False, False, True, False, False, False), critical=True
        )
        .sign(key, SHA256())
    )
    path = folder / "push.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(private + made.public_bytes(Encoding.PEM))
    return path


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length=length, salt=salt, info=info).derive(secret)
