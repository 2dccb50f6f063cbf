"""What belongs into each part, in a sentence for whoever writes."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jembatan.briefings.models import Part

HINTS: dict[Part, Promise] = {
    Part.PURPOSE: _("What the meeting is for, and what has to be reached."),
    Part.CERTAIN: _("A row is a point."),
    Part.POSSIBLE: _("Points that are raised if there is time, or if they begin. A row is a point."),
    Part.IF_ASKED: _(
        "A question that ends with a question mark, below it the answer; an empty row between two."
    ),
    Part.SAY: _("Beside the lines to take, which stand below by themselves."),
    Part.NEVER: _("It never stands in a brief for the other side."),
    Part.OURS: _("What they may remind us of."),
    Part.THEIRS: _("What we may remind them of."),
    Part.COURTESY: _("Greetings, seating, gifts, dress, food, days not to choose."),
    Part.LOGISTICS: _("Way, entrance, papers, interpreter, who waits where."),
    Part.SPEECH: _("Word by word, for the podium; an empty row between two paragraphs."),
}
