"""Mail accounting, for people and (`?format=json`) for machines."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.mailboxes import mailbox_accounts
from jembatan.platform.ui.guard import desk_page


@desk_page
def mailboxes(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Each mailbox with its sums."""
    accounts = mailbox_accounts(actor)
    if request.GET.get("format") == "json":
        return JsonResponse({"mailboxes": [each.as_json() for each in accounts]})
    return render(request, "correspondence/mailboxes.html", {"accounts": accounts})
