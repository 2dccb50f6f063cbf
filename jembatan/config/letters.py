"""`EMAIL_URL` in Django's form: the server by which letters leave, such as the one with a new password's address."""

import os
from typing import Any
from urllib.parse import unquote, urlsplit

SMTP = "django.core.mail.backends.smtp.EmailBackend"
CONSOLE = "django.core.mail.backends.console.EmailBackend"
ENCRYPTION: dict[str, tuple[int, dict[str, bool]]] = {
    "smtp": (25, {}),
    "smtp+tls": (587, {"use_tls": True}),
    "smtps": (465, {"use_ssl": True}),
}
PATIENCE_SECONDS = 20


def letters_leave() -> bool:
    """Whether a mail server is set up; pages must not promise a letter where none is."""
    return bool(os.environ.get("EMAIL_URL"))


def mailer() -> dict[str, Any]:
    """Django's default mailer: `smtp+tls://user:password@host:587`, or the console where no server is set up.

    Raises `ValueError` for an address that is none.
    """
    if not letters_leave():
        return {"BACKEND": CONSOLE}
    parts = urlsplit(os.environ["EMAIL_URL"])
    if parts.scheme not in ENCRYPTION or not parts.hostname:
        raise ValueError("EMAIL_URL has to look like smtp+tls://user:password@mail.example:587.")
    port, encryption = ENCRYPTION[parts.scheme]
    options = {"host": parts.hostname, "port": parts.port or port, "timeout": PATIENCE_SECONDS, **encryption}
    if parts.username:
        options |= {"username": unquote(parts.username), "password": unquote(parts.password or "")}
    return {"BACKEND": SMTP, "OPTIONS": options}
