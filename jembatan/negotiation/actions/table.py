"""Who sits at the table and what is on it: parties, interests, issues with their options, red lines."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.negotiation.actions.changing import held
from jembatan.negotiation.actions.refusals import Refused
from jembatan.negotiation.actions.start import seat
from jembatan.negotiation.analysis.problem import MOST_PARTIES
from jembatan.negotiation.models import (
    AgreedPoint,
    Interest,
    Issue,
    Mandate,
    NegotiatingParty,
    Negotiation,
    Option,
    Score,
)
from jembatan.platform.access import require_officer, require_writer

MOST_OPTIONS = 20
MOST_ISSUES = 20


@transaction.atomic
def add_party(actor: Actor, negotiation: Negotiation, organisation: Organisation) -> NegotiatingParty:
    """Another organisation sits down. Raises `Refused` when the table is full."""
    require_writer(actor)
    current = held(actor, negotiation)
    if current.parties.count() >= MOST_PARTIES:
        raise Refused(_("Eight parties can be at one table."))
    return seat(actor, current, organisation)


@transaction.atomic
def remove_party(actor: Actor, party: NegotiatingParty) -> None:
    """It was never at the table. Raises `Refused` for us, and for one that something is known of."""
    require_writer(actor)
    held(actor, party.negotiation)
    if party.ours:
        raise Refused(_("We are at the table ourselves."))
    if party.scores.filter(score__gt=0).exists() or party.interests.exists():
        raise Refused(
            _("Take out the interests and set the scores of %(name)s to 0 first.") % {"name": party}
        )
    try:
        party.delete()
    except ProtectedError as error:
        raise Refused(_("%(name)s has made an offer and stays.") % {"name": party}) from error


@transaction.atomic
def add_interest(actor: Actor, party: NegotiatingParty, text: str, *, basis: str, source: str) -> Interest:
    """What the party is after. Raises `Refused` for one that is known from nowhere."""
    require_writer(actor)
    held(actor, party.negotiation)
    if basis == Interest.Basis.KNOWN and not source:
        raise Refused(_("Say where this is known from, or call it assumed."))
    return Interest.objects.create(desk=actor.desk, party=party, text=text, basis=basis, source=source)


@transaction.atomic
def remove_interest(actor: Actor, interest: Interest) -> None:
    """It was a mistake, or is no more."""
    require_writer(actor)
    held(actor, interest.party.negotiation)
    interest.delete()


@transaction.atomic
def add_issue(actor: Actor, negotiation: Negotiation, name: str, options: Iterable[str]) -> Issue:
    """Something to agree on, with two options at least. Raises `Refused`."""
    require_writer(actor)
    current = held(actor, negotiation)
    named = list(dict.fromkeys(" ".join(option.split())[:200] for option in options if option.strip()))
    if not 2 <= len(named) <= MOST_OPTIONS:
        raise Refused(_("An issue needs two to twenty options, each on its own line."))
    if current.issues.count() >= MOST_ISSUES:
        raise Refused(_("A sheet holds twenty issues."))
    try:
        with transaction.atomic():
            issue = Issue.objects.create(desk=actor.desk, negotiation=current, name=name)
    except IntegrityError as error:
        raise Refused(_("There is an issue with this name already.")) from error
    Option.objects.bulk_create(Option(desk=actor.desk, issue=issue, name=option) for option in named)
    return issue


@transaction.atomic
def remove_issue(actor: Actor, issue: Issue) -> None:
    """It is not negotiated. Raises `Refused` when an offer names it, it is agreed, somebody has scored it, or a mandate is about it.

    Without its issue a mandate would be a limit on all of them.
    """
    require_writer(actor)
    held(actor, issue.negotiation)
    if Mandate.objects.filter(issue=issue).exists():
        raise Refused(_("A mandate is about “%(issue)s”, which stays.") % {"issue": issue})
    if Score.objects.filter(option__issue=issue, score__gt=0).exists():
        raise Refused(_("Set the scores of “%(issue)s” to 0 first.") % {"issue": issue})
    try:
        issue.delete()
    except ProtectedError as error:
        raise Refused(
            _("“%(issue)s” is part of an offer or agreed, and stays.") % {"issue": issue}
        ) from error


@transaction.atomic
def mark_red_line(actor: Actor, option: Option, *, red: bool) -> Option:
    """Whether the option may not be agreed. Raises `Refused` when it has been."""
    require_officer(actor)
    held(actor, option.issue.negotiation)
    if red and AgreedPoint.objects.filter(option=option).exists():
        raise Refused(_("“%(option)s” has been agreed already.") % {"option": option})
    option.red_line = red
    option.save(update_fields=["red_line"])
    return option
