"""Links that open a conversation on WhatsApp; nothing is sent by us."""

from urllib.parse import quote


def whatsapp_link(phone: str, text: str = "") -> str:
    """`phone` with its country; `text` stands ready to be sent."""
    address = f"https://wa.me/{phone.lstrip('+')}"
    return f"{address}?text={quote(text)}" if text else address
