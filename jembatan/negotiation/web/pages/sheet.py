"""The sheet of a negotiation: what is on the table, what it is worth, and what follows from that."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from jembatan.accounts.actor import Actor
from jembatan.commitments.models.commitment import today_at
from jembatan.dossiers.queries.listing import members_of_dossier
from jembatan.negotiation.models import Negotiation
from jembatan.negotiation.queries.sheet import Sheet, holds, sheet_of
from jembatan.negotiation.web.analysed import analysis_context
from jembatan.negotiation.web.forms import (
    InterestForm,
    IssueForm,
    MandateForm,
    OfferForm,
    StrippedForm,
    TimeForm,
)
from jembatan.negotiation.web.numbers import plain
from jembatan.negotiation.web.pages.found import found
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page


@desk_page
def negotiation(request: HttpRequest, actor: Actor, negotiation_id: int) -> HttpResponse:
    """The page."""
    shown = found(actor, negotiation_id)
    return render(request, "negotiation/negotiation.html", context_of(request, shown))


@desk_page
def analysis(request: HttpRequest, actor: Actor, negotiation_id: int) -> HttpResponse:
    """Findings and picture alone, after something was entered."""
    sheet = sheet_of(found(actor, negotiation_id))
    context = {"negotiation": sheet.negotiation, "sheet": sheet, **_analysis(request, sheet)}
    return render(request, "negotiation/analysis.html", context)


def context_of(request: HttpRequest, shown: Negotiation, **forms: Any) -> dict[str, Any]:
    """Everything the page shows; a form that was refused takes the place of its empty one."""
    sheet = sheet_of(shown)
    mandate, offer = MandateForm(), OfferForm()
    for form in (forms.get("mandate_form", mandate), mandate):
        offer_records(form, "issue", shown.issues.order_by("pk"))
    for form in (forms.get("offer_form", offer), offer):
        offer_records(form, "party", shown.parties.order_by("-ours", "pk"))
    today = today_at(shown.desk)
    return {
        "negotiation": shown,
        "sheet": sheet,
        "issues": _issues(sheet),
        "parties": _parties(sheet),
        "mandates": [
            {"mandate": each, "over": each.withdrawn_at is None and not holds(each, today)}
            for each in sheet.mandates
        ],
        "members": members_of_dossier(shown.dossier) if shown.dossier.restricted else [],
        "issue_form": IssueForm(),
        "interest_form": InterestForm(),
        "mandate_form": mandate,
        "time_form": TimeForm(initial={"settle_by": shown.settle_by}),
        "passed": round(sheet.passed * 100),
        "offer_form": offer,
        "stripped_form": StrippedForm(initial={"language": translation.get_language()}),
        "chosen": _chosen(request),
        **_analysis(request, sheet),
        **forms,
    }


def _chosen(request: HttpRequest) -> list[int]:
    """The options of a package that is to be offered: `?package=3.7.12`."""
    numbers = (record_number(each) for each in request.GET.get("package", "").split("."))
    return [number for number in numbers if number is not None]


def _issues(sheet: Sheet) -> list[dict[str, Any]]:
    """Each with its options, and the one that the last offer names."""
    last = sheet.packages[sheet.offers[-1].pk] if sheet.offers else {}
    return [
        {
            "issue": issue,
            "options": sheet.options[issue.pk],
            "agreed": sheet.agreed.get(issue.pk),
            "last": last[issue.pk].pk if issue.pk in last else None,
            "offered": [sheet.packages[offer.pk].get(issue.pk) for offer in sheet.offers],
        }
        for issue in sheet.issues
    ]


def _parties(sheet: Sheet) -> list[dict[str, Any]]:
    found = _valued(sheet)
    return [each | {"known": json.dumps(_fields(each))} for each in found]


def _fields(shown: dict[str, Any]) -> dict[str, str]:
    """What the form of a party holds at first, by the names of its fields."""
    texts = {name: shown[name] for name in ("reservation", "discount")} | {
        "walk_away": shown["party"].walk_away
    }
    for row in shown["issues"]:
        texts[f"weight-{row['issue'].pk}"] = row["weight"]
        texts |= {f"score-{each['option'].pk}": each["score"] for each in row["options"]}
    return texts


def _valued(sheet: Sheet) -> list[dict[str, Any]]:
    return [
        {
            "party": party,
            "interests": sheet.interests[party.pk],
            "valued": sheet.is_valued(party),
            "reservation": plain(party.reservation),
            "discount": plain(party.discount),
            "issues": [
                {
                    "issue": issue,
                    "weight": plain(sheet.weights.get((party.pk, issue.pk))),
                    "options": [
                        {"option": option, "score": plain(sheet.scores.get((party.pk, option.pk)))}
                        for option in sheet.options[issue.pk]
                    ],
                }
                for issue in sheet.issues
            ],
        }
        for party in sheet.parties
    ]


def _analysis(request: HttpRequest, sheet: Sheet) -> dict[str, Any]:
    return analysis_context(sheet, other=record_number(request.GET.get("other", "")))
