"""One announcement: its words, whom it goes to and who is left out, and once it leaves, what becomes of each."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.announcements.start import PREVIEWED, findings_of
from jembatan.correspondence.actions.announcements.write import write_announcement
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Announcement
from jembatan.correspondence.queries.announcements.receivers import Chosen, LeftOut, choose
from jembatan.correspondence.queries.announcements.results import RESULTS, Result, outcomes
from jembatan.correspondence.queries.announcements.visible import announcements
from jembatan.correspondence.queries.announcements.words import Words, words_for
from jembatan.correspondence.web.announcement_form import AnnouncementForm
from jembatan.correspondence.web.findings import shown_finding
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

SHOWN = 300


@desk_page
def announcement(request: HttpRequest, actor: Actor, announcement_id: int) -> HttpResponse:
    """`?as=` shows it as that person reads it; `?result=` narrows the receivers of one that has begun to leave."""
    found = get_object_or_404(announcements(actor), pk=announcement_id)
    if found.state != Announcement.State.DRAFT:
        return _results(request, found)
    chosen = choose(actor, found)
    getting = [each for each in chosen if not each.left_out]
    reader = _reader(request, getting)
    context = {
        "announcement": found,
        "getting": getting[:SHOWN],
        "count": len(getting),
        "left_out": [(each, _reason(each)) for each in chosen if each.left_out][:SHOWN],
        "reader": reader,
        "words": _words(found, reader),
        "findings": [(each, shown_finding(finding)) for each, finding in findings_of(actor, found, chosen)],
    }
    return render(request, "correspondence/announcement.html", context)


@desk_page
def announcement_words(request: HttpRequest, actor: Actor, announcement_id: int) -> HttpResponse:
    """Other words, another list."""
    require_writer(actor)
    found = get_object_or_404(announcements(actor), pk=announcement_id)
    form = AnnouncementForm(actor, request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            write_announcement(actor, found, form.content)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            toast(request, _("Saved."))
            return redirect("correspondence:announcement", announcement_id=found.pk)
    context = {"form": form, "announcement": found, "has_lists": True, "has_addresses": True}
    return render(
        request, "correspondence/announcement_writing.html", context, status=422 if form.errors else 200
    )


def _results(request: HttpRequest, found: Announcement) -> HttpResponse:
    everyone = outcomes(found)
    counts = Counter(outcome.result for outcome in everyone)
    asked = request.GET.get("result", "")
    shown = [outcome for outcome in everyone if asked not in RESULTS or outcome.result == asked]
    context = {
        "announcement": found,
        "counts": [(result.value, RESULTS[result], counts[result]) for result in Result if counts[result]],
        "outcomes": shown[:SHOWN],
        "more": max(len(shown) - SHOWN, 0),
        "result": asked,
        "done": len(everyone) - counts[Result.WAITING] - counts[Result.LEFT_OUT],
        "count": len(everyone) - counts[Result.LEFT_OUT],
    }
    return render(request, "correspondence/announcement_results.html", context)


def _reader(request: HttpRequest, getting: list[Chosen]) -> Chosen | None:
    number = record_number(request.GET.get("as", ""))
    return next((each for each in getting if each.person.pk == number), getting[0] if getting else None)


def _words(found: Announcement, reader: Chosen | None) -> Words | None:
    return words_for(found, reader, off=PREVIEWED) if reader else None


def _reason(each: Chosen) -> str:
    return str(LeftOut(each.left_out).label)
