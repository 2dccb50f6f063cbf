"""One message: where it stands, and what its headers say."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.platform.ui.guard import desk_page


@desk_page
def message(request: HttpRequest, actor: Actor, message_id: int) -> HttpResponse:
    """To the conversation that it stands in, wherever it has been moved."""
    found = get_object_or_404(visible_messages(actor), pk=message_id)
    address = reverse("correspondence:thread", args=[found.thread_id])
    return redirect(f"{address}?at={found.pk}#message-{found.pk}")


@desk_page
def message_head(request: HttpRequest, actor: Actor, message_id: int) -> HttpResponse:
    """Message-ID, mailbox and the header block as it came."""
    messages = visible_messages(actor).defer(None).defer("search", "text", "html").select_related("mailbox")
    found = get_object_or_404(messages, pk=message_id)
    return render(request, "correspondence/message_head.html", {"message": found})
