"""Somebody falls ill, or does not come: they are absent, others take their seats, everybody concerned is told, and what is open is handed on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.changing import REPLACED, held, tell
from jembatan.deployment.actions.letters import Letter, Posted, post
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.actions.seats import Seat, change_seats
from jembatan.deployment.events import HandedOver
from jembatan.deployment.models import Assignment, Handover, Roster
from jembatan.deployment.queries.absent import seats_left
from jembatan.deployment.queries.handing import open_matters
from jembatan.deployment.queries.links import handover_link, in_their_words
from jembatan.directory.models import Organisation
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.programmes.models import Absence, Delegation, DelegationMember, Movement, Officer

MATTER = "roster"
AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Who cannot come, from when until when, and why; `no_show` where they ought to be there already."""

    officer: Officer
    since: datetime
    until: datetime
    reason: Absence.Reason = Absence.Reason.ILL
    no_show: bool = False


@dataclass(frozen=True, slots=True)
class Replaced:
    """What came of it: the handovers, the letters with what hindered them, and the seats that are open now."""

    handovers: list[Handover]
    letters: list[Posted]
    open: list[Assignment]


@transaction.atomic
def replace_officer(
    actor: Actor, roster: Roster, missing: Missing, seats: Mapping[Seat, int | None], *, words: str = ""
) -> Replaced:
    """`seats` says who takes which of theirs, None leaves it open. `words` are added to what is handed on.

    Raises `AgainstTheRules` and `Refused` as any change does. The absence is kept although a seat stays open.
    """
    require_officer(actor)
    current = held(actor, roster)
    if missing.until <= missing.since:
        raise Refused(_("The absence ends before it begins. Change one of the two."))
    left = seats_left(current, missing.officer, since=missing.since, until=missing.until)
    _note_absence(missing)
    wanted = {seat: seats.get(seat) for row in left if (seat := Seat(row.duty_id, row.seat))}
    state = Assignment.State.NO_SHOW if missing.no_show else Assignment.State.TAKEN_OVER
    change_seats(actor, current, wanted, left=state)
    taken = {row: officer for row in left if (officer := seats.get(Seat(row.duty_id, row.seat)))}
    people = Officer.objects.in_bulk(taken.values())
    handovers = _hand_on(actor, current, missing.officer, taken, people, words)
    with in_their_words(current.programme):
        letters = list(_letters(actor, current, missing.officer, taken, people, handovers))
    _tell(actor, current, missing, taken, people)
    return Replaced(handovers, letters, [row for row in left if row not in taken])


def _note_absence(missing: Missing) -> None:
    """What is noted already for these hours is enough."""
    known = Absence.objects.filter(officer=missing.officer, during__overlap=(missing.since, missing.until))
    if not known.exists():
        Absence.objects.create(
            desk=missing.officer.desk,
            officer=missing.officer,
            during=(missing.since, missing.until),
            reason=missing.reason,
        )


def _hand_on(
    actor: Actor,
    roster: Roster,
    outgoing: Officer,
    taken: Mapping[Assignment, int],
    people: Mapping[int, Officer],
    words: str,
) -> list[Handover]:
    """One to each who comes, for each delegation."""
    grouped: defaultdict[tuple[int, int | None], list[Assignment]] = defaultdict(list)
    for row, officer in taken.items():
        grouped[officer, row.duty.delegation_id].append(row)
    made = []
    for (officer, _delegation), rows in grouped.items():
        with in_their_words(roster.programme):
            text = "\n\n".join(filter(None, [words.strip(), open_matters(roster, rows)]))
        handover = Handover.objects.create(
            desk=roster.desk,
            roster=roster,
            delegation=rows[0].duty.delegation,
            outgoing=outgoing,
            incoming=people[officer],
            text=text,
            made_by=actor.user,
        )
        handover.duties.set([row.duty for row in rows])
        announce(HandedOver(actor, handover))
        made.append(handover)
    return made


def _letters(
    actor: Actor,
    roster: Roster,
    outgoing: Officer,
    taken: Mapping[Assignment, int],
    people: Mapping[int, Officer],
    handovers: Iterable[Handover],
) -> Iterable[Posted]:
    """To those who come, to the head of each delegation, and to the drivers of the next day."""
    matter = (MATTER, roster.pk)
    for handover in handovers:
        officer = handover.incoming
        text = _("You take over from %(name)s. What is to be done, and what is open: %(link)s") % {
            "name": outgoing.full_name,
            "link": handover_link(handover),
        }
        subject = _("You take over duties of %(programme)s") % {"programme": roster.programme}
        letter = Letter(
            officer.full_name, officer.email, officer.phone, subject, f"{text}\n\n{handover.text}"
        )
        yield post(actor, letter, matter=matter)
    for delegation, officers in _by_delegation(taken, people).items():
        names = "; ".join(" ".join(filter(None, [each.full_name, each.phone])) for each in officers)
        text = _("Your liaison officer has changed. From now on: %(names)s.") % {"names": names}
        subject = _("Your liaison officer, %(programme)s") % {"programme": roster.programme}
        heads = DelegationMember.objects.filter(delegation=delegation, head=True)
        for head in heads:
            yield post(actor, Letter(head.full_name, head.email, head.phone, subject, text), matter=matter)
        for movement in _next_movements(delegation):
            driver = Letter(
                movement.driver or _("Driver"), "", movement.driver_phone, subject, f"{delegation}: {text}"
            )
            yield Posted(driver, "-")


def _by_delegation(
    taken: Mapping[Assignment, int], people: Mapping[int, Officer]
) -> dict[Delegation, list[Officer]]:
    found: dict[Delegation, list[Officer]] = {}
    for row, officer in taken.items():
        if row.duty.delegation is not None:
            names = found.setdefault(row.duty.delegation, [])
            if people[officer] not in names:
                names.append(people[officer])
    return found


def _next_movements(delegation: Delegation) -> Iterable[Movement]:
    """Of the next day, those whose driver has a telephone; each driver once."""
    now = timezone.now()
    rows = Movement.objects.filter(delegation=delegation, ends_at__gt=now, starts_at__lt=now + AHEAD)
    named = rows.exclude(driver_phone="").exclude(status=Movement.Status.CANCELLED).order_by("starts_at")
    return {row.driver_phone: row for row in named}.values()


def _tell(
    actor: Actor,
    roster: Roster,
    missing: Missing,
    taken: Mapping[Assignment, int],
    people: Mapping[int, Officer],
) -> None:
    summary = _("%(name)s replaced in %(programme)s: %(count)s duties") % {
        "name": missing.officer.full_name,
        "programme": roster.programme,
        "count": len(taken),
    }
    detail = "\n".join(f"{row.duty}: {people[officer].full_name}" for row, officer in taken.items())
    bodies = Organisation.objects.filter(
        delegations__in={row.duty.delegation_id for row in taken if row.duty.delegation_id}
    )
    tell(actor, roster.programme, REPLACED, summary, detail=detail, roster=roster, parties=bodies.distinct())


@transaction.atomic
def acknowledge(handover: Handover) -> None:
    """The incoming officer has read it; once is enough."""
    Handover.objects.filter(pk=handover.pk, acknowledged_at__isnull=True).update(
        acknowledged_at=timezone.now()
    )
