"""Meeting online: the desk's template, and the link of a meeting."""

import secrets

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.formats.link_template import BadTemplate, Filling, check_template, link_from
from jembatan.meetings.models import LinkTemplate, Meeting
from jembatan.meetings.queries.online import fault_text, link_template
from jembatan.platform.access import require_head

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
SECRET_LENGTH = 20


@transaction.atomic
def set_link_template(actor: Actor, template: str) -> None:
    """ "" for none. Links that were made stay. Raises `ValidationError` with a sentence."""
    require_head(actor)
    template = template.strip()
    if template:
        template = "https://" + template[8:] if template.lower().startswith("https://") else template
        try:
            check_template(template)
        except BadTemplate as bad:
            raise ValidationError(fault_text(bad)) from bad
    LinkTemplate.objects.update_or_create(desk=actor.desk, defaults={"template": template})


def make_link(actor: Actor, meeting: Meeting, *, version: int) -> Meeting:
    """A new link that nobody can guess, told to those whom we have invited. Raises as `change_meeting` does."""
    link = new_link(actor, meeting)
    return change_meeting(actor, meeting, "join_url", link, version=version)


def new_link(actor: Actor, meeting: Meeting) -> str:
    """By the desk's template. Raises `ValidationError` where there is none."""
    template = link_template(actor)
    if not template:
        raise ValidationError(_("The desk has no template for links: paste a link, or ask the head."))
    secret = "".join(secrets.choice(ALPHABET) for _each in range(SECRET_LENGTH))
    day = timezone.localdate(meeting.begins).isoformat()
    return link_from(template, Filling(meeting.title, day, actor.desk.slug, secret))
