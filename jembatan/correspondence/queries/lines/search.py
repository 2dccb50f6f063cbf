"""Lines to take in the search of the house and in the palette."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.lines.listing import lines_in, lines_with
from jembatan.correspondence.queries.lines.visible import Standing
from jembatan.platform.search.sources import Hit


class LineSource:
    """Topics, words and wordings of lines that are in use."""

    kind = "lines"
    label = _("Lines to take")
    icon = "quote"

    def find(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """By topic; a hit bears the marking of its line."""
        if not text.strip() or not lines_with(actor, text).exists():
            return []
        return [_hit(row) for row in lines_in(actor, text=text)[:limit]]


def _hit(row: Standing) -> Hit:
    return Hit(
        title=row.line.topic,
        subtitle=f";{row.line.word} · {row.state_told}",
        url=reverse("correspondence:line", args=[row.line.pk]),
        marking=row.line.marking,
        moment=row.current.cleared_at if row.current else None,
    )
