"""Which post applications are for: given another one by the desk; a post that calls and applications need stays."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import get_language, ngettext, ngettext_lazy
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.programmes.actions.refusals import Refused as PostStays
from jembatan.programmes.events import PostLeaving
from jembatan.programmes.models import Post
from jembatan.recruitment.actions.apply import check_age_of
from jembatan.recruitment.actions.decide import held
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.actions.told import DECIDED, tell_of_call
from jembatan.recruitment.models import Application, Call

type Posts = Mapping[int, int | None]
"""Posts by application; None for none."""


@transaction.atomic
def give_posts(actor: Actor, call: Call, wanted: Posts) -> Posts:
    """Those that are for another post; which they were for, for the way back. All or none. Officers keep the post that they have.

    Raises `Refused` for who is too young for the post.
    """
    require_officer(actor)
    rows = held(actor, call, wanted)
    posts = {post.pk: post for post in Post.objects.filter(programme=call.programme_id)}
    if not posts.keys() >= set(wanted.values()) - {None}:
        raise Refused(_("Choose a post of the programme."))
    changed = [row for row in rows if row.post_id != wanted[row.pk]]
    before = {row.pk: row.post_id for row in changed}
    for row in changed:
        row.post = posts.get(wanted[row.pk] or 0)
        check_age_of(row)
    Application.objects.bulk_update(changed, ["post"], batch_size=500)
    if changed:
        told = ngettext_lazy(
            "%(count)s application is for another post",
            "%(count)s applications are for another post",
            len(changed),
        )
        tell_of_call(actor, call, DECIDED, told, {"count": len(changed)})
    return before


def keep_what_is_needed(leaving: PostLeaving) -> None:
    """A post that calls look for, or applications are for, stays. Raises the `Refused` of programmes."""
    post, words = leaving.post, {"name": leaving.post}
    count = Application.objects.filter(post=post).count()
    if count:
        told = ngettext(
            "%(count)s application is for %(name)s. Give it another post on the list of applications first.",
            "%(count)s applications are for %(name)s. Give them another post on the list of applications first.",
            count,
        )
        raise PostStays(told % (words | {"count": count}))
    call = Call.objects.filter(posts=post).order_by("pk").first()
    if call is not None:
        title = call.title((get_language() or "id")[:2])
        told = _(
            "The call “%(title)s” looks for %(name)s. Press “Change the words” there and choose other posts first."
        )
        raise PostStays(told % (words | {"title": title}))
