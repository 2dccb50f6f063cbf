"""The page of an officer on duty. It is the same for everybody: what it shows is fetched, kept on the phone, and drawn there."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_POST

from jembatan.deployment.actions.certificates import own_certificate
from jembatan.field.access import OnDuty, Standing
from jembatan.field.actions.phones import sign_out
from jembatan.field.models import Phone
from jembatan.field.queries.certificate import may_have_certificate
from jembatan.field.queries.document import document
from jembatan.field.queries.open_duties import open_duties_of
from jembatan.field.web.guard import let_go, phone_answer, phone_of
from jembatan.platform.ui.downloads import download

WORKER = "built/duty-worker.js"


@require_GET
@ensure_csrf_cookie
def duty(request: HttpRequest, code: str = "") -> HttpResponse:
    """Also where a scanned code leads: the page's script reads it from the address, with or without a network."""
    answer = render(request, "field/duty.html", {"texts": _texts()})
    answer["Cache-Control"] = "no-cache"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


@require_GET
@ensure_csrf_cookie
@phone_answer(Standing.OPEN)
def data(request: HttpRequest, who: OnDuty) -> HttpResponse:
    """All that the officer may know."""
    now = timezone.now()
    Phone.objects.filter(pk=who.phone.pk).update(seen_at=now)
    return JsonResponse(document(who, now))


@require_GET
@phone_answer(Standing.OPEN)
def open_duties(request: HttpRequest, who: OnDuty) -> HttpResponse:
    """What they may take themselves as things stand; the phone does not keep it."""
    return JsonResponse({"duties": open_duties_of(who, timezone.now())})


@require_GET
@phone_answer(*Standing)
def certificate(request: HttpRequest, who: OnDuty) -> HttpResponse:
    """The officer's own, as a PDF; there is none where it is not issued, or the phone is signed out."""
    language = (get_language() or "id")[:2]
    paper = own_certificate(who.officer, language=language) if may_have_certificate(who) else None
    if paper is None:
        raise Http404
    return download(paper.content, name=paper.name)


@require_POST
def leaving(request: HttpRequest) -> HttpResponse:
    """Signs this device out; one that is out already is told the same."""
    who = phone_of(request)
    if who:
        sign_out(who)
    answer = JsonResponse({})
    let_go(answer)
    return answer


@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """The script that opens this page without a network; it stands here since it may keep only pages below its own address."""
    found = finders.find(WORKER)
    if found is None:
        raise Http404
    answer = HttpResponse(Path(found).read_bytes(), content_type="text/javascript")
    answer["Cache-Control"] = "no-cache"
    return answer


def _texts() -> dict[str, str]:
    """What the page's script says."""
    return {
        "wait": _("Saved on this phone · %s waiting"),
        "waits": _("Saved on this phone · %s waiting"),
        "sent": _("Everything is sent"),
        "offline": _("No network"),
        "asOf": _("as of %s"),
        "inAt": _("Checked in at %s"),
        "outAt": _("Checked out at %s"),
        "scanned": _("Scanned at %s, waiting to be sent"),
        "handOver": _("Hand over to %s"),
        "acknowledged": _("acknowledged at %s"),
        "leaving": _("%s not sent yet. Press again to delete them and sign out"),
        "noDuty": _("No duty"),
        "leader": _("Your leader"),
        "driver": _("Driver"),
        "urgent": pgettext("incident", "urgent"),
        "help": _("needs help"),
        "due": _("not here yet"),
        "in": _("here"),
        "out": _("gone"),
        "late": _("late"),
        "missing": _("did not come"),
        "waiting": _("waiting"),
        "accepted": pgettext("claim", "accepted"),
        "declined": pgettext("claim", "declined"),
        "hours": _("%s hours"),
        "full": _("This phone is full: nothing can be kept on it. Free some space, then send it again."),
        "unreadable": _("This could not be sent, and is not sent any more: %s"),
        "withoutFiles": _("The files were too large, and were left out."),
        "noTake": _("No network: nothing was taken. Try again when there is one."),
        "seats": _("%s seats free"),
        "wished": _("Your coordinators were asked on %s. They see it until it is decided."),
        "noAlarm": _("Nothing was changed. Try again when there is a network."),
    }
