"""When the alarms of a programme ring."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.field.actions.alarms import set_alarm_times
from jembatan.field.actions.refusals import Refused
from jembatan.field.models import AlarmTimes
from jembatan.field.queries.lateness import alarm_times
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.web.pages.found import form_page, found


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
