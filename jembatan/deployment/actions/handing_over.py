"""Seats have gone to others: what is open is handed on, and everybody concerned is told."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.letters import Letter, Posted, post
from jembatan.deployment.events import HandedOver, HandoverAcknowledged
from jembatan.deployment.models import Assignment, Handover, Proposal, Roster
from jembatan.deployment.queries.board import time_told
from jembatan.deployment.queries.clockwork import clockwork
from jembatan.deployment.queries.handing import open_matters
from jembatan.deployment.queries.links import handover_link
from jembatan.platform.events import announce
from jembatan.platform.ui.moments import day_text
from jembatan.programmes.models import Delegation, DelegationMember, Movement, Officer
from jembatan.programmes.queries.desk_words import in_their_words

MATTER = "roster"
AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A seat as it was (`row`), and who comes: None where it stays open, or is no more."""

    row: Assignment
    incoming: Officer | None

    @property
    def outgoing(self) -> Officer | None:
        """Whose seat it was: None where it was open."""
        return self.row.officer if self.row.officer_id is not None else None


def hand_on(
    actor: Actor, proposal: Proposal, taken: Iterable[TakenOver], words: str, *, by: Collection[int]
) -> list[Handover]:
    """One from each who goes to each who comes, for each delegation; `words` are of those officers."""
    assert proposal.roster is not None
    grouped: defaultdict[tuple[Officer, Officer, int | None], list[Assignment]] = defaultdict(list)
    for each in taken:
        if each.outgoing and each.incoming:
            grouped[each.outgoing, each.incoming, each.row.duty.delegation_id].append(each.row)
    made = []
    for (outgoing, incoming, _delegation), rows in grouped.items():
        with in_their_words(proposal.programme):
            said = words.strip() if outgoing.pk in by else ""
            text = "\n\n".join(filter(None, [said, open_matters(proposal.roster, rows)]))
        handover = Handover.objects.create(
            desk=proposal.desk,
            roster=proposal.roster,
            delegation=rows[0].duty.delegation,
            outgoing=outgoing,
            incoming=incoming,
            text=text,
            proposal=proposal,
            made_by=actor.user,
        )
        handover.duties.set([row.duty for row in rows])
        announce(HandedOver(actor, handover))
        made.append(handover)
    return made


def hand_over(actor: Actor, row: Assignment, incoming: Officer, text: str) -> Handover:
    """Whoever goes says what is open to whoever comes next; nobody's seat changes by it."""
    handover = Handover.objects.create(
        desk=row.desk,
        roster=row.roster,
        delegation=row.duty.delegation,
        outgoing=row.officer,
        incoming=incoming,
        text=text,
        made_by=actor.user,
    )
    handover.duties.add(row.duty)
    announce(HandedOver(actor, handover))
    return handover


def write_letters(
    actor: Actor,
    roster: Roster,
    taken: Sequence[TakenOver],
    handovers: Iterable[Handover],
    *,
    away: Officer | None,
) -> list[Posted]:
    """To those who come, to those who go and are not `away`, to the head of each delegation, and to the drivers of the next day."""
    with in_their_words(roster.programme):
        return [
            *_to_incoming(actor, roster, handovers),
            *_to_called(actor, roster, taken),
            *_to_relieved(actor, roster, taken, away),
            *_to_guests(actor, roster, taken),
        ]


def _to_incoming(actor: Actor, roster: Roster, handovers: Iterable[Handover]) -> Iterable[Posted]:
    for handover in handovers:
        officer = handover.incoming
        text = _("You take over from %(name)s. What is to be done, and what is open: %(link)s") % {
            "name": handover.outgoing.full_name,
            "link": handover_link(handover),
        }
        subject = _("You take over duties of %(programme)s") % {"programme": roster.programme}
        letter = Letter(
            officer.full_name, officer.email, officer.phone, subject, f"{text}\n\n{handover.text}"
        )
        yield post(actor, letter, matter=(MATTER, roster.pk))


