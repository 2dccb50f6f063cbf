"""A sheet as a problem for the analysis, in points from 0 to 100 for each party."""

from dataclasses import dataclass
from fractions import Fraction

from jembatan.negotiation.analysis.analyse import Analysis
from jembatan.negotiation.analysis.offers import Judged, judged
from jembatan.negotiation.analysis.problem import Issue as Question
from jembatan.negotiation.analysis.problem import NotAnalysable, Package, Party, Problem, at_time, problem
from jembatan.negotiation.analysis.problem import Offer as Put
from jembatan.negotiation.models import Issue, NegotiatingParty, Offer
from jembatan.negotiation.queries.remembered import analysis_of
from jembatan.negotiation.queries.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Analysed:
    """The analysis, the parties that are valued (ours first), and what each complete offer leaves lying."""

    analysis: Analysis
    parties: tuple[NegotiatingParty, ...]
    offers: tuple[tuple[Offer, Judged], ...]


def analysed(sheet: Sheet) -> Analysed | None:
    """None while fewer than two parties are valued, ours among them, or nothing may be agreed."""
    parties = tuple(party for party in sheet.parties if sheet.is_valued(party))
    if len(parties) < 2 or not parties[0].ours:
        return None
    try:
        found = analysis_of(at_time(_problem(sheet, parties), sheet.passed))
    except NotAnalysable:
        return None
    offers = tuple(
        (offer, judged(found, Put(offer.party.name, package)))
        for offer in sheet.offers
        if (package := package_of(sheet, offer)) is not None
    )
    return Analysed(found, parties, offers)


def package_of(sheet: Sheet, offer: Offer) -> Package | None:
    """The offer's options by their numbers; None where an issue came later than the offer."""
    named = sheet.packages[offer.pk]
    if any(issue.pk not in named for issue in sheet.issues):
        return None
    return tuple(
        [option.pk for option in sheet.options[issue.pk]].index(named[issue.pk].pk) for issue in sheet.issues
    )


def _problem(sheet: Sheet, parties: tuple[NegotiatingParty, ...]) -> Problem:
    """Red lines may not be agreed; where a point is agreed, nothing else may."""
    banned = [
        (number, place)
        for number, issue in enumerate(sheet.issues)
        for place, option in enumerate(sheet.options[issue.pk])
        if option.red_line or (issue.pk in sheet.agreed and sheet.agreed[issue.pk].option_id != option.pk)
    ]
    questions = [
        Question(issue.name, tuple(option.name for option in sheet.options[issue.pk]))
        for issue in sheet.issues
    ]
    return problem(questions, [_party(sheet, party) for party in parties], banned=banned)


def _party(sheet: Sheet, party: NegotiatingParty) -> Party:
    together = sum((_weight(sheet, party, issue) for issue in sheet.issues), Fraction(0)) or Fraction(1)
    return Party(
        name=party.name,
        scores=tuple(
            tuple(
                _weight(sheet, party, issue) / together * Fraction(sheet.scores.get((party.pk, option.pk), 0))
                for option in sheet.options[issue.pk]
            )
            for issue in sheet.issues
        ),
        reservation=Fraction(party.reservation),
        discount=float(party.discount) / 100,
        assumed=not party.ours,
    )


def _weight(sheet: Sheet, party: NegotiatingParty, issue: Issue) -> Fraction:
    return Fraction(sheet.weights.get((party.pk, issue.pk), 0))
