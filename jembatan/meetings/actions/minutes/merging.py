"""One section's Yjs document, put together and added to."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from pycrdt import Doc, Text

from jembatan.meetings.formats.yjs import ROOT, Update, read_state
from jembatan.meetings.models import MinutesSection

LARGEST_DOCUMENT = 4 * 1024 * 1024


@dataclass(slots=True)
class Merged:
    """The document of a section as of its last update; `tail` counts the updates that its record does not hold yet."""

    section: MinutesSection
    shared: "Doc[Text]"
    tail: int
    added: int = 0

    @property
    def text(self) -> str:
        """What it says."""
        return str(self.shared.get(ROOT, type=Text))

    @property
    def clocks(self) -> dict[int, int]:
        """How much it holds of each client."""
        return read_state(self.shared.get_state())

    def content(self) -> bytes:
        """All of it, as one update."""
        return self.shared.get_update()

    def add(self, content: bytes, update: Update, *, longest: int) -> bool:
        """Merge an update that builds on it; whether that made a difference. Raises `ValidationError` and leaves it as it was."""
        before, text = self.clocks, self.text
        trial: Doc[Text] = Doc()
        trial.apply_update(self.content())
        _apply(trial, content)
        said = str(trial.get(ROOT, type=Text))
        clocks = read_state(trial.get_state())
        if any(clocks.get(run.client, 0) < run.end for run in update.added):
            raise ValidationError(_("Something that was written before this is missing."))
        if clocks == before and said == text:
            return False
        if len(said) > longest and len(said) > len(text):
            raise ValidationError(_("A section holds at most %(most)s characters.") % {"most": longest})
        self.shared = trial
        self.tail += 1
        self.added += 1
        return True


def merged(section: MinutesSection) -> Merged:
    """From the record: the document, and the updates since."""
    shared: Doc[Text] = Doc()
    if section.document:
        shared.apply_update(bytes(section.document))
    tail = 0
    for content in (
        section.updates.filter(number__gt=section.folded).order_by("number").values_list("content", flat=True)
    ):
        shared.apply_update(bytes(content))
        tail += 1
    return Merged(section, shared, tail)


def _apply(shared: "Doc[Text]", content: bytes) -> None:
    """The library panics on some bytes that no text box writes: its panics derive from nothing but `BaseException`."""
    try:
        shared.apply_update(content)
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise ValidationError(_("This is not what a text box writes.")) from error
