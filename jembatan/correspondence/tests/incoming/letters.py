"""Letters that come in."""

from jembatan.correspondence.tests.incoming.dovecot import USER


def letter(number: int, *, text: str = "Mohon dijawab.", subject: str = "") -> bytes:
    """A mail from outside that nobody else has sent."""
    subject = subject or f"Permohonan {number}"
    return (
        f"From: Tamu {number} <tamu{number}@mitra.example>\r\nTo: {USER}\r\nSubject: {subject}\r\n"
        f"Message-ID: <surat-{number}@mitra.example>\r\nDate: Sun, 29 Nov 2026 08:00:{number % 60:02} +0700\r\n\r\n{text}\r\n"
    ).encode()
