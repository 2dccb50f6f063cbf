"""The importer of delegations and their members. An item is a row: a delegation, a member of one, or both."""

from typing import Any

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from jembatan.directory.formats.names import fold
from jembatan.directory.formats.places import country_code
from jembatan.platform.imports.importer import ImportJob
from jembatan.platform.imports.models import Outcome
from jembatan.platform.imports.reasons import because
from jembatan.platform.markings import Marking
from jembatan.programmes.formats.sheets import DELEGATIONS
from jembatan.programmes.formats.words import is_yes
from jembatan.programmes.importer.cells import email_in, guest_phone_in, languages_in, note
from jembatan.programmes.importer.labels import DELEGATION_LABELS
from jembatan.programmes.importer.places import Places
from jembatan.programmes.importer.records import as_left, bring, touch
from jembatan.programmes.importer.tables import Filing, NotFiled, RowOfSheet, TableImporter
from jembatan.programmes.importer.target import of_programme
from jembatan.programmes.models import Delegation, DelegationMember, DelegationNote, Place, Programme

NOTES = ("diet", "medical", "courtesy")


class DelegationFiling(Filing):
    """The delegations of the programme with their members, by name."""

    def __init__(self, job: ImportJob, programme: Programme) -> None:
        self.job, self.programme = job, programme
        self.places = Places(job, programme)
        self.by_name: dict[str, Delegation] = {}
        self.by_code: dict[str, Delegation] = {}
        self.members: dict[tuple[int, str], DelegationMember] = {}
        self.heads: set[int] = set()
        self.left = as_left(job.batch, Delegation)
        self.left_members = as_left(job.batch, DelegationMember)
        for delegation in programme.delegations.order_by("pk"):
            self._know(delegation)
        for member in DelegationMember.objects.filter(delegation__programme=programme).order_by("pk"):
            self._know_member(member)
        self.notes: set[tuple[int, int | None, str, str]] = set(
            DelegationNote.objects.filter(delegation__programme=programme).values_list(
                "delegation", "member", "kind", "text"
            )
        )

    def take(self, row: RowOfSheet) -> Outcome:
        """A delegation and the member whom the row names; the greater news decide what the row became."""
        delegation, outcome = self._delegation(row)
        outcomes = {outcome}
        member = None
        if "member" in row.values:
            member, of_member = self._member(row, delegation)
            outcomes.add(of_member)
        if self._note(row, delegation, member):
            outcomes.add(Outcome.UPDATED)
        return next(o for o in (Outcome.FILED, Outcome.UPDATED, Outcome.DUPLICATE) if o in outcomes)

    def _delegation(self, row: RowOfSheet) -> tuple[Delegation, Outcome]:
        said = row.values
        name, code = said.get("name", ""), said.get("code", "").upper()[:12]
        if not name and not code:
            raise NotFiled(_("The row names no delegation. Write its name or its code."))
        found = (
            self.by_code.get(code) or self.by_name.get(fold(name or code)) or self.by_code.get(name.upper())
        )
        if found and code and found.code and found.code != code:
            sentence = _("%(name)s has the code %(known)s, and here %(code)s. Correct one of them.")
            raise NotFiled(because(sentence, name=found, known=found.code, code=code))
        fresh = Delegation(
            desk=self.job.batch.desk,
            programme=self.programme,
            import_batch=self.job.batch.pk,
            name=(name or code)[:200],
        )
        brought, outcome = bring(self.job, found, fresh, self._values(row), self.left)
        self._know(brought)
        return brought, outcome

    def _values(self, row: RowOfSheet) -> dict[str, Any]:
        said = row.values
        values: dict[str, Any] = {}
        if "code" in said:
            values["code"] = said["code"].upper()[:12]
        if country := said.get("country"):
            read = country_code(country)
            if read:
                values["country"] = read
            else:
                note(
                    self.job,
                    row,
                    _("“%(text)s” is no country that is known, and was left out."),
                    text=country,
                )
        if "languages" in said:
            values["languages"] = list(languages_in(self.job, row, said["languages"]))
        if "size" in said:
            if not said["size"].isascii() or not said["size"].isdecimal() or len(said["size"]) > 6:
                raise NotFiled(
                    because(_("“%(text)s” is no number of people. Correct it."), text=said["size"])
                )
            values["size"] = int(said["size"])
        if "home" in said:
            values["home_id"] = self.places.find_or_make(said["home"], Place.Kind.VILLAGE).pk
        if "protocol" in said:
            values["protocol"] = said["protocol"]
        if row.further and "member" not in said:
            values["further"] = row.further
        return values

    def _member(self, row: RowOfSheet, delegation: Delegation) -> tuple[DelegationMember, Outcome]:
        said = row.values
        values: dict[str, Any] = {"full_name": said["member"][:300]}
        for name, length in (("function", 200), ("address_form", 100)):
            if name in said:
                values[name] = said[name][:length]
        if "phone" in said:
            values["phone"] = guest_phone_in(self.job, row, said["phone"])
        if "email" in said:
            values["email"] = email_in(said["email"])
        if "member_language" in said:
            values["language"] = next(iter(languages_in(self.job, row, said["member_language"])), "")
        if row.further:
            values["further"] = row.further
        member = self.members.get((delegation.pk, fold(said["member"])))
        leads = is_yes(said.get("head", "")) or fold(said.get("head", "")) == fold(said["member"])
        if leads and (member is None or not member.head):
            if delegation.pk in self.heads:
                note(
                    self.job,
                    row,
                    _("%(name)s has another head already; this one is a member."),
                    name=delegation,
                )
            else:
                values["head"] = True
        fresh = DelegationMember(
            desk=self.job.batch.desk, delegation=delegation, import_batch=self.job.batch.pk
        )
        brought, outcome = bring(self.job, member, fresh, values, self.left_members)
        self._know_member(brought)
        return brought, outcome

    def _note(self, row: RowOfSheet, delegation: Delegation, member: DelegationMember | None) -> bool:
        """New notes are added; none is ever changed."""
        added = False
        for kind in NOTES:
            text = row.values.get(kind, "")
            key = (delegation.pk, member.pk if member else None, kind, text)
            if not text or key in self.notes:
                continue
            note = DelegationNote.objects.create(
                desk=self.job.batch.desk,
                delegation=delegation,
                member=member,
                kind=kind,
                text=text,
                marking=Marking.RED if kind == DelegationNote.Kind.MEDICAL else Marking.AMBER,
            )
            touch(self.job, note, None)
            self.notes.add(key)
            added = True
        return added

    def _know(self, delegation: Delegation) -> None:
        self.by_name[fold(delegation.name)] = delegation
        if delegation.code:
            self.by_code[delegation.code.upper()] = delegation

    def _know_member(self, member: DelegationMember) -> None:
        self.members[member.delegation_id, fold(member.full_name)] = member
        if member.head:
            self.heads.add(member.delegation_id)


DelegationsImporter = TableImporter(
    kind="delegations",
    label=gettext_lazy("Delegations of a programme"),
    known=DELEGATIONS,
    labels=DELEGATION_LABELS,
    begin=of_programme(DelegationFiling),
    hidden=frozenset({"medical"}),
)
