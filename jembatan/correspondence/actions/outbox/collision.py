"""Two answers to one letter: whoever sends the second is told of the first, before it leaves."""

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.checks import Objection
from jembatan.correspondence.formats.outgoing import Letter
from jembatan.correspondence.models import Draft
from jembatan.correspondence.queries.presence import REPLIES, answered_elsewhere, sent_since
from jembatan.correspondence.queries.rows import snippet
from jembatan.platform.ui.moments import short_moment_text


def ask_collision(actor: Actor, draft: Draft, letter: Letter) -> list[Objection]:
    """A check of the outbox: somebody has answered since this reply was begun."""
    if draft.kind not in REPLIES:
        return []
    if mail := sent_since(actor, draft).select_related("draft").first():
        told = {
            "name": mail.queued_by.full_name if mail.queued_by else actor.desk.name,
            "moment": short_moment_text(mail.queued_at),
            "words": snippet(mail.draft.text),
        }
        return [
            Objection(
                _("%(name)s has answered this conversation since you began (%(moment)s): “%(words)s”") % told
            )
        ]
    if message := answered_elsewhere(draft).first():
        told = {
            "name": message.from_name or message.from_email,
            "moment": short_moment_text(message.sent_at) if message.sent_at else "",
            "words": snippet(message.text),
        }
        return [
            Objection(
                _("%(name)s has answered this conversation since you began (%(moment)s): “%(words)s”") % told
            )
        ]
    return []
