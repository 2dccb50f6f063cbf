"""Letters that other rooms want written leave by the outbox, as any letter."""

from django.core.exceptions import ValidationError

from jembatan.meetings.events import LetterWanted


def write_letter(wanted: LetterWanted) -> None:
    """Raises `ValidationError` with the sentence that says why it cannot leave."""
    from jembatan.correspondence.actions.drafts.start import start_letter
    from jembatan.correspondence.actions.outbox.send import send_draft
    from jembatan.correspondence.actions.refusals import Refused
    from jembatan.correspondence.formats.message import Address
    from jembatan.correspondence.formats.receivers import write_receivers

    to = write_receivers([Address(wanted.name, wanted.email)])
    try:
        draft = start_letter(wanted.actor, about=None, to=to, subject=wanted.subject, text=wanted.text)
        draft.dossier, draft.marking = wanted.dossier, wanted.marking
        draft.save(update_fields=["dossier", "marking"])
        send_draft(wanted.actor, draft, confirmed=True)
    except Refused as refusal:
        raise ValidationError(str(refusal)) from refusal
