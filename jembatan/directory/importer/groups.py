"""Groups of an address book (RFC 6350 6.1.4): lists of members and no bodies. The group's name becomes a tag of theirs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q
from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext

from jembatan.directory.importer.draft import snapshot
from jembatan.directory.importer.fitting import TAG_LENGTH
from jembatan.directory.importer.memory import model_name
from jembatan.directory.importer.reading import Item
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.address_book import parties_by_email
from jembatan.platform.imports.importer import ImportJob, SetAside, Touch
from jembatan.platform.imports.models import Outcome
from jembatan.platform.imports.reasons import because

URN = "urn:uuid:"
MAIL = "mailto:"

type Party = Person | Organisation


def tag_members(job: ImportJob, groups: Sequence[Item]) -> None:
    """Runs when all contacts are filed: members may stand behind their group in the file, or in another one.

    A group none of whose members is known is set aside, so that it can be tried again after they have come.
    """
    if not groups:
        return
    members = _members(job, {uid for item in groups for uid in item.contact.members})
    before = {id(party): snapshot(party) for party in _once(members.values())}
    for item in groups:
        found = _once(members.get(uid, []) for uid in item.contact.members)
        if not found:
            reason = _("None of the members of this group is in the directory.")
            job.quarantine_many([SetAside(item.source, item.position, reason, item.raw)])
            continue
        _tag(job, item, found)
    changed = [party for party in _once(members.values()) if snapshot(party) != before[id(party)]]
    _save(job, changed, before)


def _tag(job: ImportJob, item: Item, found: list[Party]) -> None:
    name, count = item.contact.full_name[:TAG_LENGTH], len(set(item.contact.members))
    fresh = [party for party in found if name not in party.tags]
    for party in fresh:
        party.tags = [*party.tags, name]
    outcome = Outcome.UPDATED if fresh else Outcome.DUPLICATE
    job.account.count(outcome)
    told = ngettext("A tag of %(count)d member", "A tag of %(count)d members", len(found))
    job.show(outcome, name, told % {"count": len(found)})
    if count > len(found):
        job.account.note(
            f"{item.source}:{item.position}",
            because(
                _(
                    "The group “%(name)s” became a tag of %(found)d of its %(count)d members; the others are unknown."
                ),
                name=name,
                found=len(found),
                count=count,
            ),
        )


def _members(job: ImportJob, uids: Iterable[str]) -> dict[str, list[Party]]:
    """Parties by the uid that a group names them with, people also by their e-mail address."""
    uids = set(uids)
    mails = {uid.removeprefix(MAIL).lower(): uid for uid in uids if uid.startswith(MAIL)}
    owners = parties_by_email(job.actor.desk, list(mails)) if mails else {}
    by_mail = {owner.person_id: mails[mail] for mail, owner in owners.items() if owner.person_id}
    wanted = {*uids, *(f"{URN}{uid}" for uid in uids)}
    found: dict[str, list[Party]] = defaultdict(list)
    here = {"desk": job.actor.desk, "removed_at__isnull": True}
    people = Person.objects.filter(Q(external_uid__in=wanted) | Q(pk__in=by_mail), **here)
    for person in people.order_by("pk"):
        for uid in {person.external_uid.removeprefix(URN), by_mail.get(person.pk, "")} & uids:
            found[uid].append(person)
    for organisation in Organisation.objects.filter(external_uid__in=wanted, **here).order_by("pk"):
        found[organisation.external_uid.removeprefix(URN)].append(organisation)
    return {uid: parties[:1] for uid, parties in found.items()}


def _once(parties: Iterable[Iterable[Party]]) -> list[Party]:
    return list({id(party): party for some in parties for party in some}.values())


def _save(job: ImportJob, changed: list[Party], before: dict[int, dict[str, object]]) -> None:
    people = [party for party in changed if isinstance(party, Person)]
    Person.objects.bulk_update(people, ["tags"], batch_size=200)
    bodies = [party for party in changed if isinstance(party, Organisation)]
    Organisation.objects.bulk_update(bodies, ["tags"], batch_size=200)
    known = job.batch.touched.filter(record_id__in=[party.pk for party in changed])
    left = {(touch.model, touch.record_id): touch.after or {} for touch in known}
    job.touch_many(
        Touch(
            model_name(party),
            party.pk,
            before[id(party)],
            {**left.get((model_name(party), party.pk), {}), **snapshot(party)},
        )
        for party in changed
    )
