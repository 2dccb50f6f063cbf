"""What a row says of an officer, value by value."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import phonenumbers
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from jembatan.directory.formats.contact_values import is_email
from jembatan.directory.formats.names import fold
from jembatan.directory.formats.phone import mend_number, split_numbers
from jembatan.directory.formats.places import country_code, language_name
from jembatan.platform.imports.importer import ImportJob
from jembatan.platform.imports.reasons import because
from jembatan.programmes.formats.days import read_days, read_window
from jembatan.programmes.formats.moments import read_moment
from jembatan.programmes.formats.tongues import Tongue, read_tongues
from jembatan.programmes.formats.words import employment_of, experience_of
from jembatan.programmes.importer.tables import NotFiled, RowOfSheet
from jembatan.programmes.models import Post, Programme


class OfficerReader:
    """Reads rows in the light of the programme; what is unclear is told to the job."""

    def __init__(self, job: ImportJob, programme: Programme) -> None:
        self.job, self.programme = job, programme
        self.posts: dict[str, Post] = {fold(post.name): post for post in programme.posts.all()}

    def values(self, row: RowOfSheet) -> dict[str, Any]:
        """Fields of an officer; raises `NotFiled` for what has to be corrected first."""
        said = row.values
        if not said.get("full_name"):
            raise NotFiled(_("The row names nobody. Write the full name."))
        values: dict[str, Any] = {"full_name": said["full_name"][:300]}
        for name, length in (("call_name", 100), ("address_form", 100), ("wishes", 2000)):
            if name in said:
                values[name] = said[name][:length]
        if "number" in said:
            values["number"] = _number(said["number"])
        if email := said.get("email", ""):
            if not is_email(email):
                raise NotFiled(because(_("“%(text)s” is no mail address. Correct it."), text=email))
            values["email"] = email[:320]
        if "phone" in said:
            values["phone"] = self._phone(row, said["phone"])
        if "born" in said:
            born = read_moment(said["born"], today=_today(), language=self.job.actor.desk.language)
            if born is None or not date(1900, 1, 1) <= born.day <= _today():
                raise NotFiled(
                    because(_("“%(text)s” is no birthday. Write one such as 1999-08-17."), text=said["born"])
                )
            values["born"] = born.day
        values |= self._more(row)
        return values

    def _more(self, row: RowOfSheet) -> dict[str, Any]:
        """What may be unclear without harm: it is kept as it was written, and told."""
        said, kept = row.values, dict(row.further)
        values: dict[str, Any] = {}
        readers: dict[str, Callable[[str], Any]] = {
            "nationality": country_code,
            "employment": employment_of,
            "level": experience_of,
            "days": lambda text: read_days(text, self.programme.first_day, self.programme.last_day),
        }
        for name, read in readers.items():
            if name in said:
                value = read(said[name])
                if value in ("", None, []):
                    kept[name] = said[name]
                    self.note(
                        row,
                        _("“%(text)s” was not understood and is kept as it was written."),
                        text=said[name],
                    )
                else:
                    values[name] = value
        if "window" in said:
            window = read_window(said["window"])
            if window is None:
                kept["window"] = said["window"]
            else:
                values["window_from"], values["window_until"] = window
        if "post" in said:
            post = self.posts.get(fold(said["post"]))
            if post is None:
                kept["post"] = said["post"]
                self.note(
                    row,
                    _("The programme has no post “%(text)s”; it is kept as it was written."),
                    text=said["post"],
                )
            else:
                values["post_id"] = post.pk
        if kept:
            values["further"] = kept
        return values

    def languages(self, row: RowOfSheet) -> dict[str, str]:
        """Levels, as far as they are said, by language; raises `NotFiled` where one is unclear."""
        found = {}
        for read in read_tongues(row.values.get("languages", "")):
            if not isinstance(read, Tongue):
                raise NotFiled(self._unclear(read.written, read.like))
            found[read.code] = read.level
            if read.guessed_from:
                name = language_name(read.code, self.job.actor.desk.language)
                self.note(
                    row, _("“%(text)s” was read as %(language)s."), text=read.guessed_from, language=name
                )
        return found

    def _unclear(self, written: str, like: tuple[str, ...]) -> str:
        names = [language_name(code, self.job.actor.desk.language) for code in like]
        if not names:
            return because(_("“%(text)s” is no language that is known. Correct it."), text=written)
        sentence = _("It is not clear which language “%(text)s” is: %(names)s? Correct it.")
        return because(sentence, text=written, names=", ".join(names))

    def _phone(self, row: RowOfSheet, cell: str) -> str:
        numbers = split_numbers(cell) or [cell]
        try:
            parsed = phonenumbers.parse(mend_number(numbers[0]), self.job.actor.desk.country or None)
        except phonenumbers.NumberParseException:
            parsed = None
        written = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) if parsed else ""
        if not re.fullmatch(r"\+[1-9][0-9]{6,14}", written):
            raise NotFiled(because(_("“%(text)s” is no telephone number. Correct it."), text=cell))
        if len(numbers) > 1:
            row.further.setdefault("phone", cell)
        return written

    def note(self, row: RowOfSheet, sentence: str, **values: object) -> None:
        """Tell the job about something that was decided for this row."""
        self.job.account.note(f"{row.place}:{row.line}", because(sentence, **values))


def _number(text: str) -> int:
    """ "LO-017" is 17."""
    digits = re.findall(r"\d+", text)
    if len(digits) != 1 or not 0 < int(digits[0][:12]) < 2**31:
        raise NotFiled(because(_("“%(text)s” is no number of an officer. Correct it."), text=text))
    return int(digits[0][:12])


def _today() -> date:
    return timezone.localdate()
