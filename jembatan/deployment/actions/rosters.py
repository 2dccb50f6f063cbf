"""A roster's life: begun as a draft, published, replaced by the next one; or discarded."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Exists, Max, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.bounds import hand_over
from jembatan.deployment.actions.changing import PUBLISHED, enter, held, tell_pages
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.events import RosterPublished
from jembatan.deployment.models import ACTIVE, Assignment, Bound, Roster
from jembatan.deployment.queries.figures import UNCOVERED, figures
from jembatan.deployment.queries.judged import Judged
from jembatan.deployment.queries.signing_up import free_seats
from jembatan.deployment.queries.verdict import verdict_of
from jembatan.deployment.queries.visible import draft_of, roster_at_work
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.programmes.models import Programme
from jembatan.programmes.queries.visible import visible_programmes
from jembatan.rostering.instance import Assignment as Step
from jembatan.rostering.rules.judging import allowed

COPIED = ("duty_id", "officer_id", "seat", "locked", "origin", "state", "made_by_id")


@transaction.atomic
def begin_roster(actor: Actor, programme: Programme) -> Roster:
    """A draft that begins as what is published stands; the draft that there is, where there is one."""
    require_officer(actor)
    place = visible_programmes(actor).select_for_update(of=("self",), no_key=True).get(pk=programme.pk)
    if draft := draft_of(place):
        return draft
    at_work = roster_at_work(place)
    last = Roster.objects.filter(programme=place).aggregate(last=Max("version", default=0))["last"]
    draft = Roster.objects.create(desk=place.desk, programme=place, version=last + 1, made_by=actor.user)
    if at_work:
        copy_assignments(at_work, draft, states=ACTIVE)
    note_standing(draft)
    return draft


def copy_assignments(
    source: Roster, target: Roster, *, states: tuple[str, ...], begun_by: datetime | None = None
) -> None:
    """Those in these states, but for duties that are cancelled; alone of duties that have begun by then, where it is said."""
    rows = Assignment.objects.filter(roster=source, state__in=states, duty__cancelled=False)
    if begun_by:
        rows = rows.filter(duty__starts_at__lte=begun_by)
    Assignment.objects.bulk_create(
        [Assignment(desk=target.desk, roster=target, **row) for row in rows.order_by("pk").values(*COPIED)],
        batch_size=2000,
    )


def note_standing(roster: Roster) -> None:
    """What the roster comes to by now, and what the check finds."""
    roster.figures, roster.verdict = figures(roster), verdict_of(roster)
    roster.save(update_fields=["figures", "verdict"])


@transaction.atomic
def check_roster(actor: Actor, roster: Roster) -> Roster:
    """Count it and have it checked anew."""
    current = held(actor, roster)
    note_standing(current)
    return current


@transaction.atomic
def publish_roster(actor: Actor, roster: Roster, *, knowingly: bool = False) -> Roster:
    """Officers work by it from now on; the one before is replaced. Raises `Refused` where the check finds broken rules, unless `knowingly`."""
    require_officer(actor)
    current = held(actor, roster)
    if current.is_published:
        return current
    if current.solvings.filter(state__in=["waiting", "running"]).exists():
        raise Refused(_("The solver is still at it. Stop it first, or wait."))
    before = (
        Roster.objects.select_for_update(no_key=True)
        .filter(programme=current.programme, state=Roster.State.PUBLISHED)
        .first()
    )
    if before:
        _keep_what_happened(before, current)
        _keep_who_came(before, current)
    note_standing(current)
    if current.verdict.get("broken") and not knowingly:
        raise Refused(_("The check finds broken rules. Mend them, or publish knowingly."))
    if before:
        copy_assignments(before, current, states=("taken_over", "no_show"))
        before.state = Roster.State.REPLACED
        before.save(update_fields=["state"])
    current.state, current.published_at, current.published_by = (
        Roster.State.PUBLISHED,
        timezone.now(),
        actor.user,
    )
    current.save(update_fields=["state", "published_at", "published_by"])
    enter(
        actor,
        current.programme,
        PUBLISHED,
        gettext_noop(
            "Roster %(version)s of %(name)s published: %(open)s seats open, %(broken)s rules broken"
        ),
        roster=current,
        values={
            "version": current.version,
            "name": current.programme,
            "open": current.figures.get(UNCOVERED, 0),
            "broken": current.verdict.get("broken", 0),
        },
    )
    if _lacks_bound(current):
        hand_over(current)
    announce(RosterPublished(actor, current))
    tell_pages(actor, current)
    return current


def _lacks_bound(current: Roster) -> bool:
    """Whether nobody has reckoned yet what no roster of what is asked now can be below."""
    known = Bound.objects.filter(roster=current, instance=current.verdict["instance"])
    return not known.exists() and current.programme.duties.filter(cancelled=False).exists()


def _keep_what_happened(before: Roster, current: Roster) -> None:
    """However old the draft is: whoever did a duty, or is at it, stands there since when they did, and whoever replaced somebody meanwhile does so here.

    Raises `Refused` where the draft wants them elsewhere then.
    """
    now = timezone.now()
    seats = Assignment.objects.filter(state__in=ACTIVE)
    begun = seats.filter(duty__starts_at__lte=now)
    begun.filter(roster=current).delete()
    try:
        with transaction.atomic():
            copy_assignments(before, current, states=ACTIVE, begun_by=now)
            for row, officer, origin in _replaced_since(before, seats.filter(roster=current)):
                seats.filter(pk=row).update(officer=officer, origin=origin)
    except IntegrityError as error:
        if "officer_at_one_duty_at_a_time" not in str(error):
            raise
        raise Refused(
            _("Somebody is still at a duty when this roster wants them at another one. Change that one.")
        ) from error
    there = begun.filter(roster=before, duty=OuterRef("duty"), seat=OuterRef("seat"))
    begun.filter(roster=current).update(made_at=Subquery(there.values("made_at")[:1]))


def _replaced_since(before: Roster, seats: QuerySet[Assignment]) -> list[tuple[int, int, str]]:
    """Of a draft's seats ahead, those whose officer was replaced after they were put there, with who replaced them, and how."""
    same = Assignment.objects.filter(roster=before, duty=OuterRef("duty"))
    now_there = same.filter(state__in=ACTIVE, seat=OuterRef("seat"), made_at__gt=OuterRef("made_at"))
    left = same.filter(state__in=("taken_over", "no_show"), officer=OuterRef("officer"))
    found = seats.filter(Exists(left), duty__starts_at__gt=timezone.now()).annotate(
        by=Subquery(now_there.values("officer")[:1]), how=Subquery(now_there.values("origin")[:1])
    )
    return [
        (row.pk, row.by, row.how)
        for row in found.exclude(by=None)
        if not seats.filter(duty=row.duty_id, officer=row.by).exists()
    ]


