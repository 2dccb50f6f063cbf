"""Applications for another post than they were sent for: one, or those that are ticked on the list."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.recruitment.actions.posts import Posts, give_posts
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.web.pages.applications import back_to, chosen, where_from
from jembatan.recruitment.web.pages.found import call_found


@require_POST
@desk_page
def posts(request: HttpRequest, actor: Actor, call_id: int) -> HttpResponse:
    """`application` (several), or with `all` those that match, are for `post` now; `before` says for each which it was, to go back."""
    require_officer(actor)
    call = call_found(actor, call_id)
    back = "before" in request.POST
    if back:
        wanted = _posts(request.POST["before"])
    else:
        wanted = dict.fromkeys(chosen(request, actor, call), record_number(request.POST.get("post", "")))
    try:
        if not back and None in wanted.values():
            raise Refused(_("Choose a post of the programme."))
        before = give_posts(actor, call, wanted)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        told = ngettext(
            "%(count)s application is for another post now.",
            "%(count)s applications are for another post now.",
            len(before),
        )
        undo = reverse("recruitment:posts", args=[call.pk]) if before else ""
        fields = {"before": json.dumps(before), **where_from(request)}
        toast(request, told % {"count": len(before)}, undo=undo, undo_fields=fields)
    return redirect(back_to(request, call))


def _posts(sent: str) -> Posts:
    try:
        read = json.loads(sent)
        pairs = {record_number(str(pk)): post for pk, post in read.items()}
    except (ValueError, AttributeError, RecursionError):
        return {}
    return {
        pk: post for pk, post in pairs.items() if pk and (post is None or (type(post) is int and post > 0))
    }
