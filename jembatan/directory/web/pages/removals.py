"""Taking parties and their details out of the directory, and bringing them back."""

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.detail_removal import Detail, parties_of, remove_detail, restore_detail
from jembatan.directory.actions.removal import remove_party, restore_party
from jembatan.directory.models import ContactPoint, Position, Relationship
from jembatan.directory.web.parties import address_of, party_or_404
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast

DETAILS: dict[str, type[ContactPoint] | type[Position] | type[Relationship]] = {
    "contact-points": ContactPoint,
    "positions": Position,
    "relationships": Relationship,
}


@require_POST
@desk_page
def removal(request: HttpRequest, actor: Actor, kind: str, party_id: int) -> HttpResponse:
    """Hide a person or an organisation."""
    party = party_or_404(actor, kind, party_id)
    remove_party(actor, party)
    undo = reverse("directory:restoration", args=[kind, party.pk])
    toast(request, _("%(name)s was removed from the directory.") % {"name": party}, undo=undo)
    return redirect("directory:directory" if kind == "people" else "directory:organisations")


@require_POST
@desk_page
def restoration(request: HttpRequest, actor: Actor, kind: str, party_id: int) -> HttpResponse:
    """Show it again."""
    party = party_or_404(actor, kind, party_id, removed_too=True)
    restore_party(actor, party)
    toast(request, _("%(name)s is back in the directory.") % {"name": party})
    return redirect(address_of(party))


@require_POST
@desk_page
def detail_removal(request: HttpRequest, actor: Actor, kind: str, detail_id: int) -> HttpResponse:
    """Delete a position, a contact point or a relationship."""
    detail: Detail = get_object_or_404(QuerySet(_detail_kind(kind)).filter(desk=actor.desk), pk=detail_id)
    remove_detail(actor, detail)
    undo = reverse("directory:detail_restoration", args=[kind, detail_id])
    toast(request, _("It is removed."), undo=undo)
    return redirect(address_of(parties_of(detail)[0]))


@require_POST
@desk_page
def detail_restoration(request: HttpRequest, actor: Actor, kind: str, detail_id: int) -> HttpResponse:
    """Read it back from its history."""
    model = _detail_kind(kind)
    try:
        detail = restore_detail(actor, model, detail_id)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    except ValidationError as refusal:
        toast(request, " ".join(refusal.messages), tone="danger")
        return redirect(came_from(request, default=reverse("directory:directory"), header="Referer"))
    toast(request, _("It is back."))
    return redirect(address_of(parties_of(detail)[0]))


def _detail_kind(kind: str) -> type[ContactPoint] | type[Position] | type[Relationship]:
    if kind not in DETAILS:
        raise Http404
    return DETAILS[kind]
