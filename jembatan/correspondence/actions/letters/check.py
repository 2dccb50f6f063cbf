"""A check of the outbox: a mail that carries a statement carries one that may leave."""

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.checks import Objection
from jembatan.correspondence.formats.outgoing import Letter
from jembatan.correspondence.models import Draft, Statement


def ask_letter(actor: Actor, draft: Draft, letter: Letter) -> list[Objection]:
    """A withdrawn letter, one without its number, and one that was taken out of the mail stop it."""
    if draft.statement is None:
        return []
    if draft.statement.state != Statement.State.DRAFT:
        return [Objection(_("The letter of this mail was withdrawn, or has left already."), final=True)]
    if not draft.statement.number:
        return [Objection(_("The letter of this mail has no number yet."), final=True)]
    if not draft.attachments.filter(letter=True).exists():
        return [
            Objection(
                _("The letter was taken out of this mail. Put it in again from its statement."), final=True
            )
        ]
    return []
