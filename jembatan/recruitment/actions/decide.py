"""Deciding about applications, one or many: shortlist, waiting list, accept, decline, each with a letter; and back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.personal import own_address, recall_letters
from jembatan.platform.access import require_officer
from jembatan.programmes.actions.changing import held as held_programme
from jembatan.programmes.actions.refusals import Refused as NotTakenOn
from jembatan.programmes.actions.taking_on import release
from jembatan.recruitment.actions.apply import check_age_of
from jembatan.recruitment.actions.post import MATTER, new_occasion, write_to
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.actions.taken_on import taken_on
from jembatan.recruitment.actions.times import give_up, take_again
from jembatan.recruitment.actions.told import DECIDED, tell_of_call
from jembatan.recruitment.models import Application, Call
from jembatan.recruitment.queries.invitations import times_ahead
from jembatan.recruitment.queries.visible import visible_applications

Status = Application.Status
DECISIONS = (Status.SHORTLISTED, Status.WAITING, Status.ACCEPTED, Status.DECLINED)
MOST_AT_ONCE, CHUNK = 5000, 500
type Before = dict[int, str]
"""States by application, as they were."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What they were before, and the occasion of the letters about it; "" where nobody is written to."""

    before: Before
    letters: str = ""


@dataclass(frozen=True, slots=True)
class Undone:
    """How many are what they were, and those whose time for the interview somebody else has by now, or the desk has removed."""

    count: int
    without_time: Sequence[Application] = ()


@transaction.atomic
def decide(actor: Actor, call: Call, ids: Iterable[int], status: str, *, letters: bool = True) -> Decided:
    """Those that are not in this state yet; what there is for the way back. All or none.

    Accepted ones become officers of the programme. The time for the interview of a declined one is free again, and theirs again once they are
    shortlisted after all, if nobody has taken it. Raises `Refused`: for an application that was withdrawn, for an officer, for who is too young, and
    where letters cannot leave.
    """
    require_officer(actor)
    if status not in DECISIONS:
        raise Refused(_("Choose what is decided."))
    _hold_programme(actor, call, status)
    rows = held(actor, call, ids)
    if letters and any(row.email for row in rows) and own_address(actor.desk) is None:
        raise Refused(
            _(
                "This desk has no sending address yet. Its head adds one in the settings, or you decide without letters."
            )
        )
    changed = [row for row in rows if row.status != status]
    before = {row.pk: row.status for row in changed}
    _check_not_withdrawn(changed)
    for row in changed:
        if row.officer_id is not None:
            raise Refused(_("%(name)s is an officer of the programme already.") % {"name": row})
        if status == Status.ACCEPTED:
            check_age_of(row)
        row.status = status
    Application.objects.filter(pk__in=before).update(status=status)
    if status == Status.ACCEPTED and changed:
        for row, officer in zip(changed, taken_on(actor, call, changed), strict=True):
            row.officer = officer
        Application.objects.bulk_update(changed, ["officer"], batch_size=CHUNK)
    if status == Status.SHORTLISTED:
        take_again([pk for pk, was in before.items() if was == Status.DECLINED])
    occasion = new_occasion() if letters else ""
    if letters:
        _write(actor, changed, status, occasion)
    if status == Status.DECLINED:
        give_up(list(before))
    if changed:
        _tell(actor, call, status, len(changed))
    return Decided(before, occasion)


@transaction.atomic
def undo(actor: Actor, call: Call, decision: Decided, *, decided: str) -> Undone:
    """What was `decided` is what it was before, and letters that have not left stay at home; who was declined has the time for the interview again.

    Raises `Refused` once a letter has left, since who has read it is not told the contrary by silence; and for who has withdrawn, or was decided about
    by somebody else, or stands in a roster, meanwhile.
    """
    require_officer(actor)
    before = decision.before
    _hold_programme(actor, call, decided)
    rows = held(actor, call, before)
    _check_not_withdrawn(rows)
    if any(row.status != decided for row in rows):
        raise Refused(_("Somebody has decided this already. Look at it again."))
    addressed = [row for row in rows if row.email] if decision.letters else []
    recalled = recall_letters(MATTER, [row.pk for row in addressed], occasion=decision.letters)
    for row in addressed:
        if row.pk not in recalled:
            raise Refused(_("The letter to %(name)s has left already. Decide anew instead.") % {"name": row})
    officers = [row.officer for row in rows if row.officer is not None]
    for status in set(before.values()):
        back = [row.pk for row in rows if before[row.pk] == status]
        Application.objects.filter(pk__in=back).update(status=status, officer=None)
    if officers:
        try:
            release(actor, call.programme, officers)
        except NotTakenOn as refusal:
            raise Refused(str(refusal)) from refusal
    give_up([row.pk for row in rows if before[row.pk] == Status.DECLINED])
    without = take_again([row.pk for row in rows]) if decided == Status.DECLINED else ()
    if rows:
        told = ngettext_lazy(
            "Decision about %(count)s application taken back",
            "Decisions about %(count)s applications taken back",
            len(rows),
        )
        tell_of_call(actor, call, DECIDED, told, {"count": len(rows)})
    return Undone(len(rows), without)


def _write(actor: Actor, rows: Sequence[Application], status: str, occasion: str) -> None:
    """Who has their time for the interview again is told that one, instead of being asked to choose."""
    again = times_ahead([row.pk for row in rows]) if status == Status.SHORTLISTED else {}
    counted = dict(Application.objects.filter(pk__in=again).values_list("pk", "invited"))
    for row in rows:
        row.invited = counted.get(row.pk, row.invited)
    write_to(actor, [row for row in rows if row.pk in again], "booked", occasion=occasion)
    write_to(actor, [row for row in rows if row.pk not in again], status, occasion=occasion)


def _hold_programme(actor: Actor, call: Call, decided: str) -> None:
    """Where officers come or go, before the applications: as whoever words the call anew holds both."""
    if decided == Status.ACCEPTED:
        held_programme(actor, call.programme)


def held(actor: Actor, call: Call, ids: Iterable[int]) -> list[Application]:
    """As they stand now, locked. Raises `Refused` for none, and for more than five thousand."""
    asked = list(ids)
    if not asked:
        raise Refused(_("Tick at least one application."))
    if len(asked) > MOST_AT_ONCE:
        raise Refused(_("Decide about five thousand at once at most."))
    rows = visible_applications(actor).filter(call=call, pk__in=asked).select_related("post", "officer")
    found = list(rows.select_for_update(of=("self",), no_key=True).order_by("pk"))
    for row in found:
        row.call = call  # one for all, with what has been looked up of it
    return found


def _check_not_withdrawn(rows: Iterable[Application]) -> None:
    for row in rows:
        if row.status == Status.WITHDRAWN:
            raise Refused(
                _(
                    "%(name)s has withdrawn the application, and can take that back by the link in the receipt."
                )
                % {"name": row}
            )


def _tell(actor: Actor, call: Call, status: str, count: int) -> None:
    told = {
        Status.SHORTLISTED: ngettext_lazy(
            "%(count)s application shortlisted", "%(count)s applications shortlisted", count
        ),
        Status.WAITING: ngettext_lazy(
            "%(count)s application on the waiting list", "%(count)s applications on the waiting list", count
        ),
        Status.ACCEPTED: ngettext_lazy(
            "%(count)s application accepted", "%(count)s applications accepted", count
        ),
        Status.DECLINED: ngettext_lazy(
            "%(count)s application declined", "%(count)s applications declined", count
        ),
    }[Status(status)]
    tell_of_call(actor, call, DECIDED, told, {"count": count})
