"""A partner's link by mail: a letter among the drafts, by the way that whoever keeps those registers. Nothing leaves by itself."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.queries.reached_at import reached_at
from jembatan.dossiers.actions.changing import locked
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.models import FollowUp
from jembatan.dossiers.queries.follow_up import is_good, link_of, to, visible_follow_ups
from jembatan.dossiers.queries.follow_up_letter import subject_of, text_of
from jembatan.platform.access import require_officer


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerLetter:
    """`receiver` is a name and an address, None where none is known; `text` holds `link`. Whoever sees `about` sees the letter."""

    receiver: tuple[str, str] | None
    subject: str
    text: str
    link: str
    about: FollowUp


type Drafting = Callable[[Actor, PartnerLetter], str]

_registered: list[Drafting] = []


def register_drafting(drafting: Drafting) -> None:
    """There is one: it puts the letter among the drafts, inside the caller's transaction, and says at which address it is read."""
    _registered[:] = [drafting]


@transaction.atomic
def mail_follow_up(actor: Actor, follow_up: FollowUp) -> str:
    """The address of the draft: while a letter with this link is still being written, that one. Raises `Refused` for a link that shows nothing."""
    require_officer(actor)
    locked(actor, follow_up.dossier)
    current = visible_follow_ups(actor).get(pk=follow_up.pk)
    if not is_good(to(current), current):
        raise Refused(_("This link is closed or over. Give a new one."))
    letter = PartnerLetter(
        receiver=reached_at(current.party),
        subject=subject_of(current),
        text=text_of(current),
        link=link_of(current),
        about=current,
    )
    return _registered[0](actor, letter)
