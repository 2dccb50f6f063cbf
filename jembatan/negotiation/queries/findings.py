"""What the analysis means, in sentences for the people at the table."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from django.utils.formats import localize
from django.utils.translation import gettext as _

from jembatan.negotiation.analysis.offers import Change, Judged
from jembatan.negotiation.analysis.problem import Package
from jembatan.negotiation.models import Offer
from jembatan.negotiation.queries.analysed import Analysed
from jembatan.negotiation.queries.remembered import trades_of, what_ifs_of
from jembatan.negotiation.queries.sheet import Sheet

type Tone = Literal["bata", "soga", "daun", "laut"]
MOST_TRADES = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence, how it is meant, and the package that it speaks of: in words ("" for none), and its options' ids, to be offered."""

    tone: Tone
    text: str
    package: str = ""
    options: tuple[int, ...] = ()


def findings(sheet: Sheet, found: Analysed) -> list[Finding]:
    """The gravest first: limits, what lies on the table, what could be traded, what hangs on assumptions."""
    last = last_offers(found)
    return [
        *(each for offer, judgement in last for each in _limits(sheet, found, offer, judgement)),
        *(each for offer, judgement in last for each in _left(sheet, found, offer, judgement)),
        *_moves(found),
        *_trades(sheet, found, last),
        *_assumptions(found),
    ]


def points(value: float) -> str:
    """A worth, rounded to what a person entered by feeling can mean."""
    rounded = round(value, 1)
    return localize(int(rounded) if rounded == int(rounded) else rounded)


def in_words(found: Analysed, package: Package) -> str:
    """ "Price: low · Delivery: early"."""
    return " · ".join(f"{issue}: {option}" for issue, option in found.analysis.problem.named(package).items())


def options_of(sheet: Sheet, package: Package) -> tuple[int, ...]:
    """The ids of a package's options."""
    return tuple(
        sheet.options[issue.pk][place].pk for issue, place in zip(sheet.issues, package, strict=True)
    )


def last_offers(found: Analysed) -> list[tuple[Offer, Judged]]:
    """The last of each party, ours last."""
    last = {offer.party_id: (offer, judgement) for offer, judgement in found.offers}
    return sorted(last.values(), key=lambda each: (each[0].party.ours, each[0].pk))


def _limits(sheet: Sheet, found: Analysed, offer: Offer, judgement: Judged) -> Iterator[Finding]:
    name = {"name": offer.party.name}
    if not judgement.acceptable[0]:
        text = (
            _("Our last offer is worth less to us than no agreement.")
            if offer.party.ours
            else _("The last offer of %(name)s is worth less to us than no agreement.") % name
        )
        yield Finding("bata", text)
    red = [option.name for option in sheet.packages[offer.pk].values() if option.red_line]
    if red:
        text = _("The last offer of %(name)s crosses a red line: %(option)s.") % {**name, "option": red[0]}
        yield Finding("bata", text)


def _left(sheet: Sheet, found: Analysed, offer: Offer, judgement: Judged) -> Iterator[Finding]:
    ours, better = offer.party.ours, judgement.better
    name = {"name": offer.party.name}
    if better is None:
        text = (
            _("Our last offer leaves nothing on the table: no package is better for everybody.")
            if ours
            else _(
                "The last offer of %(name)s leaves nothing on the table: no package is better for everybody."
            )
            % name
        )
        yield Finding("daun", text)
        return
    gains = ", ".join(
        _("%(points)s for %(name)s") % {"points": points(gain), "name": party.name}
        for gain, party in zip(judgement.left, found.parties, strict=True)
    )
    text = (
        _("Our last offer leaves points on the table: %(gains)s. This package is better:") % {"gains": gains}
        if ours
        else _("The last offer of %(name)s leaves points on the table: %(gains)s. This package is better:")
        % {**name, "gains": gains}
    )
    yield Finding("soga", text, in_words(found, better.package), options_of(sheet, better.package))


def _moves(found: Analysed) -> Iterator[Finding]:
    """How far each has come since its first offer."""
    for number, party in enumerate(found.parties):
        own = [judgement.utilities for offer, judgement in found.offers if offer.party_id == party.pk]
        if len(own) < 2:
            continue
        other = next(place for place in range(len(found.parties)) if place != number) if party.ours else 0
        given, gained = own[0][number] - own[-1][number], own[-1][other] - own[0][other]
        words = {"name": party.name, "given": points(given), "gained": points(gained)}
        if given < 0:
            text = _("%(name)s asks for %(more)s points more than at first.") % {
                **words,
                "more": points(-given),
            }
            yield Finding("soga", text)
        elif given > 0:
            words |= {"other": found.parties[other].name}
            text = _(
                "%(name)s has given up %(given)s points since the first offer, worth %(gained)s to %(other)s."
            )
            yield Finding("laut", text % words)


def _trades(sheet: Sheet, found: Analysed, last: list[tuple[Offer, Judged]]) -> Iterator[Finding]:
    """From the last offer of the other side; from ours while they have made none."""
    if not last:
        return
    package = last[0][1].offer.package
    for trade in trades_of(found.analysis.problem, package, MOST_TRADES):
        them = found.parties[trade.taker].name
        yield Finding(
            "laut",
            _(
                "Give up “%(give)s”, which costs us %(cost)s and brings %(them)s %(worth)s, for “%(get)s”, which brings us %(gain)s and costs them %(price)s."
            )
            % {
                "give": _changed(found, trade.give),
                "cost": points(-trade.give.gains[trade.giver]),
                "worth": points(trade.give.gains[trade.taker]),
                "get": _changed(found, trade.get),
                "gain": points(trade.get.gains[trade.giver]),
                "price": points(-trade.get.gains[trade.taker]),
                "them": them,
            },
            options=options_of(sheet, _after(package, trade.give, trade.get)),
        )


def _after(package: Package, *changes: Change) -> Package:
    after = list(package)
    for change in changes:
        after[change.issue] = change.after
    return tuple(after)


def _changed(found: Analysed, change: Change) -> str:
    issue = found.analysis.problem.issues[change.issue]
    return f"{issue.name}: {issue.options[change.before]} → {issue.options[change.after]}"


def _assumptions(found: Analysed) -> Iterator[Finding]:
    asked = what_ifs_of(found.analysis.problem)
    if asked is None:
        yield Finding("laut", _("With so many parties and issues, assumptions are not tried out."))
        return
    issues = found.analysis.problem.issues
    moving = [each for each in asked if each.changes]
    for each in moving:
        changes = ", ".join(issues[issue].name for issue in each.changes)
        words = {
            "issue": issues[each.issue].name,
            "name": found.parties[each.party].name,
            "changes": changes,
        }
        text = (
            _(
                "If “%(issue)s” mattered a quarter less to %(name)s than assumed, the Nash package would change: %(changes)s."
            )
            if each.factor < Fraction(1)
            else _(
                "If “%(issue)s” mattered a quarter more to %(name)s than assumed, the Nash package would change: %(changes)s."
            )
        ) % words
        yield Finding("soga", text)
    if asked and not moving:
        yield Finding(
            "daun", _("The Nash package stays the same when each assumed weight is a quarter less or more.")
        )
