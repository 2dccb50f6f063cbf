"""How a telephone learns where the books are: a link with a picture to point the camera at, and a profile for Apple's programs."""

import plistlib
from base64 import b64encode
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from jembatan.accounts.models import AppPassword, User
from jembatan.platform.links import LinkTo, address

PURPOSE = "setting up a device"
LIFETIME = timedelta(hours=1)
PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class Account:
    """What is typed into a program, the password apart."""

    server: str
    books: str
    user: str

    @property
    def is_encrypted(self) -> bool:
        """Whether the password is for nobody else's eyes on its way; many telephones refuse to send it where it is not."""
        return self.server.startswith("https:")


def account_of(user: User) -> Account:
    """`server` is what most programs ask for, `books` the whole address for those that find nothing by themselves."""
    return Account(settings.PUBLIC_URL, settings.PUBLIC_URL + reverse("dav:root"), user.email)


def setup_link(kept: AppPassword) -> str:
    """A page that a telephone opens without an account; for an hour, and while the password is not taken back."""
    to = LinkTo(number=kept.pk, issue=kept.user_id, until=timezone.now() + LIFETIME)
    return address("accounts:device_setup", PURPOSE, to)


def picture_of(link: str) -> str:
    """A QR code (ISO/IEC 18004) as a `data:` address."""
    import qrcode
    from qrcode.image.svg import SvgPathFillImage

    content = BytesIO()
    qrcode.make(link, image_factory=SvgPathFillImage, border=2).save(content)
    return f"data:image/svg+xml;base64,{b64encode(content.getvalue()).decode()}"


def profile_for(user: User, *, name: str) -> bytes:
    """A configuration profile of Apple's with one account each for contacts and calendars; the telephone asks for the password."""
    parts = [_payload(user, "CardDAV", name), _payload(user, "CalDAV", name)]
    return plistlib.dumps(_identified(user, "profile", "Configuration", name) | {"PayloadContent": parts})


def _payload(user: User, protocol: str, name: str) -> dict[str, object]:
    site = urlsplit(settings.PUBLIC_URL)
    values = {
        "AccountDescription": name,
        "HostName": site.hostname or "",
        "Port": site.port or PORTS.get(site.scheme, 443),
        "UseSSL": site.scheme == "https",
        "PrincipalURL": f"{reverse('dav:root')}{user.pk}/",
        "Username": user.email,
    }
    kind = f"com.apple.{protocol.lower()}.account"
    return _identified(user, protocol.lower(), kind, f"{name} ({protocol})") | {
        f"{protocol}{key}": value for key, value in values.items()
    }


def _identified(user: User, part: str, kind: str, name: str) -> dict[str, object]:
    """A profile that is installed again replaces itself."""
    site = urlsplit(settings.PUBLIC_URL)
    return {
        "PayloadType": kind,
        "PayloadVersion": 1,
        "PayloadIdentifier": ".".join([*reversed((site.hostname or "").split(".")), str(user.pk), part]),
        "PayloadUUID": str(uuid5(NAMESPACE_URL, f"{settings.PUBLIC_URL}/{user.pk}/{part}")).upper(),
        "PayloadDisplayName": name,
    }
