"""A desk's pattern for links to online meetings: `https://meet.example/{slug}-{secret}`."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from django.utils.text import slugify

from jembatan.meetings.formats.joining import is_link

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
LONGEST_TEMPLATE = 500
LONGEST_SLUG = 40
LEAST_SECRET = 16
SAMPLE_SECRET = "k7q2m9x4w8n3p5t6v2za"


class TemplateFault(StrEnum):
    """What is wrong with a template."""

    TOO_LONG = "too long"
    NOT_HTTPS = "not https"
    NO_SECRET = "no secret"
    UNKNOWN = "unknown placeholder"
    IN_HOST = "placeholder in the host"
    BROKEN = "broken"


class BadTemplate(ValueError):
    """The template cannot be used; `detail` names the placeholder that nobody knows."""

    def __init__(self, fault: TemplateFault, detail: str = "") -> None:
        super().__init__(fault)
        self.fault, self.detail = fault, detail


@dataclass(frozen=True, slots=True)
class Filling:
    """What the placeholders stand for in one link."""

    title: str
    day: str
    desk: str
    secret: str


def check_template(template: str) -> None:
    """Raises `BadTemplate`. Placeholders stand behind the host, and the secret is among them: nobody can guess the link."""
    if len(template) > LONGEST_TEMPLATE:
        raise BadTemplate(TemplateFault.TOO_LONG)
    if not template.lower().startswith("https://"):
        raise BadTemplate(TemplateFault.NOT_HTTPS)
    names = PLACEHOLDER.findall(template)
    for name in names:
        if name not in {"slug", "secret", "day", "desk"}:
            raise BadTemplate(TemplateFault.UNKNOWN, name)
    if "secret" not in names:
        raise BadTemplate(TemplateFault.NO_SECRET)
    try:
        host = urlsplit(template).netloc
    except ValueError as error:
        raise BadTemplate(TemplateFault.BROKEN) from error
    if "{" in host or "}" in host:
        raise BadTemplate(TemplateFault.IN_HOST)
    if not is_link(_filled(template, Filling("Rapat", "2026-01-01", "desk", SAMPLE_SECRET))):
        raise BadTemplate(TemplateFault.BROKEN)


def link_from(template: str, filling: Filling) -> str:
    """The link of one meeting. Raises `BadTemplate`, and `ValueError` for a secret that can be guessed."""
    check_template(template)
    if len(filling.secret) < LEAST_SECRET:
        raise ValueError("secret too short")
    return _filled(template, filling)


def _filled(template: str, filling: Filling) -> str:
    values = {
        "slug": slugify(filling.title)[:LONGEST_SLUG].strip("-") or "rapat",
        "secret": filling.secret,
        "day": filling.day,
        "desk": slugify(filling.desk)[:LONGEST_SLUG].strip("-") or "meja",
    }
    return PLACEHOLDER.sub(lambda found: values[found[1]], template)