def _keep_who_came(before: Roster, current: Roster) -> None:
    """Whoever was put on a duty ahead after the draft was begun, or took it, has it here, too: as long as a seat of it is open, and no rule refuses them."""
    seats = Assignment.objects.filter(roster=before, state__in=ACTIVE, made_at__gt=current.made_at)
    ahead = seats.filter(duty__cancelled=False, duty__starts_at__gt=timezone.now())
    rows = list(ahead.select_related("duty").order_by("made_at", "pk"))
    if not rows:
        return
    judged, free = Judged(current), free_seats(current, {row.duty for row in rows})
    for row in rows:
        step = Step(row.duty_id, row.officer_id)
        if free[row.duty_id] and judged.knows(step.duty, step.officer) and allowed(judged.engine, step):
            judged.engine.add(step)
            row.pk, row.roster, row.seat = None, current, free[row.duty_id].pop(0)
            row.save(force_insert=True)


@transaction.atomic
def discard_draft(actor: Actor, roster: Roster) -> None:
    """Raises `Refused` for one that has been published, and while the solver is at it."""
    require_officer(actor)
    current = held(actor, roster, to_go=True)
    if current.is_published:
        raise Refused(_("What is published stays until another roster replaces it."))
    if current.solvings.filter(state__in=["waiting", "running"]).exists():
        raise Refused(_("The solver is still at it. Stop it first, or wait."))
    current.delete()
