"""Filing contacts a chunk at a time: recognise what was imported before, match, merge, and write in bulk."""

from collections.abc import Iterable

from django.utils.translation import gettext_noop as _

from jembatan.directory.formats.contact import Contact, Relation
from jembatan.directory.importer.draft import Draft, snapshot
from jembatan.directory.importer.fitting import digest, fit
from jembatan.directory.importer.groups import tag_members
from jembatan.directory.importer.matching import Match, people_for
from jembatan.directory.importer.memory import Known, known_items, remember
from jembatan.directory.importer.merging import merge
from jembatan.directory.importer.organisations import Organisations
from jembatan.directory.importer.photos import keep_photos
from jembatan.directory.importer.posts import merge_post
from jembatan.directory.importer.reading import Item
from jembatan.directory.importer.relations import Waiting, relate_all
from jembatan.directory.importer.saving import save
from jembatan.directory.models import Organisation, Person
from jembatan.platform.imports.importer import ImportJob
from jembatan.platform.imports.models import Outcome


class Filing:
    """One run. Between chunks it holds the desk's organisations and the relations and groups that wait for the end."""

    def __init__(self, job: ImportJob) -> None:
        self.job = job
        self.organisations = Organisations(job.actor.desk, job.batch.pk).load()
        self.waiting: list[Waiting] = []
        self.groups: list[Item] = []

    def file(self, items: list[Item]) -> None:
        """A chunk of at most some thousand contacts."""
        for item in items:
            fit(item.contact)
        self.groups += [item for item in items if item.contact.is_group]
        items = [item for item in items if not item.contact.is_group]
        digests = [digest(item.contact) for item in items]
        known = known_items(self.job.actor.desk, digests)
        chunk = _Chunk(self, items, digests, known)
        chunk.file()

    def finish(self) -> None:
        """Relations and groups may point at contacts that came later in the file."""
        relate_all(self.job, self.waiting)
        tag_members(self.job, self.groups)


class _Chunk:
    """Items, and the parties that they are about to make or change."""

    def __init__(
        self, filing: Filing, items: list[Item], digests: list[bytes], known: dict[bytes, Known]
    ) -> None:
        self.job, self.organisations, self.waiting = filing.job, filing.organisations, filing.waiting
        self.desk = self.job.actor.desk
        self.items, self.digests, self.known = items, digests, known
        self.drafts: dict[int, Draft] = {}
        self.became: dict[bytes, Draft] = {}
        self.related: list[tuple[Draft, Relation]] = []

    def file(self) -> None:
        new = [
            item.contact
            for item, name in zip(self.items, self.digests, strict=True)
            if name not in self.known
        ]
        self.photos = keep_photos(new)
        self.people = people_for(self.desk, self.job.batch, (one for one in new if not one.is_organisation))
        for item, name in zip(self.items, self.digests, strict=True):
            outcome = self._file_one(item, name)
            self.job.account.count(outcome)
            self.job.show(outcome, item.contact.full_name, _detail(item.contact))
        save(self.job, self.organisations, list(self.drafts.values()))
        remember(self.job, self.became)
        self.waiting += [Waiting(draft.party.pk, relation) for draft, relation in self.related]

    def _file_one(self, item: Item, name: bytes) -> Outcome:
        if name in self.became:
            return Outcome.DUPLICATE
        if (known := self.known.get(name)) is not None:
            if known.is_removed:
                self._note(
                    item, _("It was removed from the directory after an earlier import and stays removed.")
                )
            return Outcome.DUPLICATE
        draft, is_new = self._draft(item)
        changed = self._merge(draft, item.contact)
        draft.fresh = draft.fresh or is_new or changed
        self.became[name] = draft
        if is_new:
            return Outcome.FILED
        return Outcome.UPDATED if changed else Outcome.DUPLICATE

    def _draft(self, item: Item) -> tuple[Draft, bool]:
        """The party that the item is about, and whether it is new."""
        contact = item.contact
        if contact.is_organisation:
            return self._organisation_draft(contact)
        match = self.people.find(contact)
        if match.draft is not None:
            return self._hold(match.draft), False
        self._doubt(item, match)
        person = Person(
            desk=self.desk,
            full_name=contact.full_name,
            external_uid=contact.uid,
            import_batch=self.job.batch.pk,
        )
        return self._hold(Draft(person)), True

    def _organisation_draft(self, contact: Contact) -> tuple[Draft, bool]:
        found = self.organisations.find(contact.full_name, uid=contact.uid)
        is_new = found is None or (found.pk is None and id(found) not in self.drafts)
        party = found or self.organisations.make(contact.full_name)
        if id(party) in self.drafts:
            return self.drafts[id(party)], False
        if party.pk is not None:
            party = Organisation.objects.get(pk=party.pk)
        draft = Draft(party, before=None if is_new else snapshot(party))
        draft.reached = set(party.contact_points.values_list("kind", "normal")) if party.pk else set()
        self.drafts[id(found or party)] = draft
        return draft, is_new

    def _merge(self, draft: Draft, contact: Contact) -> bool:
        changed = merge(draft, contact, desk=self.desk, photo_id=self.photos.get(contact.photo))
        if isinstance(draft.party, Person):
            for post in contact.posts:
                organisation = self.organisations.find_or_make(post.organisation)
                changed |= merge_post(draft, post, organisation, desk=self.desk, batch_id=self.job.batch.pk)
            self.people.add(draft)
        if contact.relations:
            self.related += [(draft, relation) for relation in contact.relations]
        return changed

    def _hold(self, draft: Draft) -> Draft:
        return self.drafts.setdefault(id(draft.party), draft)

    def _doubt(self, item: Item, match: Match) -> None:
        if match.doubt == "several":
            self._note(
                item, _("Several people fit this contact; it was filed as one more. Look for duplicates.")
            )
        elif match.doubt == "namesake":
            self._note(
                item, _("Someone of this name is in the directory already, with nothing else in common.")
            )

    def _note(self, item: Item, reason: str) -> None:
        self.job.account.note(f"{item.source}:{item.position}", reason)


def _detail(contact: Contact) -> str:
    parts: Iterable[str] = (contact.title, "" if contact.is_organisation else contact.organisation)
    return " · ".join([*(part for part in parts if part), *contact.values("email")[:1]])
