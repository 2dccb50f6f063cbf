"""How every action on a programme begins and ends: it is held among those that the actor sees; the journal is told."""

from collections.abc import Iterable

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.journal.actions.record import Line, record
from jembatan.platform.markings import Marking
from jembatan.programmes.models import Programme
from jembatan.programmes.queries.visible import visible_programmes

SOURCE = "programme"
OPENED = "programme.opened"
CHANGED = "programme.changed"
DELEGATION = "programme.delegation"
MOVEMENT = "programme.movement"
MOVEMENT_CHANGED = "programme.movement_changed"
DUTIES = "programme.duties"
OFFICER = "programme.officer"


def held(actor: Actor, programme: Programme) -> Programme:
    """As it stands now, locked until the transaction ends, before anything of it; `DoesNotExist` if the actor cannot see it.

    What belongs to it may be written meanwhile: locks that others' foreign keys wait for are for what is removed.
    """
    return visible_programmes(actor).select_for_update(of=("self",), no_key=True).get(pk=programme.pk)


def tell(
    actor: Actor,
    programme: Programme,
    kind: str,
    summary: str,
    *,
    detail: str = "",
    parties: Iterable[Organisation | Person] = (),
    source: tuple[str, int] | None = None,
) -> None:
    """A line of the programme's dossier, at its marking; seen by whoever sees the dossier."""
    line = Line(
        kind=kind,
        summary=summary,
        detail=detail,
        parties=tuple(parties),
        dossier=programme.dossier,
        marking=Marking(programme.marking),
        source=source or (SOURCE, programme.pk),
    )
    record(actor, line)