def _to_called(actor: Actor, roster: Roster, taken: Iterable[TakenOver]) -> Iterable[Posted]:
    """Whoever takes a seat that nobody had: there is nothing to hand on."""
    for each in taken:
        if each.outgoing is None and (officer := each.incoming):
            subject = _("A duty for you, %(programme)s") % {"programme": roster.programme}
            text = _("This duty is yours from now on:")
            told = f"{text}\n\n{open_matters(roster, [each.row])}"
            letter = Letter(officer.full_name, officer.email, officer.phone, subject, told)
            yield post(actor, letter, matter=(MATTER, roster.pk))


def _to_relieved(
    actor: Actor, roster: Roster, taken: Sequence[TakenOver], away: Officer | None
) -> Iterable[Posted]:
    """Whoever has another seat of the same duty comes all the same."""
    come = {(each.row.duty_id, each.incoming) for each in taken}
    clock = clockwork(roster.programme)
    grouped: defaultdict[Officer, list[str]] = defaultdict(list)
    for each in taken:
        stays = (each.row.duty_id, each.outgoing) in come
        if each.outgoing and each.outgoing != away and not stays:
            duty = each.row.duty
            told = f"• {day_text(duty.day)}, {time_told(clock, duty)}: {duty.title}"
            grouped[each.outgoing].append(f"{told} → {each.incoming}" if each.incoming else told)
    for officer, lines in grouped.items():
        text = _("You need not come for these duties of yours:")
        subject = _("Duties that are yours no more, %(programme)s") % {"programme": roster.programme}
        letter = Letter(
            officer.full_name, officer.email, officer.phone, subject, "\n".join([text, "", *lines])
        )
        yield post(actor, letter, matter=(MATTER, roster.pk))


def _to_guests(actor: Actor, roster: Roster, taken: Sequence[TakenOver]) -> Iterable[Posted]:
    replaced = {each.row.duty.delegation for each in taken if each.outgoing}
    for delegation, officers in _by_delegation(taken).items():
        names = "; ".join(" ".join(filter(None, [each.full_name, each.phone])) for each in officers)
        sentence = (
            _("Your liaison officer has changed. From now on: %(names)s.")
            if delegation in replaced
            else _("There is a liaison officer for you from now on: %(names)s.")
        )
        text = sentence % {"names": names}
        subject = _("Your liaison officer, %(programme)s") % {"programme": roster.programme}
        for head in DelegationMember.objects.filter(delegation=delegation, head=True):
            letter = Letter(head.full_name, head.email, head.phone, subject, text)
            yield post(actor, letter, matter=(MATTER, roster.pk))
        for movement in _next_movements(delegation):
            name = movement.driver or _("Driver")
            driver = Letter(name, "", movement.driver_phone, subject, f"{delegation}: {text}")
            yield Posted(driver, "-")


def _by_delegation(taken: Iterable[TakenOver]) -> dict[Delegation, list[Officer]]:
    found: dict[Delegation, list[Officer]] = {}
    for each in taken:
        if each.row.duty.delegation is not None and each.incoming is not None:
            names = found.setdefault(each.row.duty.delegation, [])
            if each.incoming not in names:
                names.append(each.incoming)
    return found


def _next_movements(delegation: Delegation) -> Iterable[Movement]:
    """Of the next day, those whose driver has a telephone; each driver once."""
    now = timezone.now()
    rows = Movement.objects.filter(delegation=delegation, ends_at__gt=now, starts_at__lt=now + AHEAD)
    named = rows.exclude(driver_phone="").exclude(status=Movement.Status.CANCELLED).order_by("starts_at")
    return {row.driver_phone: row for row in named}.values()


@transaction.atomic
def acknowledge(handover: Handover, *, at: datetime | None = None) -> None:
    """The incoming officer has read it; once is enough."""
    now = timezone.now()
    first = Handover.objects.filter(pk=handover.pk, acknowledged_at__isnull=True)
    if first.update(acknowledged_at=min(at or now, now)):
        announce(HandoverAcknowledged(handover))
