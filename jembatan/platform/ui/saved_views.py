"""Keeping a page's query string by name, for one user at one desk."""

from typing import Any, Protocol
from urllib.parse import parse_qsl, urlencode

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Case, Q, QuerySet, When
from django.utils.translation import gettext as _

from jembatan.platform.ui.models import SavedView

PASSING = {"after", "page"}


class Member(Protocol):
    """Whose view it is: an actor with a user."""

    @property
    def desk(self) -> Any:
        """Where."""

    @property
    def user(self) -> Any:
        """Who."""


def views_of(actor: Member, page: str) -> QuerySet[SavedView]:
    """The actor's own views of this page by name, then those that colleagues share."""
    seen = SavedView.objects.filter(Q(user=actor.user) | Q(shared=True), desk=actor.desk, page=page)
    own_first = Case(When(user=actor.user, then=0), default=1)
    return seen.select_related("user").order_by(own_first, "name", "pk")


def save_view(actor: Member, *, page: str, name: str, query: str, shared: bool = False) -> SavedView:
    """Keep the query under the name, in place of an earlier one of that name; raises `ValidationError` without a name."""
    name = name.strip()[:60]
    if not name:
        raise ValidationError(_("Give the view a name."))
    view, _created = SavedView.objects.update_or_create(
        desk=actor.desk,
        user=actor.user,
        page=page,
        name=name,
        defaults={"query": lasting_query(query), "shared": shared},
    )
    return view


def own_view(actor: Member, view_id: int) -> SavedView | None:
    """One that the actor has saved."""
    return SavedView.objects.filter(desk=actor.desk, user=actor.user, pk=view_id).first()


def change_view(actor: Member, view_id: int, *, name: str, shared: bool) -> SavedView | None:
    """Rename one of the actor's own views, and show it to the desk or to nobody else; None if there is none.

    Raises `ValidationError` without a name, and for one that another view of the page has.
    """
    name = name.strip()[:60]
    if not name:
        raise ValidationError(_("Give the view a name."))
    view = own_view(actor, view_id)
    if view is None:
        return None
    view.name, view.shared = name, shared
    try:
        with transaction.atomic():
            view.save(update_fields=["name", "shared"])
    except IntegrityError as error:
        raise ValidationError(_("Another view of this page has that name.")) from error
    return view


def remove_view(actor: Member, view_id: int) -> SavedView | None:
    """Forget one of the actor's own views and return what it was; None if there is none."""
    view = own_view(actor, view_id)
    if view is not None:
        SavedView.objects.filter(pk=view.pk).delete()
    return view


def lasting_query(query: str) -> str:
    """The query string without what only marks a place in a list, in a fixed order, so that equal views compare equal."""
    return urlencode(
        sorted((key, value) for key, value in parse_qsl(query.lstrip("?")) if key not in PASSING)
    )
