"""When the alarms of a programme ring, and who is on duty at the desk."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.field.actions.alarms import set_alarm_times
from jembatan.field.actions.refusals import Refused
from jembatan.field.models import AlarmTimes
from jembatan.field.queries.coordinators import coordinators
from jembatan.field.queries.lateness import alarm_times
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.web.pages.found import form_page, found


class AlarmForm(forms.Form):
    """In minutes after the beginning of a duty; and a yes or no for each colleague who coordinates."""

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

    def __init__(self, colleagues: Iterable[User], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.colleagues = {f"told_{user.pk}": user for user in colleagues}
        for name, user in self.colleagues.items():
            label = _("%(name)s is told at once of urgent incidents, by mail") % {"name": user.full_name}
            self.fields[name] = forms.BooleanField(label=label, required=False)
        if self.colleagues:
            self.fields[name].help_text = _("With nobody named, all of them are told.")

    def told(self) -> list[User]:
        """Who is named."""
        return [user for name, user in self.colleagues.items() if self.cleaned_data[name]]


@desk_page
def alarms(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """After how many minutes somebody is late, and a no-show; who hears of urgent incidents."""
    programme = found(actor, programme_id)
    require_officer(actor)
    times = alarm_times(programme)
    known = {"late_after": str(times.late_after), "missing_after": str(times.missing_after)}
    known |= {f"told_{user.pk}": "on" for user in (times.told.all() if times.pk else ())}
    form = AlarmForm(coordinators(programme), request.POST or None, initial=known)
    back = reverse("field:in_the_field", args=[programme.pk])
    if request.method == "POST" and form.is_valid():
        try:
            late, missing = form.cleaned_data["late_after"], form.cleaned_data["missing_after"]
            set_alarm_times(actor, programme, late_after=late, missing_after=missing, told=form.told())
        except Refused as refusal:
            form.add_error("missing_after", str(refusal))
        else:
            toast(request, _("Saved."), undo=request.path, undo_fields=known)
            return redirect(back)
    return form_page(request, programme, form, title=_("When alarms ring"), back=back)
