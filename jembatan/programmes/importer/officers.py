"""The importer of officers. An item is a row."""

from copy import copy
from typing import Any

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _
from rapidfuzz import fuzz

from jembatan.directory.formats.names import fold
from jembatan.platform.imports.importer import ImportJob
from jembatan.platform.imports.models import Outcome
from jembatan.platform.imports.reasons import because
from jembatan.programmes.actions.officers import next_number, write_languages
from jembatan.programmes.formats.tongues import LEVEL_UNSAID
from jembatan.programmes.importer.cells import levels_in, note
from jembatan.programmes.importer.officer_columns import HEADINGS, LABELS, officer_columns, wanted_of
from jembatan.programmes.importer.officer_rows import OfficerReader
from jembatan.programmes.importer.records import GONE, as_left, differing, left_by, snapshot, take_back, touch
from jembatan.programmes.importer.tables import Filing, NotFiled, RowOfSheet, TableImporter
from jembatan.programmes.importer.target import of_programme
from jembatan.programmes.models import Officer, Programme

SAME_NAME = 88.0
"""Of a hundred, so that "Budi Santosa" is Budi Santoso and Budi Susanto is somebody else."""


class OfficerFiling(Filing):
    """The officers of the programme by everything that tells one from another, those of earlier rows included."""

    def __init__(self, job: ImportJob, programme: Programme) -> None:
        self.job, self.programme = job, programme
        self.by_number: dict[int, Officer] = {}
        self.by_email: dict[str, Officer] = {}
        self.by_phone: dict[str, Officer] = {}
        self.by_name: dict[str, Officer] = {}
        self.line_of: dict[int, int] = {}
        self.reader = OfficerReader(job, programme)
        self.left = as_left(job.batch, Officer)
        for officer in programme.officers.prefetch_related("languages").order_by("pk"):
            self._know(officer)
        self.next = next_number(programme)

    def take(self, row: RowOfSheet) -> Outcome:
        """Whoever the row is about is added, or brought up to date."""
        values = self.reader.values(row)
        languages = self.reader.languages(row)
        officer = self._match(row, values)
        if officer is None:
            return self._add(row, values, languages)
        before = snapshot(officer)
        left = self.left.get(officer.pk, {})
        changed = differing(officer, values, left)
        standing = {each.language: (each.declared, each.tested) for each in officer.languages.all()}
        brought = left.get("languages", {})
        wanted = dict(standing)
        for code, level in languages.items():
            if code not in standing and code not in brought:
                wanted[code] = (level or LEVEL_UNSAID, "")
            elif level and code in standing and standing[code][0] != level:
                wanted[code] = (level, standing[code][1])
        beside = self._beside(row, _changed(officer, changed), left)
        if not changed and wanted == standing and not beside:
            return Outcome.DUPLICATE
        for name, value in changed.items():
            setattr(officer, name, value)
        officer.version += 1
        officer.save()
        if wanted != standing:
            write_languages(officer, wanted)
        self._finish(row, officer, before, beside)
        return Outcome.UPDATED

    def _add(self, row: RowOfSheet, values: dict[str, Any], languages: dict[str, str]) -> Outcome:
        if "number" not in values:
            values["number"] = self.next
        officer = Officer(
            desk=self.job.batch.desk, programme=self.programme, import_batch=self.job.batch.pk, **values
        )
        beside = self._beside(row, officer, {})
        officer.save()
        self.next = max(self.next, officer.number + 1)
        levels = levels_in(self.job, row, languages)
        write_languages(officer, {code: (level, "") for code, level in levels.items()})
        self._finish(row, officer, None, beside)
        return Outcome.FILED

    def _beside(self, row: RowOfSheet, officer: Officer, left: dict[str, Any]) -> dict[str, list[str]]:
        """What rooms above are to keep with the officer, where that is news."""
        found = {}
        for column in officer_columns():
            if cell := row.values.get(column.field):
                wanted = wanted_of(
                    column,
                    officer,
                    cell,
                    brought=left.get(column.field, []),
                    gone=left.get(GONE, {}).get(column.field, []),
                )
                if wanted.values is not None:
                    found[column.field] = wanted.values
                if wanted.gone:
                    note(self.job, row, column.gone, values=", ".join(wanted.gone))
        return found

    def _finish(
        self,
        row: RowOfSheet,
        officer: Officer,
        before: dict[str, Any] | None,
        beside: dict[str, list[str]],
    ) -> None:
        for column in officer_columns():
            if column.field in beside:
                column.write(officer, beside[column.field])
        officer = Officer.objects.prefetch_related("languages").get(pk=officer.pk)
        touch(self.job, officer, before)
        self.left[officer.pk] = left_by(self.left.get(officer.pk, {}), before or {}, snapshot(officer))
        self._know(officer)
        self.line_of[officer.pk] = row.line

    def _match(self, row: RowOfSheet, values: dict[str, Any]) -> Officer | None:
        """By number, mail, telephone, and by name where the row says none of them. Raises `NotFiled` for two people with one number."""
        name, email = values["full_name"], values.get("email", "")
        sentences = {
            "number": _(
                "%(other)s (%(where)s) has the number %(value)s, too. Give one of them another number."
            ),
            "phone": _("%(other)s (%(where)s) has the telephone number %(value)s, too. Correct one of them."),
            "email": _("%(other)s (%(where)s) has the mail address %(value)s, too. Correct one of them."),
        }
        found = {
            "number": self.by_number.get(values.get("number", 0)),
            "phone": self.by_phone.get(values.get("phone", "")),
            "email": self.by_email.get(email.lower()),
        }
        for key, other in found.items():
            if other is not None and not _same_name(other.full_name, name):
                line = self.line_of.get(other.pk)
                where = because(_("row %(line)s"), line=line) if line else because(_("in the programme"))
                raise NotFiled(because(sentences[key], other=other, where=where, value=values[key]))
        known = {other.pk: other for other in found.values() if other is not None}
        if len(known) > 1:
            raise NotFiled(
                because(_("The row names several officers at once, by its number and its addresses."))
            )
        if known:
            return next(iter(known.values()))
        return None if {"number", "phone", "email"} & values.keys() else self.by_name.get(fold(name))

    def _know(self, officer: Officer) -> None:
        self.by_number[officer.number] = officer
        self.by_name.setdefault(fold(officer.full_name), officer)
        if officer.email:
            self.by_email[officer.email.lower()] = officer
        if officer.phone:
            self.by_phone[officer.phone] = officer


def _changed(officer: Officer, changed: dict[str, Any]) -> Officer:
    """As they will be."""
    after = copy(officer)
    for name, value in changed.items():
        setattr(after, name, value)
    return after


def _same_name(one: str, other: str) -> bool:
    return fuzz.token_sort_ratio(fold(one), fold(other)) >= SAME_NAME


OfficersImporter = TableImporter(
    kind="officers",
    label=gettext_lazy("Officers of a programme"),
    known=HEADINGS,
    labels=LABELS,
    begin=of_programme(OfficerFiling),
    back=take_back,
)
