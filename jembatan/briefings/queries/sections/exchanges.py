"""The last exchanges with them."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.briefings.queries.request import BriefRequest
from jembatan.correspondence.formats.quotation import split
from jembatan.correspondence.models import Message
from jembatan.correspondence.queries.exchanges import last_exchanges
from jembatan.platform.documents.model import Line, Section
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text

MOST = 8
WORDS = 40


def recent_mail(request: BriefRequest) -> Sequence[Section]:
    """The newest messages in both directions, each with its first words."""
    found = {
        message.pk: message
        for organisation in request.organisations
        for message in last_exchanges(request.actor, organisation, MOST)
    }
    newest = sorted(found.values(), key=lambda message: message.sent_at or message.filed_at, reverse=True)
    lines = tuple(_line(request, message) for message in newest[:MOST])
    return [Section(_("The last exchanges"), lines, _("No mail with them is filed yet."))]


def _line(request: BriefRequest, message: Message) -> Line:
    address = reverse("correspondence:message", kwargs={"message_id": message.pk})
    names = {"name": message.from_name or message.from_email, "subject": message.subject or _("(no subject)")}
    return Line(
        _("We wrote: %(subject)s") % names if message.ours else _("%(name)s wrote: %(subject)s") % names,
        label=day_text(message.sent_at or message.filed_at),
        detail=_first_words(split(message.text).reply),
        sources=(request.mail_source(subject=message.subject, sent_at=message.sent_at, address=address),),
        marking=Marking(message.thread.marking),
    )


def _first_words(text: str) -> str:
    words = text.split(maxsplit=WORDS)
    return " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")
