"""The HTML of one message, alone in a frame of its own with a policy that lets nothing run and nothing be fetched."""

import base64

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, MessageAttachment
from jembatan.correspondence.queries.visible import visible_attachments, visible_messages
from jembatan.correspondence.web.safe_html import make_safe
from jembatan.platform.files.store import open_stored
from jembatan.platform.files.web.downloads import picture_type
from jembatan.platform.ui.guard import desk_page

POLICY = {
    "default-src": ["'none'"],
    "img-src": ["data:"],
    "style-src": ["'unsafe-inline'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "frame-ancestors": ["'self'"],
    "sandbox": ["allow-popups", "allow-popups-to-escape-sandbox"],
}
LARGEST_PICTURE = 2 * 1024 * 1024
ALL_PICTURES = 8 * 1024 * 1024


@xframe_options_sameorigin
@csp_override(POLICY)
@desk_page
def message_html(request: HttpRequest, actor: Actor, message_id: int) -> HttpResponse:
    """The mail's own pictures come inside the page, so that even they need no request."""
    found = get_object_or_404(visible_messages(actor).exclude(html=""), pk=message_id)
    safe = make_safe(found.html, pictures=_pictures(actor, found))
    response = render(request, "correspondence/message_html.html", {"message": found, "safe": safe})
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _pictures(actor: Actor, message: Message) -> dict[str, str]:
    """`data:` addresses by Content-ID, of pictures that are what they seem and not too large."""
    found: dict[str, str] = {}
    left = ALL_PICTURES
    attachments = visible_attachments(actor).filter(message=message).exclude(content_id="")
    for attachment in attachments.order_by("pk"):
        if attachment.file.size <= min(LARGEST_PICTURE, left) and (address := _address(attachment)):
            found[attachment.content_id.strip("<>")] = address
            left -= attachment.file.size
    return found


def _address(attachment: MessageAttachment) -> str:
    with open_stored(attachment.file) as file:
        content = file.read()
    kind = picture_type(content)
    return f"data:{kind};base64,{base64.b64encode(content).decode()}" if kind else ""
