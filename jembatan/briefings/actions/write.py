"""Writing a part of a brief."""

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.hold import held
from jembatan.briefings.models import Brief, BriefPart, Part
from jembatan.briefings.queries.writing.title import parts_for
from jembatan.correspondence.actions.refusals import Refused
from jembatan.papers.actions.write import write, write_again
from jembatan.platform.access import require_writer


class NotForThem(Refused):
    """What the other side must not read has no place in their brief."""

    def __str__(self) -> str:
        return _("A brief for the other side has no such part.")


@transaction.atomic
def save_part(
    actor: Actor, brief: Brief, part: Part, text: str, *, version: int, editor: str = ""
) -> BriefPart:
    """The words for the version that the writer had before them (0: nothing was written). Raises `WrittenMeanwhile`, `NotForThem`."""
    require_writer(actor)
    current = held(actor, brief)
    if part not in parts_for(current.audience):
        raise NotForThem
    stands = current.parts.select_related("saved_by").filter(name=part).first()
    stands = stands or BriefPart(brief=current, name=part, version=0)
    return write(actor, stands, text, version=version, editor=editor)


@transaction.atomic
def restore_part(actor: Actor, brief: Brief, part: Part, *, version: int) -> BriefPart:
    """The words of an earlier version, as the newest one. Raises `DoesNotExist`."""
    require_writer(actor)
    return write_again(actor, held(actor, brief).parts.get(name=part), version=version)
