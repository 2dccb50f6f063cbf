"""What a part is called: those who read it on the other side are not told that other parts exist."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jembatan.briefings.models import FOR_THEM, Audience, Part

FOR_THEM_CALLED: dict[Part, Promise] = {
    Part.PURPOSE: _("Purpose"),
    Part.CERTAIN: _("Points to discuss"),
}


def title_of(part: Part, audience: str) -> str:
    """In the language in force."""
    if audience == Audience.THEIRS and part in FOR_THEM_CALLED:
        return str(FOR_THEM_CALLED[part])
    return str(part.label)


def parts_for(audience: str) -> list[Part]:
    """Those that a brief for this audience may hold, in the order in which they are written."""
    return [part for part in Part if audience == Audience.OURS or part in FOR_THEM]
