"""What a row says of somebody who works, or would like to work, for a programme: officers and applicants alike."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_noop as _

from jembatan.directory.formats.names import fold
from jembatan.platform.imports.importer import ImportJob
from jembatan.programmes.formats.days import read_days
from jembatan.programmes.formats.words import employment_of, nationality_of
from jembatan.programmes.importer.cells import birthday_in, email_in, languages_in, note, phone_in
from jembatan.programmes.importer.tables import NotFiled, RowOfSheet
from jembatan.programmes.models import Post, Programme


class WorkerReader:
    """`more` reads further fields of the kind: what one returns as None, "" or [] was not understood."""

    def __init__(
        self,
        job: ImportJob,
        programme: Programme,
        *,
        posts: Iterable[Post],
        more: Mapping[str, Callable[[str], Any]],
    ) -> None:
        self.job = job
        self.posts = {fold(post.name): post for post in posts}
        self.readers: dict[str, Callable[[str], Any]] = {
            "nationality": nationality_of,
            "employment": employment_of,
            "days": lambda text: read_days(text, programme.first_day, programme.last_day),
            "post_id": lambda text: self.posts[fold(text)].pk if fold(text) in self.posts else None,
            **more,
        }

    def values(self, row: RowOfSheet) -> dict[str, Any]:
        """Fields by attribute; raises `NotFiled` for what has to be corrected first."""
        said = row.values
        if not said.get("full_name"):
            raise NotFiled(_("The row names nobody. Write the full name."))
        values: dict[str, Any] = {"full_name": said["full_name"][:300]}
        for name in ("call_name", "address_form"):
            if name in said:
                values[name] = said[name][:100]
        if said.get("email"):
            values["email"] = email_in(said["email"])
        if "phone" in said:
            values["phone"] = phone_in(self.job, row, said["phone"])
        if "born" in said:
            values["born"] = birthday_in(self.job, said["born"])
        return values | self._more(row)

    def languages(self, row: RowOfSheet) -> dict[str, str]:
        """Levels, as far as they are said, by language; raises `NotFiled` where one is unclear."""
        return languages_in(self.job, row, row.values.get("languages", ""))

    def _more(self, row: RowOfSheet) -> dict[str, Any]:
        """What may be unclear without harm: it is kept as it was written, and told."""
        kept: dict[str, Any] = dict(row.further)
        values: dict[str, Any] = {}
        for attribute, read in self.readers.items():
            field = attribute.removesuffix("_id")
            if field not in row.values:
                continue
            text = row.values[field]
            value = read(text)
            if value in ("", None, []):
                kept[field] = text
                sentence = (
                    _("There is no post “%(text)s”; it is kept as it was written.")
                    if field == "post"
                    else _("“%(text)s” was not understood and is kept as it was written.")
                )
                note(self.job, row, sentence, text=text)
            else:
                values[attribute] = value
        if kept:
            values["further"] = kept
        return values
