"""Talks about a port with an embassy: three issues, valued by us and for them, two offers, a mandate."""

from decimal import Decimal

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.negotiation.actions.mandates import set_mandate
from jembatan.negotiation.actions.offers import record_offer
from jembatan.negotiation.actions.start import start_negotiation
from jembatan.negotiation.actions.table import add_interest, add_issue
from jembatan.negotiation.actions.value import value_options
from jembatan.negotiation.models import Issue, NegotiatingParty, Negotiation, Option

ISSUES = {
    "Berth fee": {"low": (0, 100), "middle": (60, 50), "high": (100, 0)},
    "Patrol days": {"10 days": (100, 20), "20 days": (0, 100)},
    "Language of the text": {"Indonesian": (100, 0), "both": (50, 100)},
}
WEIGHTS = {"Berth fee": (60, 20), "Patrol days": (30, 60), "Language of the text": (10, 20)}


def talks(
    actor: Actor,
    *,
    title: str = "Port talks",
    dossier: Dossier | None = None,
    embassy: Organisation | None = None,
) -> Negotiation:
    """In a restricted dossier of its own unless one is given; with everything but offers."""
    embassy = embassy or add_organisation(actor, "Embassy of Akitsu", fields={"country": "JP"})
    negotiation = start_negotiation(actor, title, dossier=dossier, organisations=[embassy])
    for name, options in ISSUES.items():
        add_issue(actor, negotiation, name, options)
    for party, side in ((ours(negotiation), 0), (theirs(negotiation), 1)):
        value_options(
            actor,
            party,
            weights={issue.pk: Decimal(WEIGHTS[issue.name][side]) for issue in negotiation.issues.all()},
            scores={
                each.pk: Decimal(ISSUES[each.issue.name][each.name][side]) for each in options_of(negotiation)
            },
            reservation=Decimal(30),
            walk_away="",
        )
    add_interest(
        actor, theirs(negotiation), "Patrols in the strait", basis="known", source="Their note of May"
    )
    set_mandate(actor, negotiation, "At most 20 days of patrols", authorised_by="The Director General")
    return negotiation


def offer(actor: Actor, negotiation: Negotiation, party: NegotiatingParty, *names: str) -> None:
    """A package by the names of its options, in the order of the issues."""
    record_offer(actor, party, package(negotiation, *names))


def package(negotiation: Negotiation, *names: str) -> dict[int, int]:
    """Options by issue, by id."""
    issues: list[Issue] = list(negotiation.issues.order_by("pk"))
    return {
        issue.pk: Option.objects.get(issue=issue, name=name).pk
        for issue, name in zip(issues, names, strict=True)
    }


def ours(negotiation: Negotiation) -> NegotiatingParty:
    """Us."""
    return negotiation.parties.get(ours=True)


def theirs(negotiation: Negotiation) -> NegotiatingParty:
    """The embassy."""
    return negotiation.parties.get(ours=False)


def options_of(negotiation: Negotiation) -> list[Option]:
    """All, in order."""
    return list(Option.objects.filter(issue__negotiation=negotiation).select_related("issue").order_by("pk"))


def option(negotiation: Negotiation, name: str) -> Option:
    """By its name."""
    return Option.objects.select_related("issue__negotiation").get(issue__negotiation=negotiation, name=name)
