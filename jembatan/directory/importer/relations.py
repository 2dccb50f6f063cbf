"""Who is whose assistant, superior or spouse: recorded where the other is one known person, else kept in words."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from jembatan.directory.formats.card_uid import card_uid
from jembatan.directory.formats.contact import Relation
from jembatan.directory.formats.names import name_folded
from jembatan.directory.importer.draft import snapshot
from jembatan.directory.models import Person, Relationship
from jembatan.directory.queries.card_uids import people_of
from jembatan.platform.imports.importer import ImportJob, Touch


@dataclass(frozen=True, slots=True)
class Waiting:
    """A relation of a party that is saved."""

    party_id: int
    relation: Relation


def relate_all(job: ImportJob, waiting: Sequence[Waiting]) -> None:
    """Relationships for the relations whose other side is exactly one person of the desk; the rest go to `extra`."""
    if not waiting:
        return
    others = _people_named(job, waiting)
    rows, in_words = [], []
    for one in waiting:
        found = set(others.get(one.relation.uid, ())) or (
            others.get(one.relation.other, set()) | others.get(name_folded(one.relation.other), set())
        )
        found.discard(one.party_id)
        if len(found) == 1:
            rows.append(_relationship(job, one, found.pop()))
        else:
            in_words.append(one)
    _save(job, rows)
    _keep_in_words(job, in_words)


def _people_named(job: ImportJob, waiting: Sequence[Waiting]) -> dict[str, set[int]]:
    desk, names = job.actor.desk, {one.relation.other for one in waiting}
    uids = names | {one.relation.uid for one in waiting} - {""}
    people = Person.objects.filter(desk=desk, removed_at__isnull=True).filter(
        Q(external_uid__in=uids)
        | Q(pk__in=people_of(uids, desk))
        | Q(name_folded__in={name_folded(name) for name in names})
    )
    found: dict[str, set[int]] = defaultdict(set)
    for pk, uid, folded in people.values_list("pk", "external_uid", "name_folded"):
        for name in {folded, uid, card_uid("person", pk, desk=desk.slug)} - {""}:
            found[name].add(pk)
    return found


def _relationship(job: ImportJob, one: Waiting, other_id: int) -> Relationship:
    """ "Sari is the assistant of Retno": on Retno's card the relation names Sari, so it is the inverse."""
    person_id, of_id = (other_id, one.party_id) if one.relation.inverse else (one.party_id, other_id)
    return Relationship(desk=job.actor.desk, person_id=person_id, other_id=of_id, kind=one.relation.kind)


def _save(job: ImportJob, rows: Sequence[Relationship]) -> None:
    wanted = {(row.person_id, row.other_id, row.kind): row for row in rows}
    present = Relationship.objects.filter(person__in={row.person_id for row in rows})
    for key in present.values_list("person_id", "other_id", "kind"):
        wanted.pop(key, None)
    made = Relationship.objects.bulk_create(wanted.values())
    job.touch_many(Touch("directory.relationship", row.pk, None, {"kind": row.kind}) for row in made)


def _keep_in_words(job: ImportJob, waiting: Sequence[Waiting]) -> None:
    people = Person.objects.in_bulk({one.party_id for one in waiting})
    before = {pk: snapshot(person) for pk, person in people.items()}
    for one in waiting:
        person = people.get(one.party_id)
        pair = [one.relation.field or one.relation.kind, one.relation.other]
        if person is not None and pair not in person.extra:
            person.extra = [*person.extra, pair]
    changed = [person for pk, person in people.items() if before[pk] != snapshot(person)]
    Person.objects.bulk_update(changed, ["extra"], batch_size=200)
    touched = {touch.record_id: touch.after or {} for touch in job.batch.touched.filter(record_id__in=people)}
    job.touch_many(
        Touch("directory.person", p.pk, before[p.pk], {**touched.get(p.pk, {}), **snapshot(p)})
        for p in changed
    )
