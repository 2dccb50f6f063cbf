"""Inviting to a meeting by mail: who gets it, from whom, and what it says."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy, ngettext

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.invitations.invite import invite
from jembatan.meetings.actions.invitations.post import post
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.invitations.addresses import addresses_of
from jembatan.meetings.queries.invitations.words import words_of
from jembatan.meetings.web.found import meeting_or_404
from jembatan.platform.access import require_officer
from jembatan.platform.ui.forms import offer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class InvitationForm(forms.Form):
    """The guests are chosen beforehand who have an address and no invitation yet."""

    sender = forms.ChoiceField(label=gettext_lazy("From"))
    guests = forms.MultipleChoiceField(
        label=gettext_lazy("Who gets it"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one guest.")},
    )

    def __init__(
        self, meeting: Meeting, senders: list[str], guests: dict[Attendance, str], *args: Any
    ) -> None:
        super().__init__(*args)
        own = [meeting.invited_as] if meeting.is_ours else senders
        offer(self, "sender", [(address, address) for address in own])
        offer(self, "guests", [(str(each.pk), _named(each, email)) for each, email in guests.items()])
        new = [str(each.pk) for each in guests if each.told is None]
        self.initial["guests"] = new or [str(each.pk) for each in guests]


@desk_page
def invitation(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """GET shows what would be sent and to whom, POST sends it."""
    require_officer(actor)
    meeting = meeting_or_404(actor, meeting_id)
    theirs = list(
        meeting.attendances.filter(ours=False).select_related("person", "organisation").order_by("pk")
    )
    emails = addresses_of(theirs)
    reachable = {each: emails[each.pk] for each in theirs if each.pk in emails}
    senders = post().addresses(actor)
    form = InvitationForm(meeting, senders, reachable, *([request.POST] if request.method == "POST" else []))
    if request.method == "POST" and form.is_valid():
        chosen = [int(pk) for pk in form.cleaned_data["guests"]]
        try:
            told = invite(actor, meeting, address=form.cleaned_data["sender"], guests=chosen)
        except ValidationError as fault:
            form.add_error(None, fault.messages)
        else:
            count = len(told)
            text = ngettext(
                "The invitation is in the outbox.", "%(count)s invitations are in the outbox.", count
            )
            toast(request, text % {"count": count})
            return redirect("meetings:meeting", meeting_id=meeting.pk)
    subject, words = words_of(meeting, "REQUEST")
    context = {
        "meeting": meeting,
        "form": form,
        "senders": senders,
        "reachable": reachable,
        "without": [each for each in theirs if each.pk not in emails],
        "subject": subject,
        "words": words,
    }
    return render(request, "meetings/invite.html", context, status=422 if form.errors else 200)


def _named(guest: Attendance, email: str) -> str:
    name = str(guest)
    return email if name == email else f"{name} · {email}"
