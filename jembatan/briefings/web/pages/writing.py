"""A brief that is being written: one column, each part saved while one types, among what the record says."""

import secrets

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.write import NotForThem, save_part
from jembatan.briefings.models import Brief, BriefPart, Part
from jembatan.briefings.queries.writing.matter import BRIEF
from jembatan.briefings.queries.writing.sheet import Piece, sheet_of
from jembatan.briefings.queries.writing.standing import standing_of
from jembatan.briefings.queries.writing.title import parts_for, title_of
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.briefings.web.hints import HINTS
from jembatan.briefings.web.settings_form import SettingForm
from jembatan.correspondence.queries.consultation.visible import consultations_about
from jembatan.papers.web.writing import Field, saving
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import DeskRequest, desk_page


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
        "pieces": [_shown(found, piece) for piece in pieces],
        "written_count": sum(1 for piece in pieces if piece.stands and piece.stands.text.strip()),
        "editor": secrets.token_hex(8),
        "consultations": consultations_about(actor, BRIEF.kind, found.pk),
        "parts": [(part, title_of(part, found.audience)) for part in parts_for(found.audience)],
        "form": SettingForm.of(found),
    }


def _shown(found: Brief, piece: Piece) -> dict[str, object]:
    return {"piece": piece, "field": field_of(found, piece.part, stands=piece.stands) if piece.part else None}


def field_of(found: Brief, part: Part, *, stands: BriefPart | None = None) -> Field:
    """Where a part is written, in the reader's language."""
    return Field(
        name=part.value,
        title=title_of(part, found.audience),
        address=reverse("briefings:part", args=[found.pk, part]),
        versions=reverse("briefings:versions", args=[found.pk, part]),
        page=found_address(found),
        hint=str(HINTS.get(part, "")),
        stands=stands,
    )


@require_POST
@desk_page
def part(request: DeskRequest, actor: Actor, brief_id: int, part: str) -> HttpResponse:
    """Save; a script gets what stands around the words, or both wordings with 409."""
    require_writer(actor)
    found = get_object_or_404(visible_briefs(actor), pk=brief_id)
    if part not in Part.values:
        raise Http404
    wanted = Part(part)

    def save(text: str, version: int, editor: str) -> BriefPart:
        return save_part(actor, found, wanted, text, version=version, editor=editor)

    def around() -> dict[str, object]:
        return {"anew": standing_of(found), "steps": "briefings/steps.html", "brief": found}

    try:
        return saving(request, found, field_of(found, wanted), save, around)
    except NotForThem as refusal:
        raise Http404 from refusal


def found_address(found: Brief) -> str:
    """The page of the brief."""
    return BRIEF.page(found.pk)
