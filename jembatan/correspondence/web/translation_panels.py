"""What translation shows on the pages of others: in the composer, and as a tab of the settings."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.correspondence.formats.language import language_of
from jembatan.correspondence.models import Draft
from jembatan.correspondence.queries.translations.made import unread_translations
from jembatan.correspondence.queries.translations.server import marking_of, may_go_to, server_of
from jembatan.correspondence.web.languages import language_name


def draft_translations(request: HttpRequest, actor: Actor, subject: Draft) -> str:
    """Parts that nobody has checked, each with its button; and into which languages the draft can be translated, if any."""
    if subject.state != Draft.State.OPEN or not subject.text.strip():
        return ""
    unread = [(each, language_name(each.language)) for each in unread_translations(subject)]
    context = {"draft": subject, "unread": unread, "languages": _offered(actor, subject)}
    if not (unread or context["languages"]):
        return ""
    return render_to_string("correspondence/translation.html#draft", context, request)


def _offered(actor: Actor, draft: Draft) -> list[tuple[str, str]]:
    """None where no server is set up, or where the text may not go to it."""
    server = server_of(actor)
    if server is None or not may_go_to(server, marking_of(draft)):
        return []
    own = language_of(draft.text)
    return [(code, language_name(code)) for code in server.languages if code != own]
