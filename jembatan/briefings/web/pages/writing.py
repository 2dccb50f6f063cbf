"""A brief that is being written: one column, each part saved while one types, among what the record says."""

import secrets
from collections.abc import Mapping

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.write import NotForThem, WrittenMeanwhile, save_part
from jembatan.briefings.models import Brief, BriefPart, Part
from jembatan.briefings.queries.writing.matter import BRIEF
from jembatan.briefings.queries.writing.sheet import Piece, sheet_of
from jembatan.briefings.queries.writing.standing import standing_of
from jembatan.briefings.queries.writing.title import parts_for, title_of
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.briefings.web.hints import HINTS
from jembatan.briefings.web.settings_form import SettingForm
from jembatan.correspondence.queries.consultation.visible import consultations_about
from jembatan.correspondence.queries.drafts import differences
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def brief(request: DeskRequest, actor: Actor, brief_id: int) -> HttpResponse:
    """Writers write; a reader gets what is cleared."""
    found = get_object_or_404(visible_briefs(actor), pk=brief_id)
    if not actor.may_write:
        return redirect("briefings:cleared", brief_id=found.pk)
    return render(request, "briefings/written.html", context_of(actor, found))


def context_of(actor: Actor, found: Brief) -> dict[str, object]:
    """What the page shows; `SettingForm` as it stands."""
    pieces = sheet_of(found)
    return {
        "brief": found,
        "standing": standing_of(found),
        "pieces": [_shown(piece) for piece in pieces],
        "written_count": sum(1 for piece in pieces if piece.stands and piece.stands.text.strip()),
        "editor": secrets.token_hex(8),
        "consultations": consultations_about(actor, BRIEF.kind, found.pk),
        "parts": [(part, title_of(part, found.audience)) for part in parts_for(found.audience)],
        "form": SettingForm.of(found),
    }


def _shown(piece: Piece) -> dict[str, object]:
    hint = HINTS.get(piece.part, "") if piece.part else ""
    return {"piece": piece, "part": piece.part, "stands": piece.stands, "hint": hint}


@require_POST
@desk_page
def part(request: DeskRequest, actor: Actor, brief_id: int, part: str) -> HttpResponse:
    """Save; a script gets what stands around the words, or both wordings with 409."""
    require_writer(actor)
    found = get_object_or_404(visible_briefs(actor), pk=brief_id)
    wanted = _part(part)
    typed = request.POST.get("text", "")
    try:
        saved = save_part(
            actor,
            found,
            wanted,
            typed,
            version=record_number(request.POST.get("version", "")) or 0,
            editor=request.POST.get("editor", "")[:32],
        )
    except NotForThem as refusal:
        raise Http404 from refusal
    except WrittenMeanwhile as refusal:
        conflict = {
            "refusal": str(refusal),
            "theirs": refusal.current,
            "differences": differences(refusal.current.text, typed),
        }
        return _answer(request, actor, found, refusal.current, typed, status=409, conflict=conflict)
    if not request.htmx:
        toast(request, _("Saved."))
        return redirect(f"{found_address(found)}#{wanted}")
    return _answer(request, actor, found, saved, typed)


def _answer(
    request: DeskRequest,
    actor: Actor,
    found: Brief,
    stands: BriefPart,
    typed: str,
    *,
    status: int = 200,
    conflict: Mapping[str, object] | None = None,
) -> HttpResponse:
    """For a script what stands around the words, and anew what may be done with the brief; without one a page with this part alone, so that what was typed is not lost."""
    context = {
        "brief": found,
        "part": Part(stands.name),
        "title": title_of(Part(stands.name), found.audience),
        "stands": stands,
        "typed": typed,
        "conflict": conflict,
        "editor": request.POST.get("editor", ""),
        "anew": standing_of(stands.brief) if request.htmx else None,
    }
    template = "briefings/part.html#around" if request.htmx else "briefings/part_alone.html"
    return render(request, template, context, status=status)


def found_address(found: Brief) -> str:
    """The page of the brief."""
    return BRIEF.page(found.pk)


def _part(name: str) -> Part:
    if name not in Part.values:
        raise Http404
    return Part(name)
