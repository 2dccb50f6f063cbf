"""A mail that has waited in the outbox while a line in it was changed, withdrawn or has expired."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor, operator
from jembatan.correspondence.models import LineUse, OutgoingMail, OutgoingReceiver, SendAttempt
from jembatan.correspondence.queries.lines.visible import standing_of


@transaction.atomic
def stop_outdated(mail_id: int) -> None:
    """Before a worker takes a mail that is due: it fails with a sentence, and whoever sent it writes it again.

    A mail that was tried before goes on: some receivers may have it.
    """
    tried = SendAttempt.objects.filter(mail=OuterRef("pk"))
    due = OutgoingMail.objects.filter(
        ~Exists(tried), pk=mail_id, state=OutgoingMail.State.WAITING, due_at__lte=timezone.now()
    )
    mail = due.select_for_update(of=("self",)).select_related("desk").first()
    if mail is None:
        return
    actor = operator(mail.desk)
    outdated = [use for use in mail.lines_said.select_related("version__line") if not _holds(actor, use)]
    if not outdated:
        return
    with translation.override(mail.desk.language):
        mail.words = _("The line “%(topic)s” holds no more as it stands in this mail. Write it again.") % {
            "topic": outdated[0].version.line.topic
        }
    mail.state, mail.trouble = OutgoingMail.State.FAILED, ""
    mail.save(update_fields=["state", "trouble", "words"])
    mail.receivers.update(state=OutgoingReceiver.State.REFUSED, words=mail.words)


def _holds(actor: Actor, use: LineUse) -> bool:
    """It says today what stands in the mail, be it in a later wording whose other languages were changed."""
    row = standing_of(actor, use.version.line)
    return bool(
        row.holds and row.current and row.current.texts.get(use.language) == use.version.texts[use.language]
    )
