"""Broadcasts of a programme, and who has not read them."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.broadcasts import Among, officers_among, send_broadcast
from jembatan.deployment.actions.letters import Letter
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.models import Broadcast
from jembatan.deployment.queries.links import broadcast_link
from jembatan.deployment.queries.visible import visible_broadcasts
from jembatan.deployment.web.pages.found import on_clocks_of, programme_found
from jembatan.directory.queries.spoken import spoken_name
from jembatan.platform.access import require_officer
from jembatan.platform.ui.day_words import DayInWords
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.moments import day_text
from jembatan.programmes.models import Delegation
from jembatan.programmes.web.fields import LanguageField

LONGEST = 5000
SHOWN = 200
MOST_UNASKED = 20
"""Receivers to whom a broadcast leaves by one press."""


class BroadcastForm(forms.Form):
    """What is said, and to whom."""

    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=200)
    text = forms.CharField(
        label=gettext_lazy("Message"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5})
    )
    day = DayInWords(label=gettext_lazy("Who works on"), required=False)
    delegation = forms.ModelChoiceField(
        label=gettext_lazy("Who works for"),
        queryset=Delegation.objects.none(),
        required=False,
        empty_label=gettext_lazy("Every delegation, or none"),
    )
    language = LanguageField(
        label=pgettext_lazy("language", "Who speaks"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("A language, such as Japanese. Empty filters leave nobody out."),
    )

    def among(self) -> Among:
        """The filter."""
        said = self.cleaned_data
        return Among(said["day"], said["delegation"], said["language"])

    def told(self) -> str:
        """The filter in words."""
        among = self.among()
        parts = [
            day_text(among.day) if among.day else "",
            str(among.delegation or ""),
            spoken_name(among.language),
        ]
        return ", ".join(filter(None, parts)) or _("everybody")


@desk_page
def broadcasts(request: DeskRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """GET: those that were sent, and the form. POST: `count` says how many would get it, else it is sent; to many, once `sure` is their number."""
    programme = programme_found(actor, programme_id)
    form = BroadcastForm(request.POST or None)
    offer_records(form, "delegation", Delegation.objects.filter(programme=programme).order_by("name"))
    counted = sure = None
    if request.method == "POST":
        require_officer(actor)
        if form.is_valid():
            number = officers_among(programme, form.among()).count()
            if request.POST.get("count"):
                counted = number
            elif number > MOST_UNASKED and request.POST.get("sure") != str(number):
                counted = sure = number
            else:
                try:
                    said = form.cleaned_data
                    sent = send_broadcast(
                        actor, programme, said["subject"], said["text"], among=form.among(), told=form.told()
                    )
                except Refused as refusal:
                    form.add_error(None, str(refusal))
                else:
                    return redirect("deployment:broadcast", broadcast_id=sent.pk)
    context = {
        "programme": programme,
        "form": form,
        "counted": counted,
        "sure": sure,
        "broadcasts": Broadcast.objects.filter(programme=programme)
        .select_related("sent_by")
        .order_by("-sent_at")[:50],
    }
    return render(request, "deployment/broadcasts.html", context, status=422 if form.errors else 200)


@desk_page
def broadcast(request: DeskRequest, actor: Actor, broadcast_id: int) -> HttpResponse:
    """Who has read it, and who has not: those first, with a way to reach them."""
    shown = get_object_or_404(visible_broadcasts(actor), pk=broadcast_id)
    on_clocks_of(shown.programme)
    receivers = shown.receivers.select_related("officer", "broadcast")
    count, read = receivers.count(), receivers.filter(acknowledged_at__isnull=False).count()
    unread = receivers.filter(acknowledged_at__isnull=True).order_by("officer__full_name")[:SHOWN]
    rows = [
        (
            each,
            Letter(
                each.officer.full_name, "", each.officer.phone, "", f"{shown.text}\n{broadcast_link(each)}"
            ),
        )
        for each in unread
    ]
    context = {"programme": shown.programme, "broadcast": shown, "count": count, "read": read, "unread": rows}
    return render(request, "deployment/broadcast.html", context)
