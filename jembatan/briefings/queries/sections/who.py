"""Who they are: the organisation, who of us answers for it, and how it is reached."""

from collections.abc import Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jembatan.briefings.queries.request import BriefRequest
from jembatan.directory.formats.places import country_name
from jembatan.directory.models import ContactPoint, Counterpart, Organisation
from jembatan.platform.documents.model import Line, Section
from jembatan.platform.markings import Marking


def who_they_are(request: BriefRequest) -> Sequence[Section]:
    """A section an organisation."""
    return [_section(request, organisation) for organisation in request.organisations]


def _section(request: BriefRequest, organisation: Organisation) -> Section:
    sources = (request.directory_source(organisation),)
    marking = Marking(organisation.marking)
    facts = [(label, text) for label, text in _facts(organisation) if text]
    lines = tuple(Line(text, label=label, sources=sources, marking=marking) for label, text in facts)
    title = _("Who they are: %(name)s") % {"name": organisation}
    return Section(title, lines, _("The directory holds nothing but the name."))


def _facts(organisation: Organisation) -> list[tuple[str, str]]:
    names = [organisation.short_name, organisation.native_name]
    points = ContactPoint.objects.filter(organisation=organisation).order_by("-preferred", "kind", "id")
    return [
        (_("Also called"), " · ".join(name for name in names if name)),
        (_("Kind"), organisation.get_kind_display()),
        (_("Part of"), str(organisation.parent) if organisation.parent else ""),
        (_("Country"), country_name(organisation.country, get_language() or "en")),
        (_("Time zone"), organisation.time_zone),
        (_("Languages"), ", ".join(organisation.languages)),
        (_("Ours for them"), counterpart_of(organisation)),
        *((point.label or point.get_kind_display(), point.value) for point in points),
        (_("Note"), organisation.note),
    ]


def counterpart_of(organisation: Organisation) -> str:
    """Lead and deputy; "" where nobody is named."""
    found = Counterpart.objects.filter(organisation=organisation).select_related("lead", "deputy").first()
    if found is None:
        return ""
    if found.deputy is None:
        return _("%(lead)s (lead)") % {"lead": found.lead}
    return _("%(lead)s (lead), %(deputy)s (deputy)") % {"lead": found.lead, "deputy": found.deputy}
