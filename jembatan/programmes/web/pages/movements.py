"""How a delegation arrives, moves and leaves: planned, changed with what was before beside it, cancelled, taken up again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_writer
from jembatan.platform.ui.forms import on_version
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.actions.delegations import ChangedMeanwhile
from jembatan.programmes.actions.movements import change_movement, plan_movement
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Delegation, Movement
from jembatan.programmes.queries.movement_words import change_told
from jembatan.programmes.web.delegation_forms import MovementForm, movement_typed
from jembatan.programmes.web.pages.found import form_page, found_delegation, found_movement

CHANGES_SHOWN = 20


@desk_page
def new_movement(request: HttpRequest, actor: Actor, delegation_id: int) -> HttpResponse:
    """The form, and planning."""
    require_writer(actor)
    one = found_delegation(actor, delegation_id)
    zone = one.programme.zone
    initial = {
        "kind": request.GET.get("kind", "arrival"),
        "starts_zone": zone,
        "ends_zone": zone,
        "people": one.size,
    }
    form = MovementForm(one.programme, request.POST or None, initial=initial)
    back = reverse("programmes:delegation", args=[one.pk])
    if request.method == "POST" and form.is_valid():
        try:
            planned = plan_movement(actor, one, **form.values())
        except Refused as refusal:
            form.add_error("ends_at", str(refusal))
        else:
            undo = reverse("programmes:movement_cancellation", args=[planned.pk])
            toast(request, _("%(movement)s planned.") % {"movement": planned}, undo=undo)
            return redirect(back)
    return _page(request, one, form, title=_("Plan a movement"), back=back)


@desk_page
def movement(request: HttpRequest, actor: Actor, movement_id: int) -> HttpResponse:
    """Changing it; what it was before stands below the form."""
    require_writer(actor)
    moved = found_movement(actor, movement_id)
    before, programme = movement_typed(moved), moved.delegation.programme
    form = MovementForm(programme, request.POST or None, initial=before)
    back = reverse("programmes:delegation", args=[moved.delegation_id])
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            changed = change_movement(actor, moved, version=version, **form.values())
        except ChangedMeanwhile as conflict:
            form = MovementForm(programme, on_version(request.POST, conflict.record.version))
            form.add_error(
                None,
                _(
                    "Someone else has changed this movement in the meantime: what they did stands below. Send yours again to replace it."
                ),
            )
        except Refused as refusal:
            form.add_error("ends_at", str(refusal))
        else:
            _tell_saved(request, changed, before)
            return redirect(back)
    return _page(request, moved.delegation, form, title=str(moved), back=back, movement=moved)


@require_POST
@desk_page
def movement_cancellation(request: HttpRequest, actor: Actor, movement_id: int) -> HttpResponse:
    """It does not take place; its duties are cancelled with it."""
    return _set_status(request, actor, movement_id, Movement.Status.CANCELLED)


@require_POST
@desk_page
def movement_return(request: HttpRequest, actor: Actor, movement_id: int) -> HttpResponse:
    """It takes place after all."""
    return _set_status(request, actor, movement_id, Movement.Status.PLANNED)


def _set_status(request: HttpRequest, actor: Actor, movement_id: int, status: str) -> HttpResponse:
    require_writer(actor)
    moved = found_movement(actor, movement_id)
    changed = change_movement(actor, moved, version=moved.version, status=status)
    gone = status == Movement.Status.CANCELLED
    inverse = "programmes:movement_return" if gone else "programmes:movement_cancellation"
    told = _("%(movement)s is cancelled.") if gone else _("%(movement)s takes place.")
    toast(request, told % {"movement": changed}, undo=reverse(inverse, args=[changed.pk]))
    return redirect("programmes:delegation", changed.delegation_id)


def _tell_saved(request: HttpRequest, changed: Movement, before: dict[str, str]) -> None:
    if str(changed.version) == before["version"]:
        return
    last = changed.changes.order_by("-pk").first()
    words = change_told(last, changed) if last else ""
    told = _("%(movement)s saved. %(change)s") % {"movement": changed, "change": words}
    undo = reverse("programmes:movement", args=[changed.pk])
    toast(request, told, undo=undo, undo_fields={**before, "version": str(changed.version)})


def _page(
    request: HttpRequest,
    one: Delegation,
    form: MovementForm,
    *,
    title: str,
    back: str,
    movement: Movement | None = None,
) -> HttpResponse:
    changes = movement.changes.order_by("-pk")[:CHANGES_SHOWN] if movement else []
    told = [(change, change_told(change, movement)) for change in changes if movement]
    return form_page(
        request, one.programme, form, title=f"{title} · {one}", back=back, changes=told, movement=movement
    )
