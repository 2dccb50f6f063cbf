"""A part of the minutes: of the meeting as a whole, or of one point of its agenda."""

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from jembatan.meetings.models.agenda import AgendaItem
from jembatan.meetings.models.minutes.closing import only_while_writing
from jembatan.meetings.models.minutes.minutes import Minutes
from jembatan.meetings.models.text_index import words_of_text

LONGEST_TEXT = 100_000  # what a text box takes; several at once may come to more, and that is kept
MOST_TEXT = 10 * LONGEST_TEXT


class MinutesSection(models.Model):
    """`text` is what it says as of the last update; without an `item` it is of the meeting as a whole.

    `document` is its Yjs document as of update `folded`: together with the updates after that it says how the text came about, and
    merges with what others wrote meanwhile. A point that is taken out of the agenda keeps its section.
    """

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="sections")
    item = models.ForeignKey(
        AgendaItem, on_delete=models.CASCADE, null=True, blank=True, related_name="sections"
    )
    text = models.TextField(blank=True)
    document = models.BinaryField(default=bytes)
    folded = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "item"], name="minutes_section_once", nulls_distinct=False
            ),
        ]
        indexes = [GinIndex(words_of_text(), name="minutes_section_words")]
        triggers = [
            only_while_writing(
                "minutes_text_stands",
                unchanged="(OLD.minutes_id, OLD.item_id, OLD.text) IS NOT DISTINCT FROM (NEW.minutes_id, NEW.item_id, NEW.text)",
            ),
            pgtrigger.Protect(
                name="minutes_text_stays",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Condition("OLD.text <> ''"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.item or self.minutes)

    @property
    def stands_on_agenda(self) -> bool:
        """Its point has not been taken out."""
        return self.item is not None and self.item.position is not None
