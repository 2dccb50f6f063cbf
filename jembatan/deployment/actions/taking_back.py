"""A replacement is taken back as a whole: everybody sits where they sat, and whoever was told otherwise hears of it."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.changing import TAKEN_BACK, enter, held
from jembatan.deployment.actions.handing_over import MATTER
from jembatan.deployment.actions.letters import Letter, Posted, post, posted, unpost
from jembatan.deployment.actions.proposing import State, close_others, decided, held_proposal
from jembatan.deployment.actions.refusals import AgainstTheRules, Refused
from jembatan.deployment.actions.seats import Seat, change_seats
from jembatan.deployment.models import ACTIVE, Assignment, Proposal, Roster
from jembatan.deployment.queries.judged import Judged
from jembatan.platform.access import require_officer
from jembatan.programmes.models import Absence, Duty
from jembatan.programmes.queries.desk_words import in_their_words
from jembatan.rostering import instance as engine


@transaction.atomic
def take_back(actor: Actor, proposal: Proposal) -> Proposal:
    """The seats, the absence and the letters that have not left; handovers that nobody has read go, and letters that have left are followed by another.

    What was told by others, came of a movement, or is of an absence that was noted before, is open again. Raises `Refused` where one of the seats has
    changed since, is over, or is of a roster that was replaced; and `AgainstTheRules` where rules refuse it now that did not before.
    """
    require_officer(actor)
    current = held_proposal(actor, proposal)
    if current.state != State.ACCEPTED or current.roster is None:
        raise Refused(_("There is nothing to take back."))
    roster = held(actor, current.roster)
    changes: list[dict[str, Any]] = current.changes
    _check_unchanged(roster, changes)
    Absence.objects.filter(pk__in=current.absences).delete()
    judged = Judged(roster)
    _check_rules(judged, changes)
    back = {Seat(each["duty"], each["seat"]): each["before"] for each in changes}
    with in_their_words(roster.programme):
        why = _("The replacement was taken back.")
    # Of a draft nobody was told; those who have read it since, published, hear as of any change.
    written = bool(current.letters)
    change_seats(actor, roster, back, reason=why, judged=judged, written=written)
    _put_right(roster, changes)
    current.handovers.filter(acknowledged_at=None).delete()
    close_others(current)
    current.letters = [each.kept for each in _letters(actor, roster, current)]
    was_noted = current.officer_id is not None and not current.absences
    current.absences, current.changes = [], []
    decided(actor, current, State.OPEN if current.was_told or was_noted else State.TAKEN_BACK)
    if roster.is_published:
        told = gettext_noop("Replacement of %(name)s in %(programme)s taken back")
        values = {"name": lambda: current.about, "programme": current.programme}
        enter(actor, current.programme, TAKEN_BACK, told, roster=roster, values=values)
    return current


def why_not_back(proposal: Proposal) -> str:
    """What would hinder it, by the seats alone; "" where nothing does."""
    if proposal.state != State.ACCEPTED or proposal.roster is None:
        return _("There is nothing to take back.")
    try:
        _check_unchanged(proposal.roster, proposal.changes)
    except Refused as refusal:
        return str(refusal)
    return ""


def _check_unchanged(roster: Roster, changes: Sequence[dict[str, Any]]) -> None:
    if not roster.may_change:
        raise Refused(_("A newer roster has been published since: the replacement cannot be taken back."))
    rows = Assignment.objects.filter(
        roster=roster, state__in=ACTIVE, duty__in=[each["duty"] for each in changes]
    )
    sitting = {(row.duty_id, row.seat): row.officer_id for row in rows}
    duties = Duty.objects.in_bulk([each["duty"] for each in changes])
    for each in changes:
        duty = duties.get(each["duty"])
        if each["before"] and duty and each["seat"] > duty.officers:
            raise Refused(
                _("“%(duty)s” asks for fewer officers now: the replacement cannot be taken back.")
                % {"duty": duty}
            )
        if sitting.get((each["duty"], each["seat"])) != each["after"]:
            raise Refused(
                _("“%(duty)s” has changed hands since: the replacement cannot be taken back. Use the board.")
                % {"duty": duty or "–"}
            )


def _check_rules(judged: Judged, changes: Sequence[dict[str, Any]]) -> None:
    """What kept somebody from a seat before does not keep them from it now; anything else does."""
    steps = [
        (_one(each["duty"], each["after"]), _one(each["duty"], each["before"]))
        for each in changes
        if each["before"] != each["after"]
    ]
    lost = {(each["duty"], each["before"]) for each in changes if each.get("lost")}
    found = [each for each in judged.refusals(steps) if (each.duty, each.officer) not in lost]
    if found:
        raise AgainstTheRules(judged.told(found), for_good=True)


def _one(duty: int, officer: int | None) -> engine.Assignment | None:
    return None if officer is None else engine.Assignment(duty, officer)


def _put_right(roster: Roster, changes: Sequence[dict[str, Any]]) -> None:
    """Held fast or not, and by whom it came, as it was; nobody has failed to come."""
    for each in changes:
        Assignment.objects.filter(
            roster=roster, duty=each["duty"], seat=each["seat"], officer=each["before"], state__in=ACTIVE
        ).update(locked=each["locked"], origin=each["origin"])
    Assignment.objects.filter(
        pk__in=[each["left"] for each in changes], state=Assignment.State.NO_SHOW
    ).update(state=Assignment.State.TAKEN_OVER)


def _letters(actor: Actor, roster: Roster, proposal: Proposal) -> list[Posted]:
    """To those whose letter has left, or who may have been told by hand."""
    told: dict[tuple[str, str, str], Posted] = {}
    with in_their_words(roster.programme):
        subject = _("All stays as it was, %(programme)s") % {"programme": roster.programme}
        for each in map(posted, proposal.letters):
            if unpost(actor, each):
                continue
            first = each.letter
            text = _("Please forget what we told you: “%(subject)s”. All stays as it was.") % {
                "subject": first.subject
            }
            letter = Letter(first.name, first.email, first.phone, subject, text)
            reached = (first.name, first.email, first.phone)
            if reached not in told:
                told[reached] = post(actor, letter, matter=(MATTER, roster.pk))
    return list(told.values())
