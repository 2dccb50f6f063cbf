"""Beginning a mail: a new one, a reply, a reply to all, a forwarded one. Receivers come from the one message that it answers."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.queries.ourselves import ourselves
from jembatan.correspondence.actions.drafts.versions import keep_version
from jembatan.correspondence.actions.presence import TOPIC as PRESENCE
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.answering import (
    forward_subject,
    others,
    reads_nothing,
    reply_receivers,
    reply_subject,
)
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.receivers import write_receivers
from jembatan.correspondence.formats.whatsapp_readings import is_chat_message
from jembatan.correspondence.models import Draft, DraftAttachment, Message, Recipient, SendingAddress
from jembatan.correspondence.queries.drafts import open_drafts
from jembatan.correspondence.queries.sending import addresses_for
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.platform.access import require_writer
from jembatan.platform.files.names import safe_name
from jembatan.platform.live.news import tell

Kind = Draft.Kind


@transaction.atomic
def start_mail(actor: Actor, *, to: str = "", subject: str = "") -> Draft:
    """A new mail that answers nothing."""
    require_writer(actor)
    return _start(actor, Draft(kind=Kind.NEW, to=to, subject=subject))


@transaction.atomic
def start_letter(
    actor: Actor,
    *,
    about: Message | None,
    to: str,
    subject: str,
    text: str,
    matter: tuple[str, int] | None = None,
) -> Draft:
    """A letter of its own about a message, which neither is quoted nor goes along; or about another record (`matter`: kind, id).

    It is a forwarded mail: seen by whoever sees that message or record, checked against its marking, and filed into its dossier.
    """
    require_writer(actor)
    kind = Kind.FORWARD if about else Kind.NEW
    matter_kind, matter_id = matter or ("", None)
    return _start(
        actor,
        Draft(
            kind=kind,
            answers=about,
            to=to,
            subject=subject,
            text=text,
            matter_kind=matter_kind,
            matter_id=matter_id,
        ),
    )


@transaction.atomic
def start_answer(actor: Actor, message: Message, *, kind: Draft.Kind, own: bool = False) -> Draft:
    """A reply to this message, or this message forwarded with its files.

    Where somebody has begun the same reply, that one: two colleagues do not answer the same mail twice, unless the actor
    wants one of their `own`. Raises `Refused` for a reply to an address at which nobody reads; `DoesNotExist` for a message the actor cannot see.
    """
    require_writer(actor)
    message = visible_messages(actor).get(pk=message.pk)
    if is_chat_message(message.message_id) and kind != Kind.FORWARD:
        raise Refused(
            _("This is a chat: it is answered where it was written. Forward it, or write a new mail.")
        )
    if kind == Kind.FORWARD:
        draft = _start(
            actor, Draft(kind=kind, answers=message, subject=forward_subject(message.subject), quote=True)
        )
        _take_files(draft, message)
        return draft
    begun = open_drafts(actor).filter(answers=message, kind=kind)
    if found := (begun.filter(versions__version=1, versions__user=actor.user) if own else begun).first():
        return found
    to, cc = _receivers(actor, message, everyone=kind == Kind.REPLY_ALL)
    words = Draft(
        kind=kind,
        answers=message,
        to=write_receivers(to),
        cc=write_receivers(cc),
        subject=reply_subject(message.subject),
        quote=True,
    )
    tell(actor.desk.pk, PRESENCE, [message.thread_id], by=actor.user.pk if actor.user else None)
    return _start(actor, words)


def _receivers(actor: Actor, message: Message, *, everyone: bool) -> tuple[list[Address], list[Address]]:
    named: dict[str, list[Address]] = {field: [] for field in Recipient.Field.values}
    for recipient in message.recipients.order_by("pk"):
        named[recipient.field].append(Address(recipient.name, recipient.email))
    us = ourselves(actor.desk)
    author = Address(message.from_name, message.from_email)
    to = reply_receivers(author, reply_to=named["reply_to"], to=named["to"], us=us)
    if to and all(reads_nothing(address.email) for address in to):
        raise Refused(
            _(
                "Nobody reads what is sent to %(address)s: a program wrote this message. Forward it, or write a new mail."
            )
            % {"address": to[0].email}
        )
    if not everyone:
        return to, []
    more_to, cc = others(to, to=named["to"], cc=named["cc"], us=us)
    return [*to, *more_to], cc


def _start(actor: Actor, draft: Draft) -> Draft:
    draft.desk = actor.desk
    draft.from_address = _address(actor, draft)
    draft.saved_by, draft.saved_at = actor.user, timezone.now()
    draft.save()
    keep_version(actor, draft)
    return draft


def _address(actor: Actor, draft: Draft) -> SendingAddress | None:
    """The one that the message was written to, where it is one of ours; else the first that the actor has."""
    mine = list(addresses_for(actor))
    if draft.answers is not None:
        written_to = set(draft.answers.recipients.values_list("email", flat=True))
        return next((address for address in mine if address.email in written_to), mine[0] if mine else None)
    return mine[0] if mine else None


def _take_files(draft: Draft, message: Message) -> None:
    DraftAttachment.objects.bulk_create(
        DraftAttachment(draft=draft, file_id=each.file_id, name=safe_name(each.name), type=each.type)
        for each in message.attachments.filter(inline=False).order_by("pk")
    )
