"""The lines that the field writes to the journal, in the desk's language."""

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.programmes.actions.changing import enter as enter_of_programme
from jembatan.programmes.models import Programme

INCIDENT = "field.incident"
CANNOT_COME = "field.cannot_come"
ACKNOWLEDGED = "field.acknowledged"
PHONE = "field.phone"
SETTLED = "field.settled"
CHECKED = "field.checked"
CLAIM = "field.claim"
LATE = "field.late"
DID_NOT_COME = "field.did_not_come"
HANDED_OVER = "field.handed_over"
LATENESS_SOURCE = "lateness"
HANDOVER_SOURCE = "handover"


def enter(
    actor: Actor,
    programme: Programme,
    kind: str,
    sentence: str,
    *,
    detail: str = "",
    about: Organisation | None = None,
    source: tuple[str, int] | None = None,
    **values: object,
) -> None:
    """Whoever acts, in whatever language: `sentence` is marked by `gettext_noop`, and `values` are what it names."""
    parties = [about] if about else []
    enter_of_programme(
        actor, programme, kind, sentence, detail=detail, parties=parties, source=source, values=values
    )
