"""The importer of applications. They go to the newest call that the actor sees, of the programme where one is named; an item is a row."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy, pgettext_lazy
from django.utils.translation import gettext_noop as _

from jembatan.platform.imports.importer import ImportJob, Source, TakenBack
from jembatan.platform.imports.models import Batch, Outcome, QuarantinedItem
from jembatan.platform.imports.reasons import because
from jembatan.programmes.models import Post
from jembatan.recruitment.actions.apply import next_number
from jembatan.recruitment.actions.forget import forget
from jembatan.recruitment.actions.scoring import rescore_all
from jembatan.recruitment.formats.columns import CannotRead, Columns, find_columns, read_tables, row_as_csv
from jembatan.recruitment.importer.rows import Read, Unclear, read_row
from jembatan.recruitment.models import Application, Call, SpokenLanguage
from jembatan.recruitment.queries.visible import visible_calls

SAMPLES, TELL_EVERY = 3, 200


class ApplicationsImporter:
    """CSV and spreadsheets. No table is taken for one unless somebody says so: a list of applicants looks like any list of people."""

    kind = "applications"
    label = gettext_lazy("Applications")

    def recognises(self, source: Source) -> bool:
        """Never by itself."""
        return False

    def takes_folder(self, folder: Path) -> bool:
        """Never: each file is read for itself."""
        return False

    def fields(self) -> dict[str, Any]:
        """What a column may become."""
        return {
            "full_name": gettext_lazy("Full name"),
            "call_name": gettext_lazy("Called"),
            "email": gettext_lazy("Mail"),
            "phone": gettext_lazy("Telephone"),
            "born": gettext_lazy("Born"),
            "nationality": gettext_lazy("Nationality"),
            "post": gettext_lazy("Post"),
            "employment": gettext_lazy("Employment"),
            "education": gettext_lazy("Education"),
            "experience": pgettext_lazy("of an applicant", "Experience"),
            "languages": gettext_lazy("Languages"),
        }

    def propose(self, sources: list[Source]) -> dict[str, Any]:
        """The columns of every table with their meanings guessed and the first values under them."""
        tables = []
        for source in sources:
            try:
                found = read_tables(source.name, source.path.read_bytes())
            except CannotRead:
                continue
            for table in found:
                if (columns := find_columns(table)) is not None:
                    below = [row.cells for row in table.rows if row.number > columns.header][:SAMPLES]
                    described = [
                        {
                            "heading": heading,
                            "field": name,
                            "samples": [row[at] for row in below if at < len(row)],
                        }
                        for at, (heading, name) in enumerate(
                            zip(columns.headings, columns.fields, strict=True)
                        )
                    ]
                    tables.append({"source": source.name, "columns": described})
        return {"tables": tables}

    def run(self, job: ImportJob, sources: list[Source]) -> None:
        """File every row of every source."""
        filing = _Filing(job)
        for source in sources:
            filing.read(source.name, source.path.read_bytes())
        filing.finish()

    def take_back(self, batch: Batch) -> TakenBack:
        """What nobody has decided, rated or booked since goes; the rest stays."""
        made = Application.objects.filter(import_batch=batch.pk)
        untouched = made.filter(status=Application.Status.NEW, ratings__isnull=True, slot__isnull=True)
        ids = list(untouched.values_list("pk", flat=True))
        kept = made.count() - len(ids)
        forget(ids)
        return TakenBack(len(ids), kept)

    def retry(self, job: ImportJob, item: QuarantinedItem) -> bool:
        """Read the row again, under its own headings."""
        filing = _Filing(job)
        before = job.account.counts[Outcome.QUARANTINED]
        filing.read(item.source, bytes(item.raw), as_row=item.position)
        filing.finish()
        return job.account.read > 0 and job.account.counts[Outcome.QUARANTINED] == before


@dataclass(slots=True)
class _Filing:
    """One run: the call, who is known there already by address and number, and the next number."""

    job: ImportJob
    call: Call | None = None
    addresses: set[str] = field(default_factory=set)
    phones: dict[str, int] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    number: int = 1

    def __post_init__(self) -> None:
        seen = visible_calls(self.job.actor).select_for_update(of=("self",))
        named = self.job.plan.get("options", {}).get("programme")
        seen = seen.filter(programme=named) if named is not None else seen
        self.call = seen.order_by("-opens", "-pk").first()
        if self.call is not None:
            known = Application.objects.filter(call=self.call).values_list("email", "phone", "number")
            for email, phone, number in known:
                self.addresses.add(email.lower())
                if phone:
                    self.phones[phone] = number
            self.posts = {post.name.lower(): post for post in self.call.posts.all()}
            self.number = next_number(self.call)

    def read(self, name: str, raw: bytes, *, as_row: int = 0) -> None:
        """A source, or (`as_row`) one row of it under its headings."""
        try:
            tables = read_tables("row.csv" if as_row else name, raw)
        except CannotRead as error:
            self.job.quarantine(
                name, 0, because(_("The spreadsheet cannot be read (%(error)s)."), error=error), raw
            )
            return
        found = [(table, find_columns(table, self._chosen(name))) for table in tables]
        if self.call is None:
            self.job.quarantine(
                name, as_row, _("There is no call to which applications could go. Write one first."), raw
            )
        elif not any(columns for _table, columns in found):
            self.job.quarantine(
                name, as_row, _("No row has headings with a name and something else of an applicant."), raw
            )
        for table, columns in found:
            if self.call is not None and columns is not None:
                for row in table.rows:
                    if row.number > columns.header:
                        self._file(
                            name, as_row or row.number, columns, columns.values(row), row_as_csv(columns, row)
                        )

    def finish(self) -> None:
        """Every score of the call anew: languages of a hundred rows are looked up once."""
        if self.call is not None and self.job.account.counts[Outcome.FILED]:
            rescore_all(self.call)

    def _file(self, name: str, position: int, columns: Columns, values: dict[str, str], raw: bytes) -> None:
        try:
            read = read_row(values)
            self._check_number(read)
        except Unclear as reason:
            self.job.quarantine(name, position, str(reason), raw)
            return
        email = read.fields["email"]
        if email and email in self.addresses:
            self.job.account.count(Outcome.DUPLICATE)
            return
        for note in read.notes:
            self.job.account.note(f"{name}:{position}", note)
        self._make(read)
        self.job.account.count(Outcome.FILED)
        self.job.show(
            Outcome.FILED, read.fields["full_name"], ", ".join(f"{c} {v}" for c, v in read.languages.items())
        )
        if self.job.account.read % TELL_EVERY == 0:
            self.job.tell()

    def _check_number(self, read: Read) -> None:
        """The same address is the same person again; another one with a known number is a riddle for people."""
        phone, email = read.fields["phone"], read.fields["email"]
        if phone in self.phones and not (email and email in self.addresses):
            words = {"phone": phone, "number": self.phones[phone]}
            raise Unclear(
                because(
                    _(
                        "Application %(number)s has the telephone number %(phone)s, too. Correct the number, or leave one of them out."
                    ),
                    **words,
                )
            )

    def _make(self, read: Read) -> None:
        assert self.call is not None
        application = Application.objects.create(
            desk=self.call.desk,
            call=self.call,
            number=self.number,
            post=self.posts.get(read.post.lower()),
            language=self.job.actor.desk.language,
            import_batch=self.job.batch.pk,
            **read.fields,
        )
        SpokenLanguage.objects.bulk_create(
            SpokenLanguage(application=application, language=code, declared=level)
            for code, level in read.languages.items()
        )
        self.number += 1
        self.addresses.add(application.email)
        if application.phone:
            self.phones[application.phone] = application.number

    def _chosen(self, name: str) -> dict[str, str]:
        tables = self.job.plan.get("applications", {}).get("tables", [])
        columns: Iterator[dict[str, Any]] = (
            column for table in tables if table["source"] == name for column in table["columns"]
        )
        return {column["heading"]: column["field"] for column in columns}
