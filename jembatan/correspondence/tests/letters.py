"""Messages for tests, from a few words."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

from jembatan.correspondence.formats.reading import Reading, read

FIRST = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
PARTNER = "aiko@embassy.example"
US = "kerjasama@selatnusantara.example"


def letter(
    name: str = "",
    *,
    sender: str = PARTNER,
    to: str = US,
    cc: str = "",
    subject: str = "Draft",
    text: str = "Please comment.",
    references: str = "",
    in_reply_to: str = "",
    hours: float | None = 0,
    headers: dict[str, str] | None = None,
    attachments: dict[str, bytes] | None = None,
) -> bytes:
    """The bytes of a message; names are Message-IDs without their domain, `hours` counts from a Monday morning."""
    message = EmailMessage()
    if name:
        message["Message-ID"] = f"<{name}@partner.example>"
    message["From"], message["To"], message["Subject"] = sender, to, subject
    if cc:
        message["Cc"] = cc
    if references:
        message["References"] = " ".join(f"<{each}@partner.example>" for each in references.split())
    if in_reply_to:
        message["In-Reply-To"] = f"<{in_reply_to}@partner.example>"
    if hours is not None:
        message["Date"] = format_datetime(FIRST + timedelta(hours=hours))
    for key, value in (headers or {}).items():
        message[key] = value
    message.set_content(text)
    for filename, content in (attachments or {}).items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=filename)
    return message.as_bytes()


def reading(name: str = "", **parts: Any) -> Reading:
    """The same, read."""
    return read(letter(name, **parts))
