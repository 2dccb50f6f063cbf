"""The handover pack as a document."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.briefings.queries.handover.conversations import conversations, requests_waiting
from jembatan.briefings.queries.handover.known import known_of_them
from jembatan.briefings.queries.handover.matters import dossiers, lines_to_take, meetings_to_come
from jembatan.briefings.queries.handover.promises import promises_open
from jembatan.briefings.queries.handover.scope import Scope, Subject, partners_of, seen_by_both
from jembatan.briefings.queries.request import BriefRequest
from jembatan.briefings.queries.sections.people import people_today
from jembatan.briefings.queries.sections.who import counterpart_of
from jembatan.dossiers.models import Dossier
from jembatan.platform.documents.model import Document, Line, Section, Words
from jembatan.platform.markings import Marking, highest
from jembatan.platform.ui.moments import moment_text


def compose_handover(
    giver: Actor, taker: Actor, subject: Subject, *, language: str, site: str, zone: ZoneInfo | None = None
) -> Document:
    """In `language`, with times in `zone` (the desk's if None): only what both may see. `site` as for a brief."""
    with translation.override(language), timezone.override(zone or ZoneInfo(giver.desk.time_zone)):
        reader = seen_by_both(giver, taker)
        now = timezone.now()
        scope = Scope(
            reader=reader,
            subject=subject,
            organisations=partners_of(reader, subject),
            now=now,
            site=site,
        )
        least = [subject.marking] if isinstance(subject, Dossier) else []
        return Document(
            title=_("Handover: %(subject)s") % {"subject": subject},
            subtitle=_("for %(name)s") % {"name": taker.name},
            language=language,
            made_at=now,
            made=_("%(desk)s · %(name)s · %(moment)s")
            % {"desk": giver.desk, "name": giver.name, "moment": moment_text(now)},
            words=Words(sources=_("Sources"), page=_("Page"), of=_("of")),
            sections=tuple(_sections(scope)),
            least_marking=highest([Marking.GREEN, *least]),
        )


def _sections(scope: Scope) -> Sequence[Section]:
    """What is urgent first."""
    return [
        *conversations(scope),
        *requests_waiting(scope),
        *promises_open(scope),
        *meetings_to_come(scope),
        *known_of_them(scope),
        *dossiers(scope),
        *lines_to_take(scope),
        *_partners(scope),
    ]


def _partners(scope: Scope) -> Sequence[Section]:
    """Who answers for each partner today, and the people there with their forms of address."""
    request = BriefRequest(
        actor=scope.reader, organisations=scope.organisations, meeting=None, now=scope.now, site=scope.site
    )
    lines = tuple(
        Line(
            str(organisation),
            detail=counterpart_of(organisation),
            sources=(request.directory_source(organisation),),
            marking=Marking(organisation.marking),
        )
        for organisation in scope.organisations
    )
    return [Section(_("Partners"), lines, _("No partner is named.")), *people_today(request)]
