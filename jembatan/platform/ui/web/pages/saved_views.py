"""Keeping and forgetting named views of a page."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.saved_views import Member, change_view, own_view, remove_view, save_view
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def saved_views(request: HttpRequest, actor: Member) -> HttpResponse:
    """Keep the query under a name and show the page by it."""
    page = request.POST.get("page", "")
    address = _address(page)
    try:
        view = save_view(
            actor,
            page=page,
            name=request.POST.get("name", ""),
            query=request.POST.get("query", ""),
            shared="shared" in request.POST,
        )
    except ValidationError as refusal:
        toast(request, " ".join(refusal.messages), tone="danger")
        return redirect(address)
    toast(request, _("The view “%(name)s” is saved.") % {"name": view.name})
    return redirect(f"{address}?{view.query}")


@desk_page
def saved_view(request: HttpRequest, actor: Member, view_id: int) -> HttpResponse:
    """GET: its name, and whether the desk sees it; POST: change them. Only its author finds it."""
    view = own_view(actor, view_id)
    if view is None:
        raise Http404
    if request.method != "POST":
        return render(request, "ui/saved_view.html", {"view": view})
    try:
        change_view(actor, view.pk, name=request.POST.get("name", ""), shared="shared" in request.POST)
    except ValidationError as refusal:
        context = {"view": view, "error": " ".join(refusal.messages)}
        return render(request, "ui/saved_view.html", context, status=422)
    toast(request, _("The view is changed."))
    return redirect(f"{_address(view.page)}?{view.query}")


@require_POST
@desk_page
def removal(request: HttpRequest, actor: Member, view_id: int) -> HttpResponse:
    """Forget a view; the toast can bring it back."""
    view = remove_view(actor, view_id)
    if view is None:
        raise Http404
    toast(
        request,
        _("The view “%(name)s” is removed.") % {"name": view.name},
        undo=reverse("ui:saved_views"),
        undo_fields={"page": view.page, "name": view.name, "query": view.query}
        | ({"shared": "1"} if view.shared else {}),
    )
    return redirect(_address(view.page))


def _address(page: str) -> str:
    """Only pages of the house have views."""
    try:
        return reverse(page)
    except NoReverseMatch as error:
        raise Http404 from error
