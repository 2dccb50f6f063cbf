"""Opening a dossier, wording it, closing it and taking it up again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.changing import locked, tell
from jembatan.dossiers.events import Change
from jembatan.dossiers.models import Dossier, DossierMember
from jembatan.platform.access import require_officer, require_writer
from jembatan.platform.markings import LoweredMarking, Marking, is_lower
from jembatan.platform.unique import unless_taken

ONCE = "dossier_title_once"


class TitleTaken(ValueError):
    """Two dossiers of a desk never bear the same title."""

    def __str__(self) -> str:
        return _("This desk has a dossier with this title already. Choose another title.")


class ChangedMeanwhile(Exception):
    """Someone else has edited the dossier since it was opened for editing; `dossier` is what stands now."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier

    def __str__(self) -> str:
        return _("Someone changed this dossier in the meantime. Compare both versions and save again.")


@transaction.atomic
def open_dossier(
    actor: Actor,
    title: str,
    *,
    objective: str = "",
    marking: Marking = Marking.AMBER,
    restricted: bool = False,
) -> Dossier:
    """A new dossier; a restricted one names whoever opens it. Raises `TitleTaken`."""
    require_officer(actor) if restricted else require_writer(actor)
    dossier = Dossier(
        desk=actor.desk, title=title, objective=objective, marking=marking, restricted=restricted
    )
    unless_taken(dossier.save, once=ONCE, taken=TitleTaken)
    if restricted and actor.user:
        DossierMember.objects.create(desk=actor.desk, dossier=dossier, user=actor.user)
    tell(actor, dossier, Change.OPENED)
    return dossier


@transaction.atomic
def edit_dossier(
    actor: Actor,
    dossier: Dossier,
    *,
    title: str,
    objective: str,
    marking: Marking,
    version: int,
    confirmed: bool = False,
) -> Dossier:
    """New wording for the version that the editor had before them.

    Raises `ChangedMeanwhile`, `TitleTaken`, `LoweredMarking` unless `confirmed`.
    """
    require_writer(actor)
    current = locked(actor, dossier)
    if current.version != version:
        raise ChangedMeanwhile(current)
    if is_lower(marking, than=current.marking) and not confirmed:
        raise LoweredMarking
    current.title, current.objective, current.marking = title, objective, marking
    current.version += 1
    changed = ["title", "objective", "marking", "version"]
    unless_taken(lambda: current.save(update_fields=changed), once=ONCE, taken=TitleTaken)
    tell(actor, current, Change.EDITED)
    return current


@transaction.atomic
def close_dossier(actor: Actor, dossier: Dossier) -> Dossier:
    """Nothing more is expected; closing twice changes nothing."""
    require_officer(actor)
    current = locked(actor, dossier)
    if current.closed_at is None:
        current.closed_at = timezone.now()
        current.save(update_fields=["closed_at"])
        tell(actor, current, Change.CLOSED)
    return current


@transaction.atomic
def reopen_dossier(actor: Actor, dossier: Dossier) -> Dossier:
    """Take the matter up again; an open dossier stays as it is."""
    require_officer(actor)
    current = locked(actor, dossier)
    if current.closed_at is not None:
        current.closed_at = None
        current.save(update_fields=["closed_at"])
        tell(actor, current, Change.REOPENED)
    return current
