"""Biographies of those who take part, as the directory notes them."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from jembatan.briefings.queries.request import BriefRequest
from jembatan.briefings.queries.sections.people import attending
from jembatan.platform.documents.model import Line, Section
from jembatan.platform.markings import Marking


def biographies(request: BriefRequest) -> Sequence[Section]:
    """For a meeting; nothing where the directory has no note on anybody."""
    lines = tuple(
        Line(
            " ".join(person.note.split()),
            label=person.formal_name,
            sources=(request.directory_source(person),),
            marking=Marking(person.marking),
        )
        for person in attending(request).values()
        if person.note.strip()
    )
    return [Section(_("Biographies"), lines)] if lines else []
