"""Where well-known providers keep mailboxes, by the domain of the address: data that a form begins with, to be changed freely."""

from dataclasses import dataclass

DEFAULT_PORT = 993


@dataclass(frozen=True, slots=True)
class Provider:
    """An IMAP server (TLS, port 993) and where it gives tokens ("" where a password is the way in)."""

    host: str
    token_url: str = ""


GOOGLE = Provider("imap.gmail.com", "https://oauth2.googleapis.com/token")
MICROSOFT = Provider("outlook.office365.com", "https://login.microsoftonline.com/common/oauth2/v2.0/token")
YAHOO = Provider("imap.mail.yahoo.com", "https://api.login.yahoo.com/oauth2/get_token")
PROVIDERS = {
    "gmail.com": GOOGLE,
    "googlemail.com": GOOGLE,
    "outlook.com": MICROSOFT,
    "hotmail.com": MICROSOFT,
    "live.com": MICROSOFT,
    "yahoo.com": YAHOO,
    "yahoo.co.id": YAHOO,
    "ymail.com": YAHOO,
    "icloud.com": Provider("imap.mail.me.com"),
    "me.com": Provider("imap.mail.me.com"),
    "zoho.com": Provider("imap.zoho.com"),
    "fastmail.com": Provider("imap.fastmail.com"),
}


def provider_of(address: str) -> Provider | None:
    """None for a domain that is not known here."""
    return PROVIDERS.get(address.rpartition("@")[2].strip().lower())
