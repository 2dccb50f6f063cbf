"""How every action on a programme begins and ends: it is held among those that the actor sees; the journal is told, in the desk's language."""

from collections.abc import Callable, Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.journal.actions.record import Line, record
from jembatan.platform.markings import Marking
from jembatan.programmes.models import Programme
from jembatan.programmes.queries.desk_words import in_their_words
from jembatan.programmes.queries.visible import visible_programmes

SOURCE = "programme"
OPENED = "programme.opened"
CHANGED = "programme.changed"
DELEGATION = "programme.delegation"
MOVEMENT = "programme.movement"
MOVEMENT_CHANGED = "programme.movement_changed"
DUTIES = "programme.duties"
OFFICER = "programme.officer"
FORGOTTEN = "programme.forgotten"
NOT_FORGOTTEN = "programme.not_forgotten"
DELETION = "programme.deletion"


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


def enter(
    actor: Actor,
    programme: Programme,
    kind: str,
    sentence: str | Promise,
    *,
    detail: str | Callable[[], str] = "",
    parties: Iterable[Organisation | Person] = (),
    source: tuple[str, int] | None = None,
    values: Mapping[str, object] | None = None,
) -> None:
    """The same, whoever acts, in whatever language: in the desk's, and by the programme's clocks.

    `sentence` is marked by `gettext_noop`, or lazy; `values` are what it names. What is itself worded, of these and as `detail`, is a function that says it.
    """
    with in_their_words(programme):
        told = {name: value() if callable(value) else value for name, value in (values or {}).items()}
        summary = (gettext(sentence) if isinstance(sentence, str) else str(sentence)) % told
        more = detail() if callable(detail) else detail
        tell(actor, programme, kind, summary, detail=more, parties=parties, source=source)
