"""Finding notes. What has a source (a mail, a meeting) is found through the source itself, once."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.actor import Actor
from jembatan.journal.models.entry import NOTES, words_of_note
from jembatan.journal.queries.timeline import visible_entries
from jembatan.platform.search.sources import Hit
from jembatan.platform.search.text import best_matches, headlines


class NotesSource:
    """Notes and corrections that the actor may see."""

    kind = "notes"
    label: str | Promise = _("Notes")
    icon = "sticky-note"

    def find(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """The best, with the passage of the detail that answers."""
        notes = visible_entries(actor).filter(kind__in=NOTES)
        found = best_matches(notes, text, vector=words_of_note(), newest="-occurred_at", limit=limit)
        passages = headlines(notes, text, field="detail", pks=[note.pk for note in found if note.detail])
        return [
            Hit(
                title=note.summary,
                subtitle=note.actor_name,
                url=reverse("journal:entry", args=[note.pk]),
                marking=note.marking_today,
                moment=note.occurred_at,
                snippet=passages.get(note.pk, ""),
            )
            for note in found
        ]


NOTES_SOURCE = NotesSource()
