"""What applicants see and do by their link. Opening it changes nothing: programs that look through mail open every link."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.web.middleware import LANGUAGE_COOKIE, SUPPORTED
from jembatan.platform.links import LinkTo, signed
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.outside import link_over, outside_page
from jembatan.recruitment.actions import own as actions
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Application, InterviewSlot
from jembatan.recruitment.queries.invitations import interview_file, times_ahead
from jembatan.recruitment.queries.link import PURPOSE, behind, house_of, on_their_clock
from jembatan.recruitment.queries.own_data import own_data_file
from jembatan.recruitment.web.apply_form import ApplyForm

Page = Callable[[HttpRequest, LinkTo, Application], HttpResponse]


@outside_page(PURPOSE)
def own(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """How it stands, and what they may do."""
    return _for(request, to, _own)


@outside_page(PURPOSE)
def own_form(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """What they say of themselves, to be completed."""
    return _for(request, to, _form)


@outside_page(PURPOSE)
def own_data(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """All that is known of them, as JSON."""

    def data(request: HttpRequest, to: LinkTo, application: Application) -> HttpResponse:
        return download(own_data_file(application), name=f"application-{application.number}.json")

    return _for(request, to, data)


@outside_page(PURPOSE)
def interview(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """POST: `slot` is theirs."""
    number = record_number(request.POST.get("slot", "")) or 0
    return _deed(request, to, lambda: actions.take_slot(to, number))


@outside_page(PURPOSE)
def own_calendar(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """The interview, for their calendar."""

    def file(request: HttpRequest, to: LinkTo, application: Application) -> HttpResponse:
        slot = times_ahead([application.pk]).get(application.pk)
        if slot is None:
            return redirect("recruitment:own", token=signed(PURPOSE, to))
        return download(interview_file(application, slot), name="interview.ics")

    return _for(request, to, file)


@outside_page(PURPOSE)
def withdrawal(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """POST: they do not want to any more; with `back` they do after all."""
    deed = actions.come_back if request.POST.get("back") == "yes" else actions.withdraw
    return _deed(request, to, lambda: deed(to))


@outside_page(PURPOSE)
def deletion(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """POST with `sure`: all is deleted."""

    def delete(request: HttpRequest, to: LinkTo, application: Application) -> HttpResponse:
        if request.method != "POST":
            return redirect("recruitment:own", token=signed(PURPOSE, to))
        if request.POST.get("sure") != "yes":
            fault = _("Tick the box first: what is deleted does not come back.")
            return _own(request, to, application, fault=fault, status=422)
        house = house_of(application.call)
        try:
            actions.delete(to)
        except Refused as refusal:
            return _own(request, to, application, fault=str(refusal), status=422)
        return render(request, "recruitment/deleted.html", {"house": house})

    return _for(request, to, delete)


def _deed(request: HttpRequest, to: LinkTo, deed: Callable[[], object]) -> HttpResponse:
    def done(request: HttpRequest, to: LinkTo, application: Application) -> HttpResponse:
        if request.method == "POST":
            try:
                deed()
            except Refused as refusal:
                return _own(request, to, application, fault=str(refusal), status=422)
        return redirect("recruitment:own", token=signed(PURPOSE, to))

    return _for(request, to, done)


def _for(request: HttpRequest, to: LinkTo, page: Page) -> HttpResponse:
    application = behind(to)
    if application is None:
        return link_over(request, ask=_("The application is gone, or the link is not valid any more."))
    chosen = request.COOKIES.get(LANGUAGE_COOKIE, "")
    with on_their_clock(application.call, chosen if chosen in SUPPORTED else application.language):
        try:
            response = page(request, to, application)
        except actions.LinkOver:
            return link_over(request, ask=_("The application is gone, or the link is not valid any more."))
        response["Content-Language"] = translation.get_language() or ""
        return response


def _own(
    request: HttpRequest, to: LinkTo, application: Application, *, fault: str = "", status: int = 200
) -> HttpResponse:
    booked = InterviewSlot.objects.filter(application=application).first()
    chooses = application.status == Application.Status.SHORTLISTED
    offered = InterviewSlot.objects.filter(
        call=application.call, application__isnull=True, during__startswith__gt=timezone.now()
    )
    language = (translation.get_language() or "id")[:2]
    context = {
        "application": application,
        "title": application.call.title(language),
        "house": house_of(application.call),
        "token": signed(PURPOSE, to),
        "booked": booked,
        "is_ahead": booked is not None and booked.during.lower > timezone.now(),
        "slots": offered.order_by("during", "pk")[:60] if chooses else [],
        "chooses": chooses,
        "may_change": application.status not in actions.OVER,
        "may_come_back": application.status == Application.Status.WITHDRAWN,
        "lost_time": chooses and booked is None and application.gave_up is not None,
        "fault": fault,
    }
    return render(request, "recruitment/own.html", context, status=status)


def _form(request: HttpRequest, to: LinkTo, application: Application) -> HttpResponse:
    if application.status in actions.OVER:
        return redirect("recruitment:own", token=signed(PURPOSE, to))
    sent = request.method == "POST"
    form = ApplyForm(
        application.call,
        request.POST if sent else None,
        request.FILES if sent else None,
        application=application,
    )
    if sent and form.is_valid():
        try:
            actions.complete(to, form.said())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("recruitment:own", token=signed(PURPOSE, to))
    context = {"form": form, "application": application, "token": signed(PURPOSE, to)}
    return render(request, "recruitment/own_form.html", context, status=422 if form.errors else 200)
