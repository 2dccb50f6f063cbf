"""Posts of a programme: what officers are wanted for."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.platform.unique import unless_taken
from jembatan.programmes.actions.changing import held
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.events import PostLeaving
from jembatan.programmes.models import Duty, DutyTemplate, Officer, Post, Programme


class PostTaken(Refused):
    """Another post has the name."""

    def __init__(self) -> None:
        super().__init__(_("The programme has a post of this name already."))


@transaction.atomic
def keep_post(actor: Actor, programme: Programme, *, post: Post | None = None, **fields: Any) -> Post:
    """A new one, or other values for one that there is. Raises `Refused`."""
    require_officer(actor)
    current = held(actor, programme)
    kept = post or Post(desk=actor.desk, programme=current)
    for name, value in fields.items():
        setattr(kept, name, value)

    def write() -> Post:
        kept.save()
        return kept

    return unless_taken(write, once="post_name_once", taken=PostTaken)


@transaction.atomic
def remove_post(actor: Actor, post: Post) -> None:
    """Nobody is wanted for it. Raises `Refused` where officers or duties have it, and where somebody who was told of it needs it (`PostLeaving`)."""
    require_officer(actor)
    held(actor, post.programme)
    Post.objects.select_for_update().filter(pk=post.pk).first()  # Nobody is given it while it goes.
    if any(model.objects.filter(post=post).exists() for model in (Officer, Duty, DutyTemplate)):
        raise Refused(
            _("Officers or duties have the post %(name)s. Give them another one first.") % {"name": post}
        )
    announce(PostLeaving(actor, post))
    post.delete()
