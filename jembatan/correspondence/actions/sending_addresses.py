"""Which addresses the desk's mail is from: for the head to settle."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actions.our_addresses import claim_addresses
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, User
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.receivers import NotAReceiver, sendable
from jembatan.correspondence.models import OutgoingServer, SendingAddress
from jembatan.correspondence.queries.sending import own_addresses
from jembatan.platform.access import require_head, require_writer


@transaction.atomic
def keep_address(
    actor: Actor,
    address: SendingAddress | None,
    *,
    server: OutgoingServer,
    name: str,
    email: str,
    user: User | None = None,
    reply_to: str = "",
    signature: str = "",
) -> SendingAddress:
    """An address that mail may be from; it becomes one of ours, so that the turn passes when it has written.

    Raises `Refused` for an address that is there already, and for somebody of another desk.
    """
    require_head(actor)
    if user is not None and not Membership.objects.filter(desk=actor.desk, user=user).exists():
        raise Refused(_("Only a member of this desk can have an address of their own here."))
    kept = SendingAddress(desk=actor.desk)
    if address is not None:
        kept = SendingAddress.objects.select_for_update().get(pk=address.pk, desk=actor.desk)
    kept.server = OutgoingServer.objects.get(pk=server.pk, desk=actor.desk)
    kept.name, kept.email, kept.user = name, _sendable(email), user
    kept.reply_to, kept.signature = _sendable(reply_to) if reply_to else "", signature
    try:
        with transaction.atomic():
            kept.save()
    except IntegrityError:
        raise Refused(_("This address is there already.")) from None
    claim_addresses(actor, [kept.email])
    return kept


@transaction.atomic
def retire_address(actor: Actor, address: SendingAddress) -> SendingAddress:
    """No new mail is from it; what was written from it keeps it, and what waits in the outbox still leaves."""
    return _retire(actor, address, retired=True)


@transaction.atomic
def bring_back_address(actor: Actor, address: SendingAddress) -> SendingAddress:
    """The inverse. Raises `Refused` where another has taken its place."""
    try:
        with transaction.atomic():
            return _retire(actor, address, retired=False)
    except IntegrityError:
        raise Refused(_("This address is there already.")) from None


def _sendable(email: str) -> str:
    """As mail servers understand it: a domain of other letters in its IDNA form."""
    try:
        return sendable(email).lower()
    except NotAReceiver as refusal:
        raise Refused(str(refusal)) from refusal


def _retire(actor: Actor, address: SendingAddress, *, retired: bool) -> SendingAddress:
    require_head(actor)
    kept = SendingAddress.objects.select_for_update().get(pk=address.pk, desk=actor.desk)
    kept.retired_at = timezone.now() if retired else None
    kept.save(update_fields=["retired_at"])
    return kept


@transaction.atomic
def keep_signature(actor: Actor, address: SendingAddress, *, signature: str) -> SendingAddress:
    """A member's own words below the mail from an address that is theirs alone; every other is the head's to settle."""
    require_writer(actor)
    kept = own_addresses(actor).select_for_update(of=("self",)).get(pk=address.pk)
    kept.signature = signature.replace("\r\n", "\n").strip()
    kept.save(update_fields=["signature"])
    return kept
