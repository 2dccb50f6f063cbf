"""What coordinators decide about officers on duty: they check them in and out, decide claims, and say when alarms ring."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.field.actions.alarms import set_alarm_times
from jembatan.field.actions.claims import decide_claim
from jembatan.field.actions.desk_checking import check_by_desk, take_check_back
from jembatan.field.actions.refusals import Refused
from jembatan.field.models import AlarmTimes, Claim
from jembatan.field.queries.claims import visible_claims
from jembatan.field.queries.duties import visible_seats
from jembatan.field.queries.lateness import alarm_times
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.web.pages.found import form_page, found

DECISIONS = {
    Claim.State.ACCEPTED: gettext_lazy("Claim accepted."),
    Claim.State.DECLINED: gettext_lazy("Claim declined."),
    Claim.State.WAITING: gettext_lazy("The claim waits again."),
}


class AlarmForm(forms.Form):
    """In minutes after the beginning of a duty."""

    late_after = forms.IntegerField(
        label=gettext_lazy("Late after"),
        min_value=1,
        max_value=AlarmTimes.LONGEST,
        help_text=gettext_lazy("In minutes after the beginning of a duty. The leader gets a mail then."),
    )
    missing_after = forms.IntegerField(
        label=gettext_lazy("Did not come after"),
        min_value=2,
        max_value=AlarmTimes.LONGEST,
        help_text=gettext_lazy("In minutes after the beginning of a duty."),
    )


@desk_page
def alarms(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """After how many minutes somebody is late, and a no-show."""
    programme = found(actor, programme_id)
    require_officer(actor)
    times = alarm_times(programme)
    known = {"late_after": times.late_after, "missing_after": times.missing_after}
    form = AlarmForm(request.POST or None, initial=known)
    back = reverse("field:in_the_field", args=[programme.pk])
    if request.method == "POST" and form.is_valid():
        try:
            set_alarm_times(actor, programme, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("missing_after", str(refusal))
        else:
            toast(request, _("Saved."), undo=request.path, undo_fields={k: str(v) for k, v in known.items()})
            return redirect(back)
    return form_page(request, programme, form, title=_("When alarms ring"), back=back)


@require_POST
@desk_page
def checking(request: HttpRequest, actor: Actor, duty_seat_id: int) -> HttpResponse:
    """`what` is in, out, or back: as it was before."""
    seat = get_object_or_404(visible_seats(actor), pk=duty_seat_id)
    what, undo = request.POST.get("what", "in"), reverse("field:checking", args=[seat.pk])
    try:
        if what == "back":
            take_check_back(actor, seat)
            toast(request, _("Taken back."))
        else:
            told = check_by_desk(actor, seat, going=what == "out")
            toast(request, f"{seat.officer} · {told}", undo=undo, undo_fields={"what": "back"})
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    return _back(request, seat.roster.programme_id)


@require_POST
@desk_page
def claim(request: HttpRequest, actor: Actor, claim_id: int) -> HttpResponse:
    """`state` is accepted, declined with a `reason`, or waiting."""
    row = get_object_or_404(visible_claims(actor), pk=claim_id)
    before = {"state": row.state, "reason": row.reason}
    asked = request.POST.get("state", "")
    state = Claim.State(asked) if asked in Claim.State.values else Claim.State.WAITING
    try:
        decide_claim(actor, row, state, reason=request.POST.get("reason", ""))
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(request, str(DECISIONS[state]), undo=request.path, undo_fields=before)
    return _back(request, row.officer.programme_id)


def _back(request: HttpRequest, programme_id: int) -> HttpResponse:
    return redirect(came_from(request, default=reverse("field:in_the_field", args=[programme_id])))
