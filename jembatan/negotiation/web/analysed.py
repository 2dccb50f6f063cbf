"""What pages show of an analysis: picture, offers on the table, fair packages."""

from typing import Any

from django.utils.translation import gettext as _

from jembatan.negotiation.analysis.offers import NOTHING, Judged
from jembatan.negotiation.models import NegotiatingParty
from jembatan.negotiation.queries.analysed import Analysed, analysed
from jembatan.negotiation.queries.concessions import concessions
from jembatan.negotiation.queries.findings import findings, in_words, last_offers, options_of, points
from jembatan.negotiation.queries.picture import fair_points, picture
from jembatan.negotiation.queries.sheet import Sheet


def analysis_context(sheet: Sheet, *, other: int | None) -> dict[str, Any]:
    """All that follows from a sheet; `other` is the party that the picture shows beside us."""
    result = analysed(sheet)
    if result is None:
        return {"analysed": None}
    return {
        "analysed": result,
        "findings": findings(sheet, result),
        "picture": picture(result, other_side(result, other)),
        "concessions": concessions(result),
        "others": result.parties[1:],
        "fair": fair_rows(sheet, result),
        "table": offers_on_the_table(result),
        "error": points(max(result.analysis.errors)) if max(result.analysis.errors) > NOTHING else "",
    }


def other_side(result: Analysed, number: int | None) -> NegotiatingParty:
    """The valued party with that number, else the first that is not ours."""
    others = result.parties[1:]
    return next((party for party in others if party.pk == number), others[0])


def offers_on_the_table(result: Analysed, before: Analysed | None = None) -> list[dict[str, Any]]:
    """The last offer of each party: what it is worth to each, how far it lies from the frontier, and what both were `before`."""
    earlier = {offer.pk: judgement for offer, judgement in last_offers(before)} if before else {}
    return [
        {
            "offer": offer,
            "worth": [points(value) for value in judgement.utilities],
            "distance": distance_of(judgement),
            "before": distance_of(earlier[offer.pk]) if offer.pk in earlier else "",
        }
        for offer, judgement in last_offers(result)
    ]


def distance_of(judgement: Judged) -> str:
    """In percent of what each could gain; in words where nothing is better for everybody."""
    if judgement.better is None:
        return _("on the frontier")
    return f"{points(100 * judgement.distance)} %"


def fair_rows(sheet: Sheet, result: Analysed) -> list[dict[str, Any]]:
    """The fair points, those of one package together."""
    return [
        {
            "label": ", ".join(labels),
            "worth": [points(value) for value in point.utilities],
            "package": in_words(result, point.package),
            "options": options_of(sheet, point.package),
        }
        for labels, point in fair_points(result)
    ]
