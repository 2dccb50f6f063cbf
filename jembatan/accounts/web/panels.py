"""What accounts shows in the frame of every page: the user's menu, and the languages of the sign-in page."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.web.memberships import memberships_once


def user_menu(request: HttpRequest, actor: Actor | None, subject: Any) -> str:
    """Desks to work at, appearance, settings, the way out."""
    if actor is None or actor.user is None:
        return ""
    desks = [membership.desk for membership in memberships_once(request, actor.user)]
    context = {"actor": actor, "desks": desks, "themes": User.Theme.choices}
    return render_to_string("accounts/user_menu.html", context, request)


def language_switch(request: HttpRequest, actor: Actor | None, subject: Any) -> str:
    """For those whose language nobody knows yet."""
    if request.user.is_authenticated:
        return ""
    context = {"languages": User.Language.choices, "here": request.get_full_path()}
    return render_to_string("accounts/language_switch.html", context, request)
