"""What of a negotiation may be shared: issues, options, agreed points. No weight, no limit, no interest, no offer."""

from datetime import datetime

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.negotiation.queries.sheet import Sheet
from jembatan.platform.documents.model import Document, Line, Section, Words
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text


def stripped(sheet: Sheet, *, marking: Marking, language: str, now: datetime | None = None) -> Document:
    """A document of its own, at the marking that it is shared at."""
    now = now or timezone.now()
    with translation.override(language):
        agreed = tuple(
            Line(text=sheet.agreed[issue.pk].option.name, label=issue.name)
            for issue in sheet.issues
            if issue.pk in sheet.agreed
        )
        open_issues = tuple(
            Line(text=" · ".join(option.name for option in sheet.options[issue.pk]), label=issue.name)
            for issue in sheet.issues
            if issue.pk not in sheet.agreed
        )
        return Document(
            title=sheet.negotiation.title,
            language=language,
            made_at=now,
            made=_("As of %(day)s") % {"day": day_text(now)},
            words=Words(_("Sources"), _("Page"), _("of")),
            subtitle=", ".join(party.name for party in sheet.parties),
            sections=(
                Section(_("Agreed"), agreed, _("Nothing is agreed yet.")),
                Section(_("Still open"), open_issues, _("Everything is agreed.")),
            ),
            least_marking=marking,
        )
