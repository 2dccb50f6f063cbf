"""A programme as it is lived: who is late, what happened, what is claimed, whose phone is signed in."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from jembatan.accounts.actor import Actor
from jembatan.accounts.web.device_setup import picture_of
from jembatan.deployment.queries.visible import visible_handovers
from jembatan.field.actions.incidents import settle
from jembatan.field.actions.phones import end_phones, give_link, mail_link, mail_next_links
from jembatan.field.actions.refusals import Refused
from jembatan.field.actions.unreached import mark_told
from jembatan.field.queries.claims import visible_claims
from jembatan.field.queries.duties import seats_around
from jembatan.field.queries.incidents import in_order, visible_files, visible_incidents
from jembatan.field.queries.lateness import alarm_times, open_latenesses
from jembatan.field.queries.phones import officers_with_phones
from jembatan.field.queries.screen import screen_of
from jembatan.field.queries.unreached import unreached_in, visible_unreached, with_words
from jembatan.field.web.files import as_file
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.platform.whatsapp import whatsapp_link
from jembatan.programmes.models import Officer, Place
from jembatan.programmes.queries.visible import visible_officers
from jembatan.programmes.web.pages.found import found, shown

SHOWN = 50


@require_GET
@desk_page
def in_the_field(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """The page; `?q=` looks for an officer by name or number."""
    programme = found(actor, programme_id)
    words = request.GET.get("q", "").strip()[:100]
    places = Place.objects.filter(programme=programme).select_related("programme").order_by("name")
    incidents = visible_incidents(actor).filter(programme=programme).prefetch_related("files")
    unreached = list(unreached_in(programme, timezone.now())[: SHOWN + 1])
    unread = visible_handovers(actor).filter(roster__programme=programme, acknowledged_at=None)
    context = {
        "late": open_latenesses(programme, timezone.now())[:SHOWN],
        "unreached": with_words(unreached[:SHOWN], timezone.now()),
        "unreached_more": len(unreached) > SHOWN,
        "handovers": unread.select_related("incoming", "outgoing", "delegation").order_by("made_at")[:SHOWN],
        "incidents": in_order(incidents)[:SHOWN],
        "claims": visible_claims(actor)
        .filter(officer__programme=programme)
        .prefetch_related("files")[:SHOWN],
        "alarms": alarm_times(programme),
        "officers": officers_with_phones(actor, programme, words)[:SHOWN],
        "screens": [(place, screen_of(place)) for place in places[:SHOWN]] if actor.may_send else [],
        "words": words,
    }
    return shown(request, programme, "field/in_the_field.html", context)


@require_POST
@desk_page
def letters(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """Links to the next officers who have none."""
    programme = found(actor, programme_id)
    require_officer(actor)
    try:
        sent = mail_next_links(actor, programme)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        told = ngettext("%(count)s link is on its way.", "%(count)s links are on their way.", sent)
        toast(request, told % {"count": sent})
    return redirect("field:in_the_field", programme_id=programme.pk)


@desk_page
def phone(request: HttpRequest, actor: Actor, programme_officer_id: int) -> HttpResponse:
    """GET: the phones of an officer. POST: a link by mail, or shown here, once."""
    require_officer(actor)
    officer = _officer(actor, programme_officer_id)
    link = ""
    if request.method == "POST":
        try:
            if request.POST.get("do") == "mail":
                mail_link(actor, officer)
                toast(request, _("The link is on its way."))
                return redirect("field:phone", programme_officer_id=officer.pk)
            link = give_link(actor, officer)
        except Refused as refusal:
            toast(request, str(refusal), tone="danger")
            return redirect("field:phone", programme_officer_id=officer.pk)
    context = {
        "officer": officer,
        "seats": seats_around(officer, timezone.now()),
        "phones": officer.phones.select_related("push_address").order_by("-begun_at"),
        "link": link,
        "picture": picture_of(link) if link else "",
        "whatsapp": _whatsapp(officer, link) if link else "",
    }
    answer = shown(request, officer.programme, "field/phone.html", context)
    if link:
        answer["Cache-Control"] = "no-store"
    return answer


@require_POST
@desk_page
def phone_ending(request: HttpRequest, actor: Actor, programme_officer_id: int) -> HttpResponse:
    """Signs all of an officer's devices out."""
    officer = _officer(actor, programme_officer_id)
    end_phones(actor, officer)
    toast(request, _("%(name)s is signed out on every phone.") % {"name": officer})
    return redirect("field:phone", programme_officer_id=officer.pk)


@require_GET
@desk_page
def incident(request: HttpRequest, actor: Actor, incident_id: int) -> HttpResponse:
    """Where it stands among what happened: its address is said without looking up its programme."""
    one = get_object_or_404(visible_incidents(actor), pk=incident_id)
    page = reverse("field:in_the_field", args=[one.programme_id])
    return redirect(f"{page}#incident-{one.pk}")


@require_POST
@desk_page
def telling(request: HttpRequest, actor: Actor, unreached_id: int) -> HttpResponse:
    """`told` is yes once somebody has told them; no takes that back."""
    row = get_object_or_404(visible_unreached(actor), pk=unreached_id)
    told = request.POST.get("told") != "no"
    mark_told(actor, row, told=told)
    words = _("%(name)s is told.") if told else _("%(name)s is not told yet.")
    toast(
        request,
        words % {"name": row.officer},
        undo=request.path,
        undo_fields={"told": "no" if told else "yes"},
    )
    return redirect("field:in_the_field", programme_id=row.officer.programme_id)


@require_POST
@desk_page
def settling(request: HttpRequest, actor: Actor, incident_id: int) -> HttpResponse:
    """Seen to; `open` opens it again."""
    incident = get_object_or_404(visible_incidents(actor), pk=incident_id)
    settle(actor, incident, settled="open" not in request.POST)
    return redirect("field:in_the_field", programme_id=incident.programme_id)


@require_GET
@desk_page
def incident_file(request: HttpRequest, actor: Actor, incident_file_id: int) -> HttpResponseBase:
    """A photo, or a voice note to keep."""
    kept = get_object_or_404(visible_files(actor), pk=incident_file_id)
    return as_file(kept)


def _officer(actor: Actor, pk: int) -> Officer:
    return get_object_or_404(visible_officers(actor), pk=pk)


def _whatsapp(officer: Officer, link: str) -> str:
    """With the words ready."""
    words = _("Your duties for %(programme)s: open this link on this phone. %(link)s")
    told = words % {"programme": officer.programme.name, "link": link}
    return whatsapp_link(officer.phone, told)
