"""A phone says where it can be woken, or that it does not want to be; the address ends with the phone."""

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jembatan.field.access import OnDuty
from jembatan.field.actions.refusals import Refused
from jembatan.field.formats.push_message import Unreadable, browser_of
from jembatan.field.models import PushAddress
from jembatan.field.servers.reaching import Unreachable, https_parts

LONGEST = 1000


@transaction.atomic
def take_address(who: OnDuty, endpoint: str, p256dh: str, auth: str) -> None:
    """Again and again, as the page is opened. The browser that used to wake for another phone wakes for this one. Raises `Refused`."""
    try:
        https_parts(endpoint)
        browser_of(p256dh, auth)
    except (Unreachable, Unreadable) as error:
        raise Refused(_("This browser cannot be told of news.")) from error
    if len(endpoint) > LONGEST or len(p256dh) > 90 or len(auth) > 30:
        raise Refused(_("This browser cannot be told of news."))
    PushAddress.objects.filter(endpoint=endpoint).exclude(phone=who.phone).delete()
    PushAddress.objects.update_or_create(
        phone=who.phone,
        defaults={
            "endpoint": endpoint,
            "p256dh": p256dh,
            "auth": auth,
            "language": (get_language() or "id")[:2],
        },
    )


def drop_address(who: OnDuty) -> None:
    """Nothing wakes this phone any more, and what waited for it is forgotten."""
    PushAddress.objects.filter(phone=who.phone).delete()
