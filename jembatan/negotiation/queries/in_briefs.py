"""What a brief for us says of negotiations with the partners: what they are after, what lies on the table, how far we may go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.commitments.models.commitment import today_at
from jembatan.directory.models import Organisation
from jembatan.negotiation.models import Negotiation
from jembatan.negotiation.queries.analysed import analysed
from jembatan.negotiation.queries.findings import findings, points
from jembatan.negotiation.queries.sheet import Sheet, holds, sheet_of
from jembatan.negotiation.queries.visible import visible_negotiations
from jembatan.platform.documents.model import Line, Section, Source
from jembatan.platform.markings import Marking, highest
from jembatan.platform.ui.moments import day_text

MOST = 3
MOST_FINDINGS = 3


def negotiations_in_brief(
    actor: Actor, organisations: Sequence[Organisation], *, site: str, limit: Marking | None
) -> Sequence[Section]:
    """Those that go on and that the actor sees, the newest first; every line bears the marking of its negotiation and names it as its source.

    Never for the other side. Of those marked above `limit` nothing is told, not even that they are left out. `site` is where the source leads back to, without a slash at its end.
    """
    with_them = visible_negotiations(actor).filter(
        ended_at__isnull=True, parties__organisation__in=organisations
    )
    allowed = [each for each in with_them.distinct().order_by("-pk") if _allowed(each, limit)]
    lines = tuple(line for each in allowed[:MOST] for line in _lines(each, site))
    return [Section(_("Negotiations"), lines)] if lines else []


def _allowed(negotiation: Negotiation, limit: Marking | None) -> bool:
    return limit is None or highest([Marking(negotiation.marking), limit]) == limit


def _lines(negotiation: Negotiation, site: str) -> Iterator[Line]:
    address = site + reverse("negotiation:negotiation", args=[negotiation.pk])
    source = Source(
        _("Negotiation"), negotiation.title, day_text(timezone.localdate(negotiation.created_at)), address
    )
    marking = Marking(negotiation.marking)
    for each in _told(sheet_of(negotiation)):
        yield Line(each.text, label=each.label, detail=each.detail, sources=(source,), marking=marking)


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    label: str = ""
    detail: str = ""


def _told(sheet: Sheet) -> Iterator[_Said]:
    yield from _standing(sheet)
    yield from _interests(sheet)
    yield from _offers(sheet)
    yield from _limits(sheet)


def _standing(sheet: Sheet) -> Iterator[_Said]:
    settle_by = sheet.negotiation.settle_by
    agreed = _("%(agreed)s of %(issues)s issues are agreed") % {
        "agreed": len(sheet.agreed),
        "issues": len(sheet.issues),
    }
    by = _("to be settled by %(day)s") % {"day": day_text(settle_by)} if settle_by else ""
    yield _Said(
        sheet.negotiation.title, label=_("Negotiation"), detail=" · ".join(filter(None, [agreed, by]))
    )
    for issue in sheet.issues:
        if point := sheet.agreed.get(issue.pk):
            yield _Said(f"{issue.name}: {point.option.name}", label=_("Agreed"))


def _interests(sheet: Sheet) -> Iterator[_Said]:
    for party in sheet.parties[1:]:
        for interest in sheet.interests[party.pk]:
            facts = [party.name, interest.get_basis_display(), interest.source]
            yield _Said(interest.text, label=_("Their interest"), detail=" · ".join(filter(None, facts)))


def _offers(sheet: Sheet) -> Iterator[_Said]:
    """The last of each party, with what it is worth, and what follows."""
    found = analysed(sheet)
    worth = {offer.pk: judgement.utilities[0] for offer, judgement in found.offers} if found else {}
    last = {offer.party_id: offer for offer in sheet.offers}
    for offer in sorted(last.values(), key=lambda each: each.party.ours):
        named = sheet.packages[offer.pk]
        facts = [
            offer.party.name,
            day_text(timezone.localdate(offer.made_at)),
            offer.note,
            _("%(points)s points for us") % {"points": points(worth[offer.pk])} if offer.pk in worth else "",
        ]
        yield _Said(
            " · ".join(
                f"{issue.name}: {named[issue.pk].name}" for issue in sheet.issues if issue.pk in named
            ),
            label=_("Our last offer") if offer.party.ours else _("Their last offer"),
            detail=" · ".join(filter(None, facts)),
        )
    if found and last:
        for finding in findings(sheet, found)[:MOST_FINDINGS]:
            yield _Said(finding.text, label=_("What follows"), detail=finding.package)


def _limits(sheet: Sheet) -> Iterator[_Said]:
    """What we may not go beyond: mandates that hold, red lines, what we have without an agreement."""
    today = today_at(sheet.negotiation.desk)
    for mandate in sheet.mandates:
        if holds(mandate, today):
            facts = [
                mandate.issue.name if mandate.issue else "",
                _("authorised by %(name)s") % {"name": mandate.authorised_by},
                _("until %(day)s") % {"day": day_text(mandate.until)} if mandate.until else "",
            ]
            yield _Said(mandate.words, label=_("Mandate"), detail=" · ".join(filter(None, facts)))
    for issue in sheet.issues:
        for option in sheet.options[issue.pk]:
            if option.red_line:
                yield _Said(f"{issue.name}: {option.name}", label=_("Red line"))
    if sheet.ours.walk_away:
        yield _Said(sheet.ours.walk_away, label=_("Without an agreement"))
