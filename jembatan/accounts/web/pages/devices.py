"""Telephones and programs: passwords for them, and how they are set up."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from jembatan.accounts.actions.app_passwords import make_app_password, revoke_app_password
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import AppPassword
from jembatan.accounts.web.device_setup import PURPOSE, account_of, picture_of, profile_for, setup_link
from jembatan.platform.links import LinkTo, signed
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.outside import link_over, outside_page
from jembatan.platform.ui.toasts import toast


@never_cache
@desk_page
def devices(request: HttpRequest, actor: Actor) -> HttpResponse:
    """One's own passwords; a new one is shown once, in the answer that makes it."""
    assert actor.user is not None
    context: dict[str, Any] = {"account": account_of(actor.user), "status": 200}
    if request.method == "POST":
        context["name"] = request.POST.get("name", "")
        try:
            kept, password = make_app_password(actor.user, name=context["name"])
        except ValidationError as refusal:
            context |= {"fault": " ".join(refusal.messages), "status": 422}
        else:
            link = setup_link(kept)
            context |= {
                "made": kept,
                "password": password,
                "link": link,
                "picture": picture_of(link),
                "name": "",
            }
    context["passwords"] = actor.user.app_passwords.order_by("-created_at", "-id")
    return render(request, "accounts/devices.html", context, status=context["status"])


@require_POST
@desk_page
def device_removal(request: HttpRequest, actor: Actor, password_id: int) -> HttpResponse:
    """At once and for good: what was shown once cannot be brought back."""
    assert actor.user is not None
    get_object_or_404(actor.user.app_passwords, pk=password_id)
    name = revoke_app_password(actor.user, password_id)
    toast(request, _("“%(name)s” is signed out.") % {"name": name})
    return redirect("accounts:devices")


@require_safe
@outside_page(PURPOSE)
def device_setup(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """On the telephone itself: what to type, or a profile that types it. It never shows the password."""
    kept = _kept(to)
    if kept is None:
        return _over(request)
    context = {"account": account_of(kept.user), "device": kept, "token": signed(PURPOSE, to)}
    return render(request, "accounts/device_setup.html", context)


@require_safe
@outside_page(PURPOSE)
def device_profile(request: HttpRequest, to: LinkTo) -> HttpResponse:
    """The profile for Apple's programs, as a file."""
    kept = _kept(to)
    if kept is None:
        return _over(request)
    return HttpResponse(
        profile_for(kept.user, name="Jembatan"),
        content_type="application/x-apple-aspen-config",
        headers={"Content-Disposition": 'attachment; filename="jembatan.mobileconfig"'},
    )


def _kept(to: LinkTo) -> AppPassword | None:
    found = AppPassword.objects.select_related("user").filter(pk=to.number, user_id=to.issue).first()
    return found if found is not None and found.user.is_active and not to.is_over else None


def _over(request: HttpRequest) -> HttpResponse:
    return link_over(request, ask=_("Make a new password for the device in your settings, and use its link."))
