"""Secret addresses under which the books of the desk can be read: made, listed, taken back."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.dav.books import book_of, books
from jembatan.platform.dav.feeds import make_feed, own_feeds, revoke_feed
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

SUFFIXES = {"VADDRESSBOOK": "vcf", "VCALENDAR": "ics"}


@never_cache
@desk_page
def feeds(request: HttpRequest, actor: Actor) -> HttpResponse:
    """One's own at this desk; the address of a new one is shown once, in the answer that makes it."""
    require_officer(actor)
    context: dict[str, Any] = {"books": [book for book in books() if book.right(actor)], "status": 200}
    if request.method == "POST":
        context |= {"name": request.POST.get("name", ""), "kind": request.POST.get("kind", "")}
        try:
            feed, secret = make_feed(actor, kind=context["kind"], name=context["name"])
        except ValidationError as refusal:
            context |= {"fault": " ".join(refusal.messages), "status": 422}
        else:
            book = book_of(feed.book)
            assert book is not None, "make_feed has looked"
            address = settings.PUBLIC_URL + reverse("dav:feed", args=[secret, SUFFIXES[book.tag]])
            context |= {"made": feed, "address": address, "name": "", "kind": ""}
    context["feeds"] = [(feed, book_of(feed.book)) for feed in own_feeds(actor)]
    return render(request, "accounts/feeds.html", context, status=context["status"])


@require_POST
@desk_page
def feed_removal(request: HttpRequest, actor: Actor, feed_id: int) -> HttpResponse:
    """At once and for good: what was shown once cannot be brought back."""
    get_object_or_404(own_feeds(actor), pk=feed_id)
    name = revoke_feed(actor, feed_id)
    toast(request, _("The address “%(name)s” leads nowhere any more.") % {"name": name})
    return redirect("accounts:feeds")
