"""From addresses to `Sender` rows: one query for those the desk knows, one for whom the directory knows, one COPY."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection

from jembatan.accounts.models import Desk
from jembatan.accounts.queries.ourselves import Ourselves
from jembatan.correspondence.actions.filing.copying import copy_rows, reserve_ids
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.reading import Reading
from jembatan.correspondence.models import Sender
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.address_book import parties_by_email

REMEMBERED = 20_000
COLUMNS = (
    "id", "desk_id", "email", "name", "person_id", "organisation_id", "state", "wrote", "reason", "before", "import_batch",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Correspondent:
    """A sender's row and whom the directory knows behind it."""

    pk: int
    person_id: int | None
    organisation_id: int | None


@dataclass(slots=True)
class Correspondents:
    """Everyone that a run meets. What it remembers between chunks is bounded, so a large mailbox needs no more memory."""

    desk: Desk
    us: Ourselves
    batch_id: int | None
    known: dict[str, Correspondent] = field(default_factory=dict)
    unclaimed: list[int] = field(default_factory=list)
    parties: dict[tuple[type, int], Person | Organisation] = field(default_factory=dict)

    def meet(self, readings: Iterable[Reading]) -> None:
        """Make every address of these messages known, and add to what each has written."""
        readings = list(readings)
        if len(self.known) > REMEMBERED:
            self.forget()
        names = _names(readings)
        self._recall(names.keys() - self.known.keys())
        self._add({email: names[email] for email in names.keys() - self.known.keys()})
        self._load_parties()
        self._note_writing(readings)

    def forget(self) -> None:
        """Drop what is remembered: the rows may have been rolled back."""
        self.known.clear()
        self.unclaimed.clear()
        self.parties.clear()

    def take_unclaimed(self) -> list[int]:
        """Those whom this run met first since this was asked, and who have become ours without anybody having counted their mail anew."""
        found, self.unclaimed = self.unclaimed, []
        return found

    def of(self, email: str) -> Correspondent | None:
        """The correspondent at an address that was met; None for no address."""
        return self.known.get(email)

    def party(self, kind: type[Person | Organisation], pk: int | None) -> Person | Organisation | None:
        """Whom the directory knows, with no more than an id and a name."""
        return self.parties.get((kind, pk)) if pk else None

    def _recall(self, emails: Iterable[str]) -> None:
        rows = Sender.objects.filter(desk=self.desk, email__among=emails)
        columns = ("email", "pk", "person_id", "organisation_id", "state")
        for email, pk, person_id, organisation_id, state in rows.values_list(*columns):
            self.known[email] = Correspondent(pk, person_id, organisation_id)
            if state != Sender.State.OURS and email in self.us:
                self.unclaimed.append(pk)

    def _add(self, names: dict[str, str]) -> None:
        """Whoever is neither ours nor a person of the directory waits in the screener."""
        if not names:
            return
        behind = parties_by_email(self.desk, names.keys())
        rows = []
        for pk, (email, name) in zip(reserve_ids(Sender, len(names)), names.items(), strict=True):
            person_id, organisation_id = behind[email]
            state = Sender.State.KNOWN if person_id else Sender.State.WAITING
            if email in self.us:
                state = Sender.State.OURS
            self.known[email] = Correspondent(pk, person_id, organisation_id)
            rows.append(
                (
                    pk,
                    self.desk.pk,
                    email,
                    name,
                    person_id,
                    organisation_id,
                    state.value,
                    0,
                    "",
                    "{}",
                    self.batch_id,
                )
            )
        copy_rows(Sender, COLUMNS, rows)

    def _load_parties(self) -> None:
        for kind, attribute, name in (
            (Person, "person_id", "full_name"),
            (Organisation, "organisation_id", "name"),
        ):
            wanted = {getattr(each, attribute) for each in self.known.values()} - {None}
            missing = [pk for pk in wanted if (kind, pk) not in self.parties]
            if missing:
                for party in kind._default_manager.filter(pk__among=missing).only("pk", name):
                    self.parties[kind, party.pk] = party

    def _note_writing(self, readings: list[Reading]) -> None:
        """`wrote`, `first_at` and `last_at` of the authors."""
        written: dict[int, list[datetime | None]] = {}
        for reading in readings:
            author = self.of(reading.sender.email)
            if author:
                written.setdefault(author.pk, []).append(reading.sent_at)
        rows = [
            (
                pk,
                len(moments),
                min(filter(None, moments), default=None),
                max(filter(None, moments), default=None),
            )
            for pk, moments in sorted(written.items())
        ]
        if rows:
            with connection.cursor() as cursor:
                cursor.execute(NOTE_WRITING, [list(column) for column in zip(*rows, strict=True)])


def _names(readings: Iterable[Reading]) -> dict[str, str]:
    """Every address with the longest name that is given to it."""
    names: dict[str, str] = {}
    for reading in readings:
        for address in (reading.sender, *(address for _field, address in reading.recipients)):
            if address.email:
                names[address.email] = max(names.get(address.email, ""), _name(address), key=len)
    return names


def _name(address: Address) -> str:
    return "" if "@" in address.name else address.name[:300]


NOTE_WRITING = f"""
    UPDATE {Sender._meta.db_table} AS sender
    SET wrote = sender.wrote + new.wrote, first_at = LEAST(sender.first_at, new.first_at),
        last_at = GREATEST(sender.last_at, new.last_at)
    FROM unnest(%s::bigint[], %s::int[], %s::timestamptz[], %s::timestamptz[]) AS new (id, wrote, first_at, last_at)
    WHERE sender.id = new.id
"""
