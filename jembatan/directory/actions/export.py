"""Let the directory out of the house in a file."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.directory.events import DirectoryExported
from jembatan.directory.formats.contact import Contact
from jembatan.directory.formats.tables_writer import write_csv, write_xlsx
from jembatan.directory.formats.vcard_writer import write_cards
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.browse import Filters, organisations_within, people_within
from jembatan.directory.queries.export import marking_of, organisations_as_contacts, people_as_contacts
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.platform.markings import Marking

Format = Literal["vcf", "csv", "xlsx"]
BLOCK = 64 * 1024


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """Its name bears the marking; `content` is read once, piece by piece."""

    name: str
    marking: Marking
    count: int
    content: Iterator[bytes]


def export_parties(
    actor: Actor,
    kind: type[Person] | type[Organisation],
    filters: Filters,
    *,
    file_format: Format,
    language: str = "en",
    bom: bool = False,
) -> ExportedFile:
    """What a filter shows, for the officer and the head only.

    A whole address book in a file leaves every later rule of this desk behind: who may read it on the screen may not thereby
    carry it away. So letting it out is a decision like sending, it bears the highest marking, and it is announced.
    """
    require_officer(actor)
    contacts: Callable[[], Iterator[tuple[Contact, str]]]
    if kind is Person:
        people = people_within(actor, filters)
        marking, count = marking_of(people, related=file_format == "vcf"), people.count()
        contacts = partial(people_as_contacts, actor, people, photos=file_format == "vcf")
    else:
        organisations = organisations_within(actor, filters)
        marking, count = marking_of(organisations), organisations.count()
        contacts = partial(organisations_as_contacts, actor, organisations)
    name = _file_name(kind, marking, file_format)
    announce(DirectoryExported(actor=actor, file_name=name, count=count, marking=marking))
    content = _content(contacts, file_format, language=language, marking=marking, bom=bom)
    return ExportedFile(name, marking, count, content)


def _file_name(kind: type[Person] | type[Organisation], marking: Marking, file_format: Format) -> str:
    what = "people" if kind is Person else "organisations"
    bearing = marking.replace(":", "-").replace("+", "-")
    return f"{what} {timezone.localdate().isoformat()} {bearing}.{file_format}"


def _content(
    contacts: Callable[[], Iterator[tuple[Contact, str]]],
    file_format: Format,
    *,
    language: str,
    marking: Marking,
    bom: bool,
) -> Iterator[bytes]:
    if file_format == "vcf":
        yield from write_cards(contacts())
    elif file_format == "csv":
        yield from write_csv(contacts(), language=language, marking=marking, bom=bom)
    else:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "export.xlsx"
            write_xlsx(path, contacts(), language=language, marking=marking)
            with path.open("rb") as file:
                while block := file.read(BLOCK):
                    yield block
