"""ICS 213, general message: one mail with what answered it."""

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, Recipient
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.directory.models import Position
from jembatan.platform.documents.form import Block, FormSheet
from jembatan.platform.markings import Marking, highest
from jembatan.platform.ui.moments import clock_text, day_text, moment_text
from jembatan.reports.queries.forms.blocks import filled_in, sheet

LONGEST = 6000


def general_message(actor: Actor, message: Message, *, language: str) -> FormSheet:
    """The mail, and the first answer of the other side to it in its conversation; without one the reply stays to be written."""
    with filled_in(actor, language):
        sent = message.sent_at or message.filed_at
        answer = _answer(actor, message)
        replied = (answer.sent_at or answer.filed_at) if answer else None
        return sheet(
            actor,
            "ICS 213",
            _("General message"),
            language,
            (Block("1", _("Incident name (optional)"), text=str(message.thread.dossier or "")),),
            (
                Block("2", _("To (name and position)"), text=_receivers(message)),
                Block("3", _("From (name and position)"), text=_writer(message)),
            ),
            (
                Block("4", _("Subject"), text=message.subject),
                Block("5", _("Date"), text=day_text(sent)),
                Block("6", _("Time"), text=clock_text(sent)),
            ),
            (Block("7", _("Message"), text=_cut(message.text)),),
            (
                Block(
                    "8",
                    _("Approved by"),
                    values=((_("Name"), ""), (_("Signature"), ""), (_("Position"), "")),
                ),
            ),
            (Block("9", _("Reply"), text=_cut(answer.text) if answer else ""),),
            (
                Block(
                    "10",
                    _("Replied by"),
                    values=(
                        (_("Name"), _writer(answer) if answer else ""),
                        (_("Signature"), ""),
                        (_("Date and time"), moment_text(replied) if replied else ""),
                    ),
                ),
            ),
            marking=highest([Marking.GREEN, message.thread.marking]),
        )


def _answer(actor: Actor, message: Message) -> Message | None:
    later = visible_messages(actor).filter(
        thread=message.thread_id, ours=not message.ours, sent_at__gt=message.sent_at or message.filed_at
    )
    answers = later.filter(automatic=False, internal=False).select_related("sender__person", "thread")
    return answers.order_by("sent_at", "pk").first()


def _receivers(message: Message) -> str:
    found = message.recipients.filter(field=Recipient.Field.TO).order_by("pk")
    return "; ".join(each.name or each.email for each in found.only("name", "email")[:20])


def _writer(message: Message) -> str:
    name = message.from_name or message.from_email
    person = message.sender.person if message.sender else None
    held = (
        Position.objects.filter(person=person, until__isnull=True).order_by("pk").first() if person else None
    )
    return f"{name}, {held.title}" if held and held.title else name


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
