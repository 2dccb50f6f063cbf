"""Addresses that open a conversation on WhatsApp; nothing is sent by us."""

from urllib.parse import quote


def whatsapp_link(phone: str, text: str = "") -> str:
    """With the text ready; "" for a number without its country."""
    if not phone.startswith("+"):
        return ""
    digits = "".join(each for each in phone if each.isdigit())
    return f"https://wa.me/{digits}?text={quote(text)}" if text else f"https://wa.me/{digits}"
