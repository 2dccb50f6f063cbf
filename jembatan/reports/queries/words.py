"""What officers have written into a report, as lines of its sections."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from jembatan.papers.queries.words import Words
from jembatan.platform.documents.model import Line, Source
from jembatan.platform.ui.moments import moment_text
from jembatan.reports.models import Part

type Written = Mapping[str, Words]


def written_lines(written: Written, part: Part) -> tuple[Line, ...]:
    """A line for each paragraph, whose source is whoever has written it; none where nothing is written."""
    words = written.get(part)
    if words is None:
        return ()
    source = Source(_("Written"), words.author or _("the desk"), moment_text(words.saved_at), words.address)
    paragraphs = [text.strip() for text in words.text.replace("\r\n", "\n").split("\n\n")]
    return tuple(Line(text, sources=(source,)) for text in paragraphs if text)
