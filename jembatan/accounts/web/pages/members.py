"""Who works at this desk, in which role. The head invites by a one-time address and changes roles."""

from typing import Any

from django import forms
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actions.desks import LastHead, give_role, invite, remove_member
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, Role, User
from jembatan.accounts.queries.actors import members_of
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

HOUR = 3600


class InvitationForm(forms.Form):
    """A new member: name, address, role."""

    full_name = forms.CharField(label=gettext_lazy("Full name"), max_length=200)
    email = forms.EmailField(label=gettext_lazy("E-mail address"))
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=Role.choices, initial=Role.OFFICER)


@desk_page
def members(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The list for everyone; the invitation form for the head. An invitation's address is shown once, in its answer."""
    form = InvitationForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "roles": Role.choices}
    if request.method == "POST" and form.is_valid():
        invited = form.cleaned_data
        secret = invite(
            actor, email=invited["email"], full_name=invited["full_name"], role=Role(invited["role"])
        )
        address = reverse("accounts:sign_in_link", args=[secret]) if secret else ""
        link = request.build_absolute_uri(address) if address else ""
        context |= {"form": InvitationForm(), "invited": invited, "link": link}
    context["memberships"] = members_of(actor.desk)
    return render(request, "accounts/members.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def role(request: HttpRequest, actor: Actor, membership_id: int) -> HttpResponse:
    """Give a member another role; the toast gives the old one back."""
    membership = member_or_404(actor, membership_id)
    chosen = request.POST.get("role", "")
    if chosen not in Role.values:
        return HttpResponseBadRequest()
    try:
        give_role(actor, membership.user, role=Role(chosen))
    except LastHead as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        toast(
            request,
            _("%(name)s is %(role)s now.") % {"name": membership.user.full_name, "role": Role(chosen).label},
            undo=reverse("accounts:role", args=[membership.pk]),
            undo_fields={"role": membership.role},
        )
    return redirect("accounts:members")


@require_POST
@desk_page
def removal(request: HttpRequest, actor: Actor, membership_id: int) -> HttpResponse:
    """Take a member off the desk; what the person wrote stays. The toast brings the member back."""
    membership = member_or_404(actor, membership_id)
    try:
        remove_member(actor, membership)
    except LastHead as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        ticket = signing.dumps([membership.user_id, membership.role], salt=_salt(actor))
        toast(
            request,
            _("%(name)s no longer works at this desk.") % {"name": membership.user.full_name},
            undo=reverse("accounts:member_return"),
            undo_fields={"ticket": ticket},
        )
    return redirect("accounts:members")


@require_POST
@desk_page
def member_return(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Undo a removal of the last hour, by the ticket that the removal gave out."""
    try:
        user_id, former_role = signing.loads(request.POST.get("ticket", ""), salt=_salt(actor), max_age=HOUR)
    except signing.BadSignature:
        return HttpResponseBadRequest()
    user = get_object_or_404(User, pk=user_id)
    give_role(actor, user, role=Role(former_role))
    toast(request, _("%(name)s works at this desk again.") % {"name": user.full_name})
    return redirect("accounts:members")


@require_POST
@desk_page
def desk_choice(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Work at another of one's desks."""
    chosen = record_number(request.POST.get("desk", ""))
    membership = get_object_or_404(Membership, desk_id=chosen or 0, user=actor.user)
    request.session["desk"] = membership.desk_id
    return redirect("/")


def member_or_404(actor: Actor, membership_id: int) -> Membership:
    """A member of the actor's desk."""
    members = Membership.objects.select_related("user")
    return get_object_or_404(members, pk=membership_id, desk=actor.desk)


def _salt(actor: Actor) -> str:
    return f"member-return-{actor.desk.pk}"
