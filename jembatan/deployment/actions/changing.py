"""How every action on a roster begins and ends: it is held among those that the actor sees; the journal and open pages are told."""

from collections.abc import Callable, Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.models import Roster
from jembatan.deployment.queries.visible import visible_rosters
from jembatan.directory.models import Organisation
from jembatan.platform.live import news
from jembatan.programmes.actions.changing import enter as enter_of_programme
from jembatan.programmes.models import Programme

SOURCE = "roster"
TOPIC = "roster"
PUBLISHED = "roster.published"
CHANGED = "roster.changed"
OVERRIDDEN = "roster.overridden"
REPLACED = "roster.replaced"
TAKEN_BACK = "roster.taken_back"
TAKEN = "roster.taken"
BROADCAST = "roster.broadcast"
MADE = "roster.made"
STANDBY = "roster.standby"


def held(actor: Actor, roster: Roster, *, to_go: bool = False) -> Roster:
    """As it stands now, locked until the transaction ends; `to_go`: nothing is written for it meanwhile.

    Raises `Refused` for one that was replaced; `DoesNotExist` if the actor cannot see it.
    """
    current = visible_rosters(actor).select_for_update(of=("self",), no_key=not to_go).get(pk=roster.pk)
    if not current.may_change:
        raise Refused(_("This roster was replaced by a newer one. Change that one."))
    return current


def enter(
    actor: Actor,
    programme: Programme,
    kind: str,
    sentence: str | Promise,
    *,
    detail: str | Callable[[], str] = "",
    roster: Roster | None = None,
    parties: Iterable[Organisation] = (),
    values: Mapping[str, object] | None = None,
) -> None:
    """A line of the programme's dossier, at its marking; the words as there."""
    source = (SOURCE, roster.pk) if roster else None
    enter_of_programme(
        actor, programme, kind, sentence, detail=detail, parties=parties, source=source, values=values
    )


def tell_pages(actor: Actor, roster: Roster) -> None:
    """Open boards show it anew."""
    news.tell(roster.desk_id, TOPIC, [roster.pk], by=actor.user.pk if actor.user else None)
