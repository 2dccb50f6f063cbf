"""A run of the templates: tried, done as it was tried, taken back. Run again, it finds nothing to do."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.programmes.actions.changing import DUTIES, enter, held
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.events import DutiesChanged
from jembatan.programmes.models import Duty, DutyRun, Programme
from jembatan.programmes.queries.run_lines import run_told
from jembatan.programmes.queries.wanted import wanted_duties

FOLLOWS = [
    "title",
    "place_id",
    "post_id",
    "day",
    "starts_at",
    "ends_at",
    "officers",
    "language",
    "least_cefr",
    "level",
    "priority",
    "cancelled",
]
"""What a run changes of a duty that stands."""
BULK = 1000


@transaction.atomic
def try_templates(actor: Actor, programme: Programme) -> DutyRun:
    """What the templates would make, change and cancel now, kept as a plan; an earlier one that was not done is dropped."""
    require_officer(actor)
    current = held(actor, programme)
    DutyRun.objects.filter(programme=current, state=DutyRun.State.TRIED).delete()
    plan = _plan(current)
    return DutyRun.objects.create(
        desk=actor.desk,
        programme=current,
        plan=plan,
        user=actor.user,
        actor_name=actor.name,
        **{name: len(plan[name]) for name in ("made", "changed", "cancelled", "kept")},
    )


@transaction.atomic
def do_run(actor: Actor, run: DutyRun) -> DutyRun:
    """Exactly what was tried. Raises `Refused` when it is done already, or would be something else by now."""
    require_officer(actor)
    programme = held(actor, run.programme)
    current = DutyRun.objects.select_for_update(no_key=True).get(pk=run.pk, programme=programme)
    if current.state != DutyRun.State.TRIED:
        raise Refused(_("This run has been done already."))
    if _plan(programme) != current.plan:
        raise Refused(
            _(
                "Movements, templates or duties have changed since. Try the templates again and look once more."
            )
        )
    made = Duty.objects.bulk_create(
        (Duty(desk=actor.desk, programme=programme, **_read(fields)) for fields in current.plan["made"]),
        batch_size=BULK,
    )
    written, _left = _write(programme, (*current.plan["changed"], *current.plan["cancelled"]), "after")
    current.plan["made"] = [{"id": duty.pk, **f} for duty, f in zip(made, current.plan["made"], strict=True)]
    current.state, current.done_at = DutyRun.State.DONE, timezone.now()
    current.save(update_fields=["plan", "state", "done_at"])
    announce(DutiesChanged(written))
    told = gettext_noop("Duties by templates: %(made)s made, %(changed)s changed, %(cancelled)s cancelled")
    counts = {"made": current.made, "changed": current.changed, "cancelled": current.cancelled}
    enter(actor, programme, DUTIES, told, detail=lambda: run_told(current), values=counts)
    return current


@transaction.atomic
def undo_run(actor: Actor, run: DutyRun) -> int:
    """Take it back; returns how many duties stay as they are, since they were changed after the run. Raises `Refused`."""
    require_officer(actor)
    programme = held(actor, run.programme)
    current = DutyRun.objects.select_for_update(no_key=True).get(pk=run.pk, programme=programme)
    if current.state != DutyRun.State.DONE:
        raise Refused(_("This run has not been done, or has been taken back already."))
    ids = [fields["id"] for fields in current.plan["made"]]
    made = Duty.objects.filter(programme=programme, pk__in=ids)
    # Nobody is put on one of them while they go.
    stand = len(made.select_for_update().order_by("pk").values_list("pk"))
    untouched = _free(made.filter(version=1, by_hand=False))
    kept = stand - untouched.count()
    untouched.delete()
    written, left = _write(
        programme, (*current.plan["changed"], *current.plan["cancelled"]), "before", done=True
    )
    kept += left
    current.state = DutyRun.State.UNDONE
    current.save(update_fields=["state"])
    announce(DutiesChanged(written))
    enter(actor, programme, DUTIES, gettext_noop("A run of the templates of duties was taken back"))
    return kept


def _free(duties: QuerySet[Duty]) -> QuerySet[Duty]:
    """Those on which nothing hangs that would go with them: nobody is planned for them yet."""
    for relation in Duty._meta.related_objects:
        related: Any = relation.related_model
        if not related._meta.label_lower.endswith("event"):
            name = relation.field.name
            held_by = related._default_manager.filter(**{f"{name}__isnull": False}).values(name)
            duties = duties.exclude(pk__in=held_by)
    return duties


def _plan(programme: Programme) -> dict[str, list[Any]]:
    now = timezone.now()
    standing = Duty.objects.select_for_update(of=("self",), no_key=True).filter(
        programme=programme, template__isnull=False
    )
    found = {_key(duty): duty for duty in standing.order_by("pk")}
    plan: dict[str, list[Any]] = {"made": [], "changed": [], "cancelled": [], "kept": []}
    for wanted in wanted_duties(programme):
        duty = found.pop(wanted.key, None)
        fields = asdict(wanted)
        if duty is None:
            plan["made"].append(_jsonable(fields))
            continue
        after = {**fields, "cancelled": False}
        before = {name: getattr(duty, name) for name in FOLLOWS if getattr(duty, name) != after[name]}
        if before and (duty.by_hand or duty.ends_at < now):
            plan["kept"].append(duty.pk)
        elif before:
            plan["changed"].append(_change(duty, before, {name: after[name] for name in before}))
    for duty in found.values():
        if duty.cancelled:
            continue
        if duty.by_hand or duty.ends_at < now:
            plan["kept"].append(duty.pk)
        else:
            plan["cancelled"].append(_change(duty, {"cancelled": False}, {"cancelled": True}))
    return plan


def _key(duty: Duty) -> tuple[object, ...]:
    """As `Wanted.key`."""
    of_day = duty.day if duty.movement_id is None and duty.item_id is None else None
    return duty.template_id, duty.delegation_id, duty.movement_id, duty.item_id, of_day


def _change(duty: Duty, before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": duty.pk,
        "title": duty.title,
        "version": duty.version,
        "before": _jsonable(before),
        "after": _jsonable(after),
    }


def _write(
    programme: Programme, changes: Iterable[dict[str, Any]], side: str, *, done: bool = False
) -> tuple[tuple[Duty, ...], int]:
    """Give duties the values of one side of each change; those, and how many are left because they have changed since."""
    by_id = {change["id"]: change for change in changes}
    duties = list(Duty.objects.select_for_update(no_key=True).filter(pk__in=by_id).order_by("pk"))
    written = []
    for duty in duties:
        change = by_id[duty.pk]
        if duty.version != change["version"] + done:
            continue
        for name, value in _read(change[side]).items():
            setattr(duty, name, value)
        duty.version += 1
        duty.programme = programme
        written.append(duty)
    fields = [name.removesuffix("_id") for name in FOLLOWS]
    Duty.objects.bulk_update(written, [*fields, "version"], batch_size=BULK)
    return tuple(written), len(duties) - len(written)


def _jsonable(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}


def _read(fields: dict[str, Any]) -> dict[str, Any]:
    read = dict(fields)
    for name in {"starts_at", "ends_at"} & read.keys():
        read[name] = datetime.fromisoformat(read[name])
    if "day" in read:
        read["day"] = date.fromisoformat(read["day"])
    return read
