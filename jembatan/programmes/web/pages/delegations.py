"""The delegations of a programme, and one of them: who comes, what is to be minded, its days as one thread."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.paging import more_url
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.actions.delegations import add_delegation, remove_delegation
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Delegation
from jembatan.programmes.queries.notes import visible_notes
from jembatan.programmes.queries.readers import possible_readers
from jembatan.programmes.queries.thread import thread_of
from jembatan.programmes.web.delegation_forms import DelegationForm, MemberForm, NoteForm
from jembatan.programmes.web.pages.delegation_fields import values_shown
from jembatan.programmes.web.pages.found import found, found_delegation, shown

PAGE = 100


@desk_page
def delegations(request: DeskRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """By name, narrowed by `?q=`; POST adds one."""
    programme = found(actor, programme_id)
    form = DelegationForm(request.POST or None)
    if request.method == "POST":
        require_writer(actor)
        if form.is_valid():
            try:
                added = add_delegation(
                    actor, programme, form.cleaned_data["name"], code=form.cleaned_data["code"].upper()
                )
            except Refused as refusal:
                form.add_error("name", str(refusal))
            else:
                return redirect("programmes:delegation", added.pk)
    words, after = request.GET.get("q", "").strip(), request.GET.get("after", "")
    rows = Delegation.objects.filter(programme=programme)
    if words:
        rows = rows.filter(Q(name__icontains=words) | Q(code__iexact=words))
    mark = record_number(after) or 0
    rows = rows.annotate(planned=Count("movements")).select_related("home").order_by("name", "pk")
    page = list(rows[mark : mark + PAGE + 1])
    going_on = str(mark + PAGE) if len(page) > PAGE else ""
    context = {
        "rows": page[:PAGE],
        "form": form,
        "words": words,
        "more_url": more_url(request.path, going_on, q=words),
    }
    part = "#rows" if after and request.htmx else ""
    status = 422 if form.errors else 200
    return shown(request, programme, f"programmes/delegations.html{part}", context, status=status)


@desk_page
def delegation(request: HttpRequest, actor: Actor, delegation_id: int) -> HttpResponse:
    """Its page."""
    return page_of(request, actor, found_delegation(actor, delegation_id))


def page_of(
    request: HttpRequest,
    actor: Actor,
    one: Delegation,
    *,
    member_form: MemberForm | None = None,
    note_form: NoteForm | None = None,
) -> HttpResponse:
    """The page, with a form that was refused as it was typed."""
    refused = bool((member_form and member_form.errors) or (note_form and note_form.errors))
    context = {
        "delegation": one,
        "values": values_shown(one, editable=actor.may_write),
        "members": one.members.order_by("-head", "full_name"),
        "notes": visible_notes(actor).filter(delegation=one).select_related("member").order_by("kind", "pk"),
        "readers": one.readers.select_related("user").order_by("user__full_name"),
        "possible_readers": possible_readers(actor, one) if actor.may_clear else [],
        "days": thread_of(one),
        "member_form": member_form or MemberForm(one),
        "note_form": note_form or NoteForm(one),
    }
    return shown(
        request, one.programme, "programmes/delegation.html", context, status=422 if refused else 200
    )


@require_POST
@desk_page
def removal(request: HttpRequest, actor: Actor, delegation_id: int) -> HttpResponse:
    """It never was to come."""
    require_writer(actor)
    one = found_delegation(actor, delegation_id)
    back = {"name": one.name, "code": one.code}
    try:
        remove_delegation(actor, one)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("programmes:delegation", delegation_id)
    undo = reverse("programmes:delegations", args=[one.programme_id])
    toast(request, _("%(name)s is taken out.") % {"name": one}, undo=undo, undo_fields=back)
    return redirect("programmes:delegations", one.programme_id)
