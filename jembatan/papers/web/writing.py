"""Parts on a page: each is saved by itself while one types, and leads to its earlier wordings."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jembatan.correspondence.queries.drafts import differences
from jembatan.papers.actions.write import WrittenMeanwhile
from jembatan.papers.models import Paper, WrittenPart
from jembatan.papers.queries.changes import wordings
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest
from jembatan.platform.ui.toasts import toast


@dataclass(frozen=True, slots=True)
class Field:
    """A part as it is written on a page: saved at `address`, its earlier wordings at `versions`, its paper at `page`."""

    name: str
    title: str
    address: str
    versions: str
    page: str
    hint: str = ""
    stands: WrittenPart | None = None


type Save = Callable[[str, int, str], WrittenPart]
"""Takes the words, the version that the writer had before them, and the open page."""

type Around = Callable[[], dict[str, object]]
"""`anew`, how the paper stands now, and what the room's `steps` show of it."""


def saving(request: DeskRequest, paper: Paper, field: Field, save: Save, around: Around) -> HttpResponse:
    """For a script what stands around the words, with 409 both wordings, and anew what may be done with the paper.

    Without one the paper's page, or a page with this part alone, so that what was typed is not lost.
    """
    typed, editor = request.POST.get("text", ""), request.POST.get("editor", "")[:32]
    conflict: dict[str, object] = {}
    try:
        stands = save(typed, record_number(request.POST.get("version", "")) or 0, editor)
    except WrittenMeanwhile as refusal:
        stands = refusal.current
        compared = differences(stands.text, typed)
        conflict = {"refusal": str(refusal), "theirs": stands, "differences": compared}
    if not conflict and not request.htmx:
        toast(request, _("Saved."))
        return redirect(f"{field.page}#{field.name}")
    context: dict[str, object] = {
        "paper": paper,
        "field": replace(field, stands=stands),
        "typed": typed,
        "conflict": conflict,
        "editor": editor,
    }
    if request.htmx:
        paper.refresh_from_db(fields=["fingerprint"])
        context |= around()
    template = "papers/part.html#around" if request.htmx else "papers/part_alone.html"
    return render(request, template, context, status=409 if conflict else 200)


def versions_page(
    request: HttpRequest, paper: Paper, field: Field, restoration: Callable[[int], str]
) -> HttpResponse:
    """The latest first; any earlier one is brought back at the address that `restoration` gives for its version."""
    found = [(each, restoration(each.version.version)) for each in wordings(paper, field.name)]
    return render(request, "papers/versions.html", {"paper": paper, "field": field, "wordings": found})
