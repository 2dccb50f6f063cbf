"""What negotiations offer to other rooms."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jembatan.briefings.queries.request import BriefRequest
    from jembatan.platform.documents.model import Section


def connect() -> None:
    """Register it."""
    _records()
    _journal()
    _letters()
    _briefs()
    _pages()


def _records() -> None:
    from django.urls import reverse

    from jembatan.directory.actions.following import register_follower
    from jembatan.negotiation.models import NegotiatingParty, Negotiation
    from jembatan.negotiation.queries.search import NEGOTIATIONS_SOURCE
    from jembatan.platform.audit.tracked import register_address
    from jembatan.platform.search.sources import register_source

    register_follower(NegotiatingParty, "organisation")
    register_address(Negotiation, lambda pk: reverse("negotiation:negotiation", args=[pk]))
    register_source(NEGOTIATIONS_SOURCE)


def _journal() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source
    from jembatan.negotiation.actions import changing

    group = _("Negotiations")
    register_kind(EntryKind(changing.STARTED, _("Negotiation begun"), "scale", group))
    register_kind(EntryKind(changing.OFFER, _("Offer"), "scale", group, contact=True))
    register_kind(EntryKind(changing.AGREED, _("Point agreed"), "handshake", group, contact=True))
    register_kind(EntryKind(changing.REOPENED, _("Taken up again"), "rotate-ccw", group))
    register_kind(EntryKind(changing.MANDATE, _("Mandate"), "shield", group))
    register_kind(EntryKind(changing.ENDED, _("Negotiation ended"), "archive", group))
    register_kind(EntryKind(changing.SHARED, _("Stripped version made"), "file-text", group))
    register_source(SourceKind(changing.SOURCE, lambda pk: reverse("negotiation:negotiation", args=[pk])))


def _letters() -> None:
    from jembatan.correspondence.queries.preflight.contributions import register_contributor
    from jembatan.negotiation.queries.in_letters import kept_in_letters

    register_contributor(kept_in_letters)


def _briefs() -> None:
    """Not `for_them`: the other side reads nothing of it."""
    from jembatan.briefings.queries.registry import register_section
    from jembatan.negotiation.queries.visible import visible_negotiations
    from jembatan.papers.queries.withheld import register_evidence

    register_section(negotiations_with_them, order=63)
    register_evidence("negotiation:negotiation", visible_negotiations)


def negotiations_with_them(request: "BriefRequest") -> "Sequence[Section]":
    """What is negotiated with them; in a written brief what its marking allows."""
    from jembatan.negotiation.queries.in_briefs import negotiations_in_brief

    limit = request.written.marking if request.written else None
    return negotiations_in_brief(request.actor, request.organisations, site=request.site, limit=limit)


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.negotiation.web import panels
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.slots import fill

    fill("dossiers.dossier.panels", panels.negotiations_of_dossier, order=20)
    register_command(Command("negotiations", _("Negotiations"), "negotiation:negotiations", "scale"))
    register_command(
        Command("negotiations.new", _("Begin a negotiation"), "negotiation:new", "scale", rights="send")
    )
