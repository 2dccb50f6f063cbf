"""An import is one line of the journal, and so is taking it back."""

from django.utils import translation
from django.utils.translation import ngettext

from jembatan.journal.actions.activity import reckon_activity
from jembatan.journal.actions.record import Line, record
from jembatan.journal.models import Entry, Retraction
from jembatan.platform.imports.events import BatchCommitted, BatchRolledBack


def record_import(event: BatchCommitted) -> None:
    """Says what was imported and its accounts, in the desk's language."""
    batch = event.batch
    with translation.override(event.actor.desk.language):
        summary = ngettext(
            "Imported %(label)s: %(read)d item read; %(filed)d filed, %(updated)d updated, "
            "%(duplicates)d duplicates, %(quarantined)d set aside.",
            "Imported %(label)s: %(read)d items read; %(filed)d filed, %(updated)d updated, "
            "%(duplicates)d duplicates, %(quarantined)d set aside.",
            batch.read,
        ) % {
            "label": batch.label,
            "read": batch.read,
            "filed": batch.filed,
            "updated": batch.updated,
            "duplicates": batch.duplicates,
            "quarantined": batch.quarantined,
        }
    record(event.actor, Line(kind="import.done", summary=summary, source=("import", batch.pk)))


def retract_import(event: BatchRolledBack) -> None:
    """Hides every entry of the batch recorded so far, and says so; what it told of parties is forgotten."""
    with translation.override(event.actor.desk.language):
        summary = ngettext(
            "Took back the import %(label)s: %(removed)d record removed, %(kept)d kept because people changed them.",
            "Took back the import %(label)s: %(removed)d records removed, %(kept)d kept because people changed them.",
            event.removed,
        ) % {"label": event.batch.label, "removed": event.removed, "kept": event.kept}
    line = Line(kind="import.rolled_back", summary=summary, source=("import", event.batch.pk))
    Retraction.objects.create(import_batch=event.batch.pk, entry=record(event.actor, line))
    reckon_activity(event.actor.desk, Entry.objects.filter(import_batch=event.batch.pk))
