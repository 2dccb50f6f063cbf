"""Members of a delegation, notes on it, and who may read those that are TLP:RED."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_head, require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.actions.members import (
    add_member,
    add_note,
    change_member,
    make_head,
    name_reader,
    remove_member,
    remove_note,
    unname_reader,
)
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import DelegationMember, NoteReader
from jembatan.programmes.queries.notes import visible_notes
from jembatan.programmes.queries.visible import visible_delegations
from jembatan.programmes.web.delegation_forms import MemberForm, NoteForm
from jembatan.programmes.web.fields import language_names
from jembatan.programmes.web.pages.delegations import page_of
from jembatan.programmes.web.pages.found import form_page, found_delegation


@require_POST
@desk_page
def members(request: HttpRequest, actor: Actor, delegation_id: int) -> HttpResponse:
    """Somebody comes along."""
    require_writer(actor)
    one = found_delegation(actor, delegation_id)
    form = MemberForm(one, request.POST)
    if not form.is_valid():
        return page_of(request, actor, one, member_form=form)
    add_member(actor, one, head=request.POST.get("head") == "yes", **form.cleaned_data)
    return redirect(f"{reverse('programmes:delegation', args=[one.pk])}#members")


@desk_page
def member(request: HttpRequest, actor: Actor, member_id: int) -> HttpResponse:
    """What is known of them."""
    require_writer(actor)
    one = _member(actor, member_id)
    names = ("full_name", "address_form", "function", "phone", "email")
    initial = {name: getattr(one, name) for name in names}
    initial["language"] = language_names([one.language]) if one.language else ""
    form = MemberForm(one.delegation, request.POST or None, initial=initial)
    back = reverse("programmes:delegation", args=[one.delegation_id])
    if request.method == "POST" and form.is_valid():
        change_member(actor, one, **form.cleaned_data)
        undo = reverse("programmes:member", args=[one.pk])
        toast(request, _("%(name)s saved.") % {"name": one}, undo=undo, undo_fields=initial)
        return redirect(back)
    return form_page(request, one.delegation.programme, form, title=str(one), back=back)


@require_POST
@desk_page
def member_removal(request: HttpRequest, actor: Actor, member_id: int) -> HttpResponse:
    """Does not come."""
    require_writer(actor)
    one = _member(actor, member_id)
    names = ("full_name", "address_form", "function", "phone", "email")
    back = {name: str(getattr(one, name)) for name in names}
    back |= {"language": language_names([one.language]) if one.language else ""}
    back |= {"head": "yes"} if one.head else {}
    try:
        remove_member(actor, one)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        undo = reverse("programmes:members", args=[one.delegation_id])
        toast(request, _("%(name)s does not come.") % {"name": one}, undo=undo, undo_fields=back)
    return redirect("programmes:delegation", one.delegation_id)


@require_POST
@desk_page
def headship(request: HttpRequest, actor: Actor, member_id: int) -> HttpResponse:
    """Leads the delegation."""
    require_writer(actor)
    one = _member(actor, member_id)
    before = make_head(actor, one)
    undo = reverse("programmes:headship", args=[before.pk]) if before else ""
    toast(request, _("%(name)s leads the delegation.") % {"name": one}, undo=undo)
    return redirect("programmes:delegation", one.delegation_id)


@require_POST
@desk_page
def notes(request: HttpRequest, actor: Actor, delegation_id: int) -> HttpResponse:
    """What is to be minded."""
    require_writer(actor)
    one = found_delegation(actor, delegation_id)
    form = NoteForm(one, request.POST)
    if not form.is_valid():
        return page_of(request, actor, one, note_form=form)
    said = form.cleaned_data
    note = add_note(
        actor, one, said["text"], kind=said["kind"], marking=said["marking"], member=said["member"]
    )
    if not visible_notes(actor).filter(pk=note.pk).exists():
        toast(
            request,
            _("The note is kept. Only the head of the desk and those named by the head can read it."),
            tone="info",
        )
    return redirect(f"{reverse('programmes:delegation', args=[one.pk])}#notes")


@require_POST
@desk_page
def note_removal(request: HttpRequest, actor: Actor, note_id: int) -> HttpResponse:
    """It is not so, or no more."""
    require_writer(actor)
    note = get_object_or_404(visible_notes(actor).select_related("delegation"), pk=note_id)
    back = {
        "text": note.text,
        "kind": note.kind,
        "marking": note.marking,
        "member": str(note.member_id or ""),
    }
    remove_note(actor, note)
    undo = reverse("programmes:notes", args=[note.delegation_id])
    toast(request, _("Note removed."), undo=undo, undo_fields=back)
    return redirect("programmes:delegation", note.delegation_id)


@require_POST
@desk_page
def readers(request: HttpRequest, actor: Actor, delegation_id: int) -> HttpResponse:
    """A colleague may read TLP:RED notes."""
    one = found_delegation(actor, delegation_id)
    require_head(actor)
    try:
        reader = name_reader(actor, one, record_number(request.POST.get("colleague", "")) or 0)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        undo = reverse("programmes:reader_removal", args=[reader.pk])
        toast(request, _("%(name)s may read the TLP:RED notes now.") % {"name": reader.user}, undo=undo)
    return redirect("programmes:delegation", one.pk)


@require_POST
@desk_page
def reader_removal(request: HttpRequest, actor: Actor, note_reader_id: int) -> HttpResponse:
    """No more."""
    seen = NoteReader.objects.filter(delegation__in=visible_delegations(actor).values("pk"))
    reader = get_object_or_404(seen.select_related("user", "delegation"), pk=note_reader_id)
    require_head(actor)
    unname_reader(actor, reader)
    undo = reverse("programmes:readers", args=[reader.delegation_id])
    told = _("%(name)s may not read the TLP:RED notes any more.") % {"name": reader.user}
    toast(request, told, undo=undo, undo_fields={"colleague": str(reader.user_id)})
    return redirect("programmes:delegation", reader.delegation_id)


def _member(actor: Actor, member_id: int) -> DelegationMember:
    seen = DelegationMember.objects.filter(delegation__in=visible_delegations(actor).values("pk"))
    return get_object_or_404(seen.select_related("delegation__programme__dossier"), pk=member_id)
