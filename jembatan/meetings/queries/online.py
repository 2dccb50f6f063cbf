"""Where an online meeting is joined."""

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.formats.joining import host_of, is_link, link_in
from jembatan.meetings.formats.link_template import (
    SAMPLE_SECRET,
    BadTemplate,
    Filling,
    TemplateFault,
    link_from,
)
from jembatan.meetings.models import LinkTemplate, Meeting


def join_link(meeting: Meeting) -> str:
    """Its link, or one to a known house that stands in its address or place; "" for a meeting that is off."""
    if meeting.is_cancelled:
        return ""
    link = meeting.join_url or link_in(meeting.url, meeting.location)
    return link if is_link(link) else ""


def join_host(meeting: Meeting) -> str:
    """Whom the link leads to, so that nobody presses it blindly."""
    link = join_link(meeting)
    return host_of(link) if link else ""


def link_template(actor: Actor) -> str:
    """The desk's; "" for none."""
    return LinkTemplate.objects.filter(desk=actor.desk).values_list("template", flat=True).first() or ""


def example_of(actor: Actor, template: str) -> str:
    """A link as the template makes it. Raises `BadTemplate`."""
    title = _("Example of a meeting")
    return link_from(template, Filling(title, "2026-01-31", actor.desk.slug, SAMPLE_SECRET))


def fault_text(bad: BadTemplate) -> str:
    """What is wrong with a template, in a sentence."""
    return {
        TemplateFault.TOO_LONG: _("The template is too long."),
        TemplateFault.NOT_HTTPS: _("The template has to begin with https://."),
        TemplateFault.NO_SECRET: _(
            "Without {secret} anybody could guess the links: put it into the template."
        ),
        TemplateFault.UNKNOWN: _("There is no placeholder {%(name)s}.") % {"name": bad.detail},
        TemplateFault.IN_HOST: _("Placeholders stand behind the name of the server, not in it."),
        TemplateFault.BROKEN: _("This template does not make a link."),
    }[bad.fault]
