"""Notes: what no other action records, and corrections of what was recorded."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.record import Line, record
from jembatan.journal.models import Entry
from jembatan.journal.models.entry import with_own_words
from jembatan.journal.queries.timeline import visible_entries
from jembatan.platform.access import require_writer
from jembatan.platform.markings import Marking


class EmptyNote(ValueError):
    """A note needs words."""

    def __str__(self) -> str:
        return _("Write a few words first.")


@transaction.atomic
def write_note(
    actor: Actor,
    text: str,
    *,
    parties: tuple[Person | Organisation, ...] = (),
    dossier: Dossier | None = None,
    occurred_at: datetime | None = None,
    marking: Marking = Marking.GREEN,
    as_written: str = "",
) -> Entry:
    """One line in the journal, by hand; `as_written` are the writer's own words where `text` tells them in others.

    Raises `EmptyNote`.
    """
    require_writer(actor)
    if not text.strip():
        raise EmptyNote
    summary, _newline, detail = text.strip().partition("\n")
    line = Line(
        kind="note",
        summary=summary,
        detail=with_own_words(
            detail.strip(), as_written.strip() if as_written.strip() != text.strip() else ""
        ),
        occurred_at=occurred_at,
        parties=parties,
        dossier=dossier,
        marking=marking,
    )
    return record(actor, line)


@transaction.atomic
def correct_entry(actor: Actor, entry: Entry, text: str) -> Entry:
    """A new entry that says how it was; the old one stays and points here. Raises `EmptyNote`.

    The correction keeps the old entry's moment, parties, source, dossier and marking, so that it stands beside it in every
    timeline and is seen by the same people, also when the source moves.
    """
    require_writer(actor)
    if not text.strip():
        raise EmptyNote
    old = visible_entries(actor).prefetch_related("parties").get(pk=entry.pk)
    summary, _newline, detail = text.strip().partition("\n")
    line = Line(
        kind="note.correction",
        summary=summary,
        detail=detail.strip(),
        occurred_at=old.occurred_at,
        precision=Entry.Precision(old.precision),
        parties=_parties_today(old),
        dossier=old.dossier_today,
        marking=old.marking_today,
        source=(old.source_kind, old.source_id) if old.source_id else None,
        corrects=old,
    )
    return record(actor, line)


def _parties_today(entry: Entry) -> list[Person | Organisation]:
    people = [party.person_id for party in entry.parties.all() if party.person_id]
    organisations = [party.organisation_id for party in entry.parties.all() if party.organisation_id]
    return [
        *Person.objects.filter(desk=entry.desk, pk__in=people),
        *Organisation.objects.filter(desk=entry.desk, pk__in=organisations),
    ]
