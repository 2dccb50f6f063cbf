"""What keeps machines off the public form, without anybody else's service: a field that only they fill, and the time that people take."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Call

TRAP, TOKEN = "website", "opened"
HOUSEHOLD = 64
QUICKEST, LONGEST = timedelta(seconds=3), timedelta(days=1)
_signer = Signer(salt="jembatan application form", sep="~")


def opened_now(call: Call) -> str:
    """A signed sentence that this form was opened now."""
    return _signer.sign(f"{call.slug}/{timezone.now().timestamp():.0f}")


def check_person(request: HttpRequest, call: Call) -> None:
    """Raises `Refused`, with what a person does about it."""
    if request.POST.get(TRAP):
        raise Refused(_("Please leave the field “Website” empty and send the form again."))
    age = _age(request.POST.get(TOKEN, ""), call)
    if age is None or age > LONGEST:
        raise Refused(_("The form was open for very long. Everything is still here; please send it again."))
    if age < QUICKEST:
        raise Refused(_("That was very quick. Please look through the form once more and send it again."))


def sender_of(request: HttpRequest) -> str:
    """The network from which the form comes; of IPv6 that of a household, which has any number of addresses."""
    remote = request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(remote)
    except ValueError:
        return str(remote)
    return str(ip_network((address, HOUSEHOLD), strict=False)) if address.version == 6 else str(address)


def token_for(request: HttpRequest, call: Call) -> str:
    """The one that was sent as long as it holds, so that sending again is not too quick."""
    sent = request.POST.get(TOKEN, "")
    age = _age(sent, call)
    return sent if age is not None and age <= LONGEST else opened_now(call)


def _age(token: str, call: Call) -> timedelta | None:
    try:
        slug, moment = _signer.unsign(token).rsplit("/", 1)
    except (BadSignature, ValueError):
        return None
    return timezone.now() - datetime.fromtimestamp(int(moment), UTC) if slug == call.slug else None
