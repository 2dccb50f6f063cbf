"""The position that was changed on a telephone, which knows one and no days."""

from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.positions import (
    PositionFacts,
    add_position,
    change_position,
    end_position,
)
from jembatan.directory.formats.contact import Post
from jembatan.directory.formats.names import name_folded
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.export import first_post
from jembatan.directory.queries.visible import visible_organisations


def keep_post(actor: Actor, person: Person, post: Post | None) -> None:
    """Another title corrects the position; another organisation ends it and begins one there; none ends it."""
    if post is None:
        return
    held = first_post(actor, person)
    if not post.organisation:
        if post.title:
            raise ValidationError(_("A position needs an organisation. Write where the person works."))
        if held is not None:
            end_position(actor, held)
        return
    organisation = _organisation(actor, post.organisation)
    if held is not None and held.organisation_id == organisation.pk:
        facts = PositionFacts(title=post.title, unit=post.unit, since=held.since, until=held.until)
        change_position(actor, held, facts, version=held.version)
        return
    if held is not None:
        end_position(actor, held)
    add_position(actor, person, organisation, PositionFacts(title=post.title, unit=post.unit))


def _organisation(actor: Actor, name: str) -> Organisation:
    """The one of that name that was last active, else a new one."""
    same = visible_organisations(actor).filter(name_folded=name_folded(name))
    found = same.order_by(F("last_active_at").desc(nulls_last=True), "id").first()
    return found or add_organisation(actor, name)
