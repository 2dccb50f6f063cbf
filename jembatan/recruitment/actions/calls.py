"""Writing a call and its weights, and making it public. Its questions are in `questions.py`."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.programmes.actions.changing import held as held_programme
from jembatan.programmes.models import Delegation, Post, Programme
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.actions.scoring import rescore_all
from jembatan.recruitment.actions.told import CALLED, tell_of_call
from jembatan.recruitment.models import Call
from jembatan.recruitment.models.call import WEIGHTS
from jembatan.recruitment.queries.asked import Asked
from jembatan.recruitment.queries.visible import visible_calls

USUAL_QUESTIONS = (
    ("languages", "Languages you speak", "Bahasa yang Anda kuasai", True),
    ("long", "Why would you like to take part?", "Mengapa Anda ingin ikut serta?", True),
    ("file", "Curriculum vitae (PDF)", "Daftar riwayat hidup (PDF)", False),
)
FIELDS = (
    "title_en",
    "title_id",
    "text_en",
    "text_id",
    "consent_en",
    "consent_id",
    "opens",
    "closes",
    "daily_most",
    "keep_days",
    "own_country_conflicts",
)


@transaction.atomic
def write_call(
    actor: Actor,
    programme: Programme,
    values: Mapping[str, Any],
    *,
    posts: list[Post],
    welcome: Collection[Delegation] = (),
    call: Call | None = None,
) -> Call:
    """A new one with the usual questions, not yet public, or `call` worded anew, with what applications score then. Raises `Refused`.

    `welcome` are delegations for which people of their own country may work all the same.
    """
    require_officer(actor)
    place = held_programme(actor, programme)
    if values["closes"] < values["opens"]:
        raise Refused(_("The call closes before it opens. Change one of the days."))
    if not posts or any(post.programme_id != place.pk for post in posts):
        raise Refused(_("Choose at least one post of the programme."))
    if any(each.programme_id != place.pk for each in welcome):
        raise Refused(_("Choose a delegation of the programme."))
    written = held(actor, call) if call else Call(desk=actor.desk, programme=place)
    ruled = Asked.by(written) if call else None
    for name in FIELDS:
        setattr(written, name, values[name])
    written.save()
    written.posts.set(posts)
    written.own_country_welcome.set(welcome)
    if ruled is not None and ruled != Asked.by(written):
        rescore_all(written)
    if call is None:
        for position, (kind, english, indonesian, required) in enumerate(USUAL_QUESTIONS):
            written.questions.create(
                position=position, kind=kind, label_en=english, label_id=indonesian, required=required
            )
        tell_of_call(
            actor,
            written,
            CALLED,
            gettext_noop("Call written: %(title)s"),
            {"title": written.title(actor.desk.language)},
        )
    return written


@transaction.atomic
def publish(actor: Actor, call: Call, *, public: bool) -> Call:
    """On its days, whoever has the address sees it and may apply; or nobody does any more."""
    require_officer(actor)
    current = held(actor, call)
    if current.published != public:
        current.published = public
        current.save(update_fields=["published"])
        told = (
            gettext_noop("Call published: %(title)s")
            if public
            else gettext_noop("Call taken from the public: %(title)s")
        )
        tell_of_call(actor, current, CALLED, told, {"title": current.title(actor.desk.language)})
    return current


@transaction.atomic
def weigh(actor: Actor, call: Call, weights: Mapping[str, int]) -> Call:
    """What each part of the score counts, and every score anew. Raises `Refused`."""
    require_officer(actor)
    current = held(actor, call)
    if set(weights) != set(WEIGHTS) or sum(weights.values()) <= 0 or min(weights.values()) < 0:
        raise Refused(_("At least one part has to count, and none less than nothing."))
    current.weights = dict(weights)
    current.save(update_fields=["weights"])
    rescore_all(current)
    return current


def held(actor: Actor, call: Call) -> Call:
    """As it stands now, locked; `DoesNotExist` if the actor cannot see it."""
    return visible_calls(actor).select_for_update(of=("self",), no_key=True).get(pk=call.pk)
