"""Cells that mean the same in every table of a programme: languages, addresses, numbers to call, birthdays."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from jembatan.directory.formats.contact_values import international_number, is_email
from jembatan.directory.formats.phone import mend_number, split_numbers
from jembatan.directory.formats.places import language_name
from jembatan.platform.imports.importer import ImportJob
from jembatan.platform.imports.reasons import because
from jembatan.programmes.formats.moments import read_moment
from jembatan.programmes.formats.telephones import is_one_number, read_number
from jembatan.programmes.formats.tongues import LEVEL_UNSAID, Tongue, read_tongues
from jembatan.programmes.importer.tables import NotFiled, RowOfSheet

EARLIEST_BIRTH = date(1900, 1, 1)
LONGEST_EMAIL, LONGEST_PHONE = 320, 40


def note(job: ImportJob, row: RowOfSheet, sentence: str, **values: object) -> None:
    """Tell the job about something that was decided for this row."""
    job.account.note(f"{row.place}:{row.line}", because(sentence, **values))


def languages_in(job: ImportJob, row: RowOfSheet, cell: str) -> dict[str, str]:
    """Levels, as far as they are said, by language; what was guessed is told. Raises `NotFiled` where one is unclear."""
    spoken = _read_by(job)
    found = {}
    for read in read_tongues(cell):
        if not isinstance(read, Tongue):
            raise NotFiled(_unclear(read.written, [language_name(code, spoken) for code in read.like]))
        found[read.code] = read.level
        if read.guessed_from:
            name = language_name(read.code, spoken)
            note(job, row, _("“%(text)s” was read as %(language)s."), text=read.guessed_from, language=name)
    return found


def levels_in(job: ImportJob, row: RowOfSheet, languages: dict[str, str]) -> dict[str, str]:
    """Each with a level; one that was not said is taken, and told."""
    for code in (code for code, level in languages.items() if not level):
        sentence = _("No level was written for %(language)s; B1 was taken.")
        note(job, row, sentence, language=language_name(code, _read_by(job)))
    return {code: level or LEVEL_UNSAID for code, level in languages.items()}


def email_in(cell: str) -> str:
    """Raises `NotFiled`."""
    if not is_email(cell) or len(cell) > LONGEST_EMAIL:
        raise NotFiled(because(_("“%(text)s” is no mail address. Correct it."), text=cell[:100]))
    return cell


def phone_in(job: ImportJob, row: RowOfSheet, cell: str) -> str:
    """E.164 of the first number; others are kept as they were written. Raises `NotFiled`."""
    numbers = split_numbers(cell) or [cell]
    written = international_number(mend_number(numbers[0]), region=job.actor.desk.country)
    if not written:
        raise NotFiled(because(_("“%(text)s” is no telephone number. Correct it."), text=cell[:100]))
    if len(numbers) > 1:
        row.further.setdefault("phone", cell)
    return written


def guest_phone_in(job: ImportJob, row: RowOfSheet, cell: str) -> str:
    """The first number, as `read_number` reads it; that there are others is told, and all are kept as they were written."""
    if not is_one_number(cell):
        row.further.setdefault("phone", cell)
        note(job, row, _("Of the telephone numbers “%(text)s” the first one is called."), text=cell[:100])
    return read_number(cell, job.batch.desk.country)[:LONGEST_PHONE]


def birthday_in(job: ImportJob, cell: str) -> date:
    """Raises `NotFiled`."""
    today = timezone.localdate()
    born = read_moment(cell, today=today, language=job.actor.desk.language)
    if born is None or not EARLIEST_BIRTH <= born.day <= today:
        raise NotFiled(
            because(_("“%(text)s” is no birthday. Write one such as 1999-08-17."), text=cell[:100])
        )
    return born.day


def _read_by(job: ImportJob) -> str:
    """The language of who brings the table, and reads what became of it."""
    language: str = job.actor.user.language if job.actor.user else job.actor.desk.language
    return language


def _unclear(written: str, like: list[str]) -> str:
    if not like:
        return because(_("“%(text)s” is no language that is known. Correct it."), text=written)
    sentence = _("It is not clear which language “%(text)s” is: %(names)s? Correct it.")
    return because(sentence, text=written, names=", ".join(like))
