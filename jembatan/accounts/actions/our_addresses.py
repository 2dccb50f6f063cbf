"""Which e-mail addresses are ours: single ones, and whole domains."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_domain_name, validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.events import OurAddressesChanged
from jembatan.accounts.models import Desk
from jembatan.platform.access import require_head
from jembatan.platform.events import announce

SEPARATORS = re.compile(r"[\s,;]+")


class NotAnAddress(ValueError):
    """What was written is neither an address nor a domain."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return _("“%(text)s” is neither an e-mail address nor a domain.") % {"text": self.text}


def read_addresses(text: str) -> list[str]:
    """Addresses, and domains with a leading @ ("@kantor.example"; the @ may be missing), in lower case; raises `NotAnAddress`."""
    return [_read(word) for word in SEPARATORS.split(text.strip().lower()) if word]


def _read(word: str) -> str:
    domain = word.removeprefix("@")
    try:
        if "@" in domain:
            validate_email(word)
            return word
        validate_domain_name(domain)
    except ValidationError:
        raise NotAnAddress(word) from None
    if "." not in domain:
        raise NotAnAddress(word)
    return f"@{domain}"


@transaction.atomic
def claim_addresses(actor: Actor, addresses: list[str]) -> Desk:
    """Record addresses and domains as our own, so that mail from them counts as ours; duplicates are folded.

    Raises `NotAnAddress`.
    """
    require_head(actor)
    new = [_read(address.strip().lower()) for address in addresses]
    desk = Desk.objects.select_for_update().get(pk=actor.desk.pk)
    single = [address for address in new if not address.startswith("@")]
    domains = [address[1:] for address in new if address.startswith("@")]
    desk.own_addresses = list(dict.fromkeys([*desk.own_addresses, *single]))
    desk.own_domains = list(dict.fromkeys([*desk.own_domains, *domains]))
    _keep(actor, desk)
    announce(OurAddressesChanged(desk))
    return desk


@transaction.atomic
def release_address(actor: Actor, address: str) -> Desk:
    """An address, or a domain with its @, is ours no longer: mail from it counts as theirs again.

    A member's own address stays ours in any case.
    """
    require_head(actor)
    gone = address.strip().lower()
    desk = Desk.objects.select_for_update().get(pk=actor.desk.pk)
    desk.own_addresses = [known for known in desk.own_addresses if known.lower() != gone]
    desk.own_domains = [known for known in desk.own_domains if f"@{known.lower().lstrip('@')}" != gone]
    _keep(actor, desk)
    announce(OurAddressesChanged(desk, released=(gone,)))
    return desk


def _keep(actor: Actor, desk: Desk) -> None:
    desk.save(update_fields=["own_addresses", "own_domains"])
    actor.desk.own_addresses, actor.desk.own_domains = desk.own_addresses, desk.own_domains
