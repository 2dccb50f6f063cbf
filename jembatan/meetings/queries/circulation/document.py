"""A version of minutes as a document, for paper."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.meetings.models import MinutesAttendee, MinutesVersion
from jembatan.meetings.queries.circulation.content import Content
from jembatan.meetings.queries.outcomes.printed import action_line, decision_line
from jembatan.platform.documents.model import Document, Line, Section, Words
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text, moment_text

Was = MinutesAttendee.Was


def document_of(version: MinutesVersion) -> Document:
    """In the language and zone of the desk; it says its fingerprint, and when it was agreed."""
    desk, content = version.desk, version.content
    with translation.override(desk.language), timezone.override(ZoneInfo(desk.time_zone)):
        facts = [(_("Version"), str(version.number)), (_("Fingerprint"), version.fingerprint)]
        if version.agreed_at is not None:
            facts.insert(0, (_("Agreed"), f"{moment_text(version.agreed_at)} · {version.get_how_display()}"))
        made_at = version.agreed_at or version.circulated_at
        return Document(
            title=_("Minutes: %(title)s") % {"title": content["title"]},
            subtitle=" · ".join(part for part in (when_of(content), content["location"]) if part),
            language=desk.language,
            made_at=made_at,
            made=f"{desk.organisation_name or desk.name} · {moment_text(made_at)}",
            words=Words(sources=_("Sources"), page=_("Page"), of=_("of")),
            sections=(
                Section(_("Taking part"), tuple(_attendance(content)), _("Nobody is named yet.")),
                *(_section(each) for each in content["sections"]),
                Section(_("This document"), tuple(Line(text, label=label) for label, text in facts)),
            ),
            least_marking=Marking(version.marking),
        )


def when_of(content: Content) -> str:
    """The beginning, on the clock in force."""
    return moment_text(datetime.fromisoformat(content["starts_at"]))


def due_of(action: dict[str, Any]) -> str:
    """ "5 Mar 2027", or ""."""
    return day_text(date.fromisoformat(action["due"])) if action["due"] else ""


def _attendance(content: Content) -> Iterator[Line]:
    for each in content["attendance"]:
        was = str(Was(each["was"]).label) if each["was"] else ""
        instead = _("instead of %(name)s") % {"name": each["instead_of"]} if each["instead_of"] else ""
        detail = " · ".join(part for part in (each["organisation"], instead) if part)
        yield Line(each["name"], label=was, detail=detail)


def _section(section: dict[str, Any]) -> Section:
    lines = [Line(text.strip()) for text in section["text"].split("\n") if text.strip()]
    lines += [decision_line(each["text"]) for each in section["decisions"]]
    for each in section["actions"]:
        lines.append(action_line(each["text"], each["owner"], due_of(each)))
    return Section(section["title"] or _("The meeting"), tuple(lines), _("Nothing was written down."))
