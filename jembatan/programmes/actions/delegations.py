"""Delegations: added, worded anew, taken out again."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_writer
from jembatan.platform.unique import unless_taken
from jembatan.programmes.actions.changing import DELEGATION, enter, held
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Delegation, Programme
from jembatan.programmes.queries.visible import visible_delegations

FIELDS = ("name", "code", "country", "languages", "size", "home", "protocol", "organisation")


class ChangedMeanwhile(Exception):
    """Somebody else has changed the value since the editor saw it; `record` is as it is now."""

    def __init__(self, record: Any) -> None:
        super().__init__(str(record))
        self.record = record


class NameTaken(Refused):
    """Another delegation of the programme has the name."""

    def __init__(self) -> None:
        super().__init__(_("The programme has a delegation of this name already."))


class CodeTaken(Refused):
    """Another delegation of the programme has the code."""

    def __init__(self) -> None:
        super().__init__(_("The programme has a delegation with this code already."))


@transaction.atomic
def add_delegation(actor: Actor, programme: Programme, name: str, **fields: Any) -> Delegation:
    """`fields` are some of `FIELDS`. Raises `Refused`."""
    require_writer(actor)
    current = held(actor, programme)
    added = _saved(Delegation(desk=actor.desk, programme=current, name=name, **_known(fields)))
    parties = (added.organisation,) if added.organisation else ()
    enter(
        actor,
        current,
        DELEGATION,
        gettext_noop("Delegation added: %(name)s"),
        parties=parties,
        values={"name": name},
    )
    return added


@transaction.atomic
def change_delegation(
    actor: Actor, delegation: Delegation, field: str, value: Any, *, known: Any
) -> Delegation:
    """Give one of `FIELDS` another value. Raises `ChangedMeanwhile` unless it is still as `known`, and `Refused`."""
    require_writer(actor)
    current = visible_delegations(actor).select_for_update(of=("self",), no_key=True).get(pk=delegation.pk)
    if getattr(current, field) != known:
        raise ChangedMeanwhile(current)
    for name, given in _known({field: value}).items():
        setattr(current, name, given)
    return _saved(current)


@transaction.atomic
def remove_delegation(actor: Actor, delegation: Delegation) -> None:
    """It never was to come. Raises `Refused` once anything is planned for it; nothing is while it goes."""
    require_writer(actor)
    current = visible_delegations(actor).select_for_update(of=("self",)).get(pk=delegation.pk)
    planned = (current.movements, current.itinerary, current.duties, current.members, current.notes)
    if any(each.exists() for each in planned):
        raise Refused(
            _(
                "%(name)s has members, movements or duties. Cancel its movements instead, so that what was planned can still be read."
            )
            % {"name": current}
        )
    current.delete()
    told = gettext_noop("Delegation taken out: %(name)s")
    enter(actor, current.programme, DELEGATION, told, values={"name": delegation.name})


def _saved(delegation: Delegation) -> Delegation:
    def write() -> Delegation:
        delegation.save()
        return delegation

    return unless_taken(
        lambda: unless_taken(write, once="delegation_name_once", taken=NameTaken),
        once="delegation_code_once",
        taken=CodeTaken,
    )


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    unknown = fields.keys() - set(FIELDS)
    if unknown:
        raise ValueError(f"no such fields: {sorted(unknown)}")
    return fields
